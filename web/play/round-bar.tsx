import { useTexts } from '../i18n/texts.ts';
import { useRoundTitle } from '../ui/round-title.ts';
import { currentRound, type Round } from './rounds.ts';
import { playTexts } from './texts.ts';

/** Goes from matchday to matchday. */
export const RoundBar = ({
  rounds,
  shown,
  now,
  choose,
}: {
  readonly rounds: readonly Round[];
  readonly shown: Round;
  readonly now: string;
  readonly choose: (round: string | null) => void;
}) => {
  const t = useTexts(playTexts);
  const titleOf = useRoundTitle();
  const at = rounds.indexOf(shown);
  const [before, after, current] = [rounds[at - 1], rounds[at + 1], currentRound(rounds, now)];
  return (
    <div className="row round-bar">
      <button
        type="button"
        aria-label={t('previous')}
        disabled={!before}
        onClick={() => before && choose(before.round)}
      >
        ←
      </button>
      <label>
        <span className="hidden">{t('matchday')}</span>
        <select value={shown.round ?? ''} onChange={({ target }) => choose(target.value === '' ? null : target.value)}>
          {rounds.map(({ round }) => (
            <option key={round ?? ''} value={round ?? ''}>
              {round === null ? t('other') : titleOf(round)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" aria-label={t('next')} disabled={!after} onClick={() => after && choose(after.round)}>
        →
      </button>
      {current && current !== shown && (
        <button type="button" className="quiet" onClick={() => choose(current.round)}>
          {t('current')}
        </button>
      )}
    </div>
  );
};
