import { CATEGORIES } from '../../../shared/domain/scoring.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { TrackRecord } from './data.ts';
import { playerTexts } from './texts.ts';

/** A record in a few figures, and the points by category. */
export const Summary = ({ record }: { readonly record: TrackRecord }) => {
  const t = useTexts(playerTexts);
  const { number, percent } = useFormat();
  const share = (value: number | null): string => (value === null ? '–' : percent(value, 1));
  const figures = [
    [t('points'), number(record.points)],
    [t('settled'), number(record.settled)],
    [t('hitRate'), share(record.hitRate)],
    [t('exactRate'), share(record.exactRate)],
    [t('streak'), number(record.streak.current)],
    [t('longest'), number(record.streak.longest)],
  ] as const;
  return (
    <>
      <section className="card stack">
        <h2>{t('summary')}</h2>
        <dl className="figures">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card stack">
        <h2>{t('categories')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('category')}</th>
              <th scope="col" className="number">
                {t('times')}
              </th>
              <th scope="col" className="number">
                {t('points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {CATEGORIES.map(category => (
              <tr key={category}>
                <th scope="row">{t(category)}</th>
                <td className="number">{number(record.counts[category] ?? 0)}</td>
                <td className="number">{number(record.pointsByCategory[category] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
