import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { Rebuild } from '../api-types.ts';
import { projectionTexts } from './texts.ts';
import { isUnderWay, progressOf } from './use-projections.ts';

/** How the last rebuild of a read model stands. */
export const RebuildState = ({ rebuild, name }: { readonly rebuild: Rebuild; readonly name: string }) => {
  const t = useTexts(projectionTexts);
  const format = useFormat();
  const { state, commits, events, total, reason, by, changedAt } = rebuild;
  const share = progressOf(rebuild);
  const values = {
    percent: share === undefined ? '' : format.percent(share),
    commits: format.number(commits),
    total: format.number(total),
    events: format.number(events),
    reason: reason ?? '',
  };
  return (
    <div className="stack rebuild">
      <h3>{t('last')}</h3>
      {isUnderWay(rebuild) && (
        <progress aria-label={t('progress', { name })} {...(share !== undefined && { max: 1, value: share })} />
      )}
      <p className={state === 'failed' ? 'notice bad' : undefined}>{t(state, values)}</p>
      <p className="muted small">
        <time dateTime={changedAt}>{format.dateTime(changedAt)}</time>
        {by !== null && `, ${t('by', { name: by })}`}
      </p>
    </div>
  );
};
