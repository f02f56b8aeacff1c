import { useId } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { deadLetterTexts } from './texts.ts';

/** Limit of one command. */
const MOST = 100;

/** What can be done with what is chosen, and with all. */
export const Toolbar = ({
  handler,
  handlers,
  chosen,
  redrivable,
  busy,
  looking,
  onHandler,
  onLook,
  onRedrive,
  onRedriveAll,
  onDiscard,
}: {
  readonly handler: string;
  /** Those that have something in their queues. */
  readonly handlers: readonly string[];
  readonly chosen: number;
  /** How many of them have a queue to go to. */
  readonly redrivable: number;
  readonly busy: boolean;
  readonly looking: boolean;
  readonly onHandler: (handler: string) => void;
  readonly onLook: () => void;
  readonly onRedrive: () => void;
  readonly onRedriveAll: () => void;
  readonly onDiscard: () => void;
}) => {
  const t = useTexts(deadLetterTexts);
  const id = useId();
  const names = [...new Set([...handlers, ...(handler === '' ? [] : [handler])])].sort();
  const none = chosen === 0 || chosen > MOST || busy;
  return (
    <div className="row">
      <label htmlFor={id}>{t('handler')}</label>
      <select id={id} value={handler} onChange={({ target }) => onHandler(target.value)}>
        <option value="">{t('everyHandler')}</option>
        {names.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button type="button" onClick={onLook} disabled={looking}>
        {looking ? t('looking') : t('look')}
      </button>
      <button type="button" className="primary" disabled={none || redrivable === 0} onClick={onRedrive}>
        {busy ? t('working') : t('redriveSelected')}
      </button>
      <button type="button" disabled={busy} onClick={onRedriveAll}>
        {t('redriveAll')}
      </button>
      <button type="button" className="danger" disabled={none} onClick={onDiscard}>
        {t('discardSelected')}
      </button>
      <span className="muted small">
        {t('selected', { count: chosen })}
        {redrivable < chosen && ` · ${t('stuck', { count: chosen - redrivable })}`}
      </span>
    </div>
  );
};
