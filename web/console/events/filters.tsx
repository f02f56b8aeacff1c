import { useId } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import type { OutcomeStatus } from '../api-types.ts';
import { STATUSES } from '../outcomes/status.ts';
import { outcomeTexts } from '../outcomes/texts.ts';
import { REACHES, type Reach } from './feed-store.ts';
import { type EventFilter, NO_FILTER } from './filter.ts';
import { eventsTexts } from './texts.ts';

export interface FiltersProps {
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
  readonly types: readonly string[];
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

/** Which events are listed, and from when on. */
export const Filters = ({ filter, onFilter, types, reach, onReach }: FiltersProps) => {
  const t = useTexts(eventsTexts);
  const s = useTexts(outcomeTexts);
  const id = useId();
  const change = (part: Partial<EventFilter>): void => onFilter({ ...filter, ...part });
  return (
    <form className="filters" onSubmit={event => event.preventDefault()}>
      <div>
        <label htmlFor={`${id}reach`}>{t('reach')}</label>
        <select id={`${id}reach`} value={reach} onChange={event => onReach(event.target.value as Reach)}>
          {(Object.keys(REACHES) as Reach[]).map(each => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}type`}>{t('type')}</label>
        <select id={`${id}type`} value={filter.type} onChange={event => change({ type: event.target.value })}>
          <option value="">{t('everyType')}</option>
          {[...new Set([...types, ...(filter.type === '' ? [] : [filter.type])])].map(type => (
            <option key={type} value={type}>
              {type.endsWith('.') ? `${type}*` : type}
            </option>
          ))}
        </select>
      </div>
      <div className="wide">
        <label htmlFor={`${id}text`}>{t('text')}</label>
        <input
          id={`${id}text`}
          type="search"
          placeholder={t('textHint')}
          value={filter.text}
          onChange={event => change({ text: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}outcome`}>{t('outcome')}</label>
        <select
          id={`${id}outcome`}
          value={filter.outcome}
          onChange={event => change({ outcome: event.target.value as OutcomeStatus | '' })}
        >
          <option value="">{t('everyOutcome')}</option>
          {STATUSES.map(status => (
            <option key={status} value={status}>
              {s(status)}
            </option>
          ))}
        </select>
      </div>
      <div className="wide">
        <label htmlFor={`${id}correlation`}>{t('correlation')}</label>
        <input
          id={`${id}correlation`}
          type="search"
          value={filter.correlationId}
          onChange={event => change({ correlationId: event.target.value.trim() })}
        />
      </div>
      <button type="button" disabled={filter === NO_FILTER} onClick={() => onFilter(NO_FILTER)}>
        {t('clear')}
      </button>
    </form>
  );
};
