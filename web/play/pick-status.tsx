import { useTexts } from '../i18n/texts.ts';
import type { Draft, Entry, Status } from './pick.ts';
import { playTexts } from './texts.ts';

/** How serious it is: colour is only beside the words. */
const TONE: Readonly<Record<Status, 'good' | 'muted' | 'bad'>> = {
  untouched: 'muted',
  incomplete: 'muted',
  dirty: 'muted',
  saving: 'muted',
  saved: 'good',
  failed: 'bad',
  refused: 'bad',
  locked: 'bad',
  conflict: 'bad',
};

const scoreOf = (pick: Draft | null | undefined): string => (pick ? `${pick.home ?? '–'}:${pick.away ?? '–'}` : '–');

/** What is handed in and what is not, in words, and what one can do about it. */
export const PickStatus = ({
  entry,
  onRetry,
  onDrop,
  onChoose,
  onWithdraw,
}: {
  readonly entry: Entry;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
  readonly onChoose: (mine: boolean) => void;
  readonly onWithdraw: () => void;
}) => {
  const t = useTexts(playTexts);
  const { status, handed, draft, reason = '' } = entry;
  return (
    <div className="pick-status">
      <output className={`small tone-${TONE[status]}`} data-status={status}>
        {status === 'refused' ? t('refused', { reason }) : t(status)}
      </output>
      {status === 'conflict' && (
        <div className="row small">
          <button type="button" onClick={() => onChoose(false)}>
            {t('there', { score: scoreOf(handed?.pick) })} · {t('takeThere')}
          </button>
          <button type="button" onClick={() => onChoose(true)}>
            {t('here', { score: scoreOf(draft) })} · {t('takeHere')}
          </button>
        </div>
      )}
      {status === 'failed' && (
        <button type="button" className="small" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
      {(status === 'failed' || status === 'refused' || status === 'locked') && (
        <button type="button" className="small" onClick={onDrop}>
          {t('drop')}
        </button>
      )}
      {status === 'saved' && (
        <button type="button" className="quiet small" onClick={onWithdraw}>
          {t('withdraw')}
        </button>
      )}
    </div>
  );
};
