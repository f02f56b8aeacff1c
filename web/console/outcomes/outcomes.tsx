import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { EventOutcomes, OutcomeStatus } from '../api-types.ts';
import { duration } from '../duration.ts';
import { ScrollBox } from '../scroll-box.tsx';
import { countsOf, SIGNS } from './status.ts';
import { outcomeTexts } from './texts.ts';
import { useOutcomes } from './use-outcomes.ts';
import './outcomes.css';

/** One end of an event, in a word. */
export const StatusTag = ({ status, count }: { readonly status: OutcomeStatus; readonly count?: number }) => {
  const t = useTexts(outcomeTexts);
  return (
    <span className={`tag status ${status}`} title={t(status)}>
      <span aria-hidden="true">{SIGNS[status]}</span>{' '}
      {count === undefined ? (
        t(status)
      ) : (
        <>
          <span aria-hidden="true">{count}</span>
          <span className="hidden">{t('count', { count, status: t(status) })}</span>
        </>
      )}
    </span>
  );
};

/** How many handlers came to which end with an event, in the room of a cell. */
export const OutcomeSummary = ({ eventId }: { readonly eventId: string }) => {
  const t = useTexts(outcomeTexts);
  const outcomes = useOutcomes(eventId);
  if (!outcomes) return <span className="muted">…</span>;
  if (outcomes.withheld) return <span className="muted small">{t('withheld')}</span>;
  const counts = countsOf(outcomes);
  if (counts.length === 0) return <span className="muted small">{t('none')}</span>;
  return (
    <span className="statuses">
      {counts.map(([status, count]) => (
        <StatusTag key={status} status={status} count={count} />
      ))}
    </span>
  );
};

/** What became of an event at each handler, line by line. */
const OutcomeRows = ({
  outcomes,
  occurredAt,
}: {
  readonly outcomes: EventOutcomes['outcomes'];
  readonly occurredAt: string;
}) => {
  const format = useFormat();
  return outcomes.map(({ handler, status, reason, error, attempt, at, ms }) => (
    <tr key={handler}>
      <th scope="row">{handler}</th>
      <td>
        <StatusTag status={status} />
      </td>
      <td>{[error, reason].filter(text => text !== null).join(': ')}</td>
      <td className="number">{format.number(attempt)}</td>
      <td>{format.precise(at)}</td>
      <td className="number">{duration(format, Date.parse(at) - Date.parse(occurredAt))}</td>
      <td className="number">{duration(format, ms)}</td>
    </tr>
  ));
};

/** What became of an event at each handler. */
export const OutcomeTable = ({ eventId, occurredAt }: { readonly eventId: string; readonly occurredAt: string }) => {
  const t = useTexts(outcomeTexts);
  const known = useOutcomes(eventId);
  if (!known) return <p className="muted">…</p>;
  if (known.withheld) return <p className="notice">{t('withheldWhy')}</p>;
  if (known.outcomes.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <ScrollBox label={t('outcomes')}>
      <table>
        <caption>{t('outcomes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('handler')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col" className="number">
              {t('attempt')}
            </th>
            <th scope="col">{t('at')}</th>
            <th scope="col" className="number">
              {t('delay')}
            </th>
            <th scope="col" className="number">
              {t('ms')}
            </th>
          </tr>
        </thead>
        <tbody>
          <OutcomeRows outcomes={known.outcomes} occurredAt={occurredAt} />
        </tbody>
      </table>
    </ScrollBox>
  );
};
