import { lazy, Suspense } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Loading } from '../../ui/states.tsx';
import type { TrackRecord } from './data.ts';
import { playerTexts } from './texts.ts';

const CalibrationChart = lazy(() => import('./calibration-chart.tsx'));

/** Stated confidence beside what came true: drawn, and as a table. */
export const Calibration = ({ record: { calibration } }: { readonly record: TrackRecord }) => {
  const t = useTexts(playerTexts);
  const { number, percent } = useFormat();
  return (
    <section className="card stack">
      <h2>{t('calibration')}</h2>
      {calibration === null ? (
        <p className="muted">{t('noCalibration')}</p>
      ) : (
        <>
          <p>{t('calibrationLead')}</p>
          <Suspense fallback={<Loading />}>
            <CalibrationChart buckets={calibration.buckets} stated={t('stated')} observed={t('observed')} />
          </Suspense>
          <p className="small">
            {t('brier', { brier: number(calibration.brier, 3), n: number(calibration.n) })}{' '}
            {calibration.skill !== null && t('skill', { skill: number(calibration.skill, 3) })}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('bucket')}</th>
                <th scope="col" className="number">
                  {t('predictions')}
                </th>
                <th scope="col" className="number">
                  {t('stated')}
                </th>
                <th scope="col" className="number">
                  {t('observed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {calibration.buckets.map(({ from, to, n, meanStated, observed }) => (
                <tr key={from}>
                  <th scope="row">
                    {percent(from)} – {percent(to)}
                  </th>
                  <td className="number">{number(n)}</td>
                  <td className="number">{percent(meanStated, 1)}</td>
                  <td className="number">{percent(observed, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
};
