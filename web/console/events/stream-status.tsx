import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { isFull } from './feed.ts';
import type { FeedView } from './feed-store.ts';
import { eventsTexts } from './texts.ts';

export interface StreamStatusProps {
  readonly view: FeedView;
  /** Events that fit the filter. */
  readonly listed: number;
  readonly onPause: (paused: boolean) => void;
  readonly onRestart: () => void;
}

/** How the stream goes: how much there is, what waits, and how to hold it. */
export const StreamStatus = ({ view: { feed, trouble, reach }, listed, onPause, onRestart }: StreamStatusProps) => {
  const t = useTexts(eventsTexts);
  const format = useFormat();
  const { events, waiting, held, dropped, more } = feed;
  const how = held ? 'paused' : more && reach !== 'now' ? 'reading' : 'flowing';
  return (
    <div className="stack">
      <div className="row stream-status">
        <button type="button" aria-pressed={held} onClick={() => onPause(!held)}>
          {held ? t('resume') : t('pause')}
        </button>
        <span className={`tag ${how}`}>{t(how)}</span>
        <span>
          {listed === events.length
            ? t('shown', { count: events.length })
            : t('of', { shown: format.number(listed), count: format.number(events.length) })}
        </span>
        {dropped > 0 && <span className="muted">{t('dropped', { count: format.number(dropped) })}</span>}
        {waiting.length > 0 && (
          <span className="waiting">
            <output>{t('waiting', { count: waiting.length })}</output>{' '}
            <button type="button" onClick={() => onPause(false)}>
              {t('showNew')}
            </button>
            {isFull(feed) && ` ${t('full')}`}
          </span>
        )}
      </div>
      {trouble && (
        <div role="alert" className="notice warn row">
          <span>{t('trouble')}</span>
          <span className="small muted">{trouble.message}</span>
          <button type="button" onClick={onRestart}>
            {t('again')}
          </button>
        </div>
      )}
    </div>
  );
};
