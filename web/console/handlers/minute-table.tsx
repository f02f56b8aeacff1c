import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { duration } from '../duration.ts';
import { ScrollBox } from '../scroll-box.tsx';
import type { Point } from './series.ts';
import { handlersTexts } from './texts.ts';

/** What the charts show, in numbers; the latest minute first. */
export const MinuteTable = ({ points, caption }: { readonly points: readonly Point[]; readonly caption: string }) => {
  const t = useTexts(handlersTexts);
  const format = useFormat();
  const length = (ms: number | null): string => (ms === null ? '–' : duration(format, ms));
  const counts = ['processed', 'failed', 'parked', 'deadLettered'] as const;
  const times = [
    ['meanMs', t('mean')],
    ['meanDelayMs', t('delay')],
  ] as const;
  return (
    <details>
      <summary>{t('table')}</summary>
      <ScrollBox label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('minute')}</th>
              {[...counts.map(name => t(name)), ...times.map(([, head]) => head)].map(head => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(point => (
              <tr key={point.minute}>
                <th scope="row">{format.dateTime(`${point.minute}:00.000Z`)}</th>
                {counts.map(name => (
                  <td key={name} className="number">
                    {format.number(point[name])}
                  </td>
                ))}
                {times.map(([name]) => (
                  <td key={name} className="number">
                    {length(point[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
};
