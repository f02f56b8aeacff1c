import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { EventsHealth } from '../api-types.ts';
import { duration } from '../duration.ts';
import { ScrollBox } from '../scroll-box.tsx';
import type { Total } from './series.ts';
import { handlersTexts } from './texts.ts';

export interface HandlerTableProps {
  readonly totals: readonly Total[];
  readonly health: EventsHealth | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (handler: string | undefined) => void;
}

/** The handlers in a table; one of them, or all, are on the charts. */
export const HandlerTable = ({ totals, health, chosen, onChoose }: HandlerTableProps) => {
  const t = useTexts(handlersTexts);
  const format = useFormat();
  const waitingAt = (handler: string): number =>
    health?.handlers.find(each => each.handler === handler)?.queues?.events.waiting ?? 0;
  const length = (ms: number | null): string => (ms === null ? '–' : duration(format, ms));
  const heads = [
    'perMinute',
    'processed',
    'failed',
    'parked',
    'deadLettered',
    'mean',
    'delay',
    'maxDelay',
    'waiting',
  ] as const;
  return (
    <ScrollBox label={t('caption')}>
      <table>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('handler')}</th>
            {heads.map(head => (
              <th key={head} scope="col" className="number">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(({ handler, ...sum }) => (
            <tr key={handler}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={handler === chosen}
                  onClick={() => onChoose(handler === chosen ? undefined : handler)}
                >
                  {handler}
                </button>
              </th>
              <td className="number">{format.number(sum.perMinute, 1)}</td>
              {(['processed', 'failed', 'parked', 'deadLettered'] as const).map(name => (
                <td key={name} className="number">
                  {format.number(sum[name])}
                </td>
              ))}
              <td className="number">{length(sum.meanMs)}</td>
              <td className="number">{length(sum.meanDelayMs)}</td>
              <td className="number">{length(sum.maxDelayMs)}</td>
              <td className="number">{format.number(waitingAt(handler))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
};
