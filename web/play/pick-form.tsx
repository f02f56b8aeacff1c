import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import type { Draft } from './pick.ts';
import { PickStatus } from './pick-status.tsx';
import type { PickStore } from './pick-store.ts';
import { ScoreInput } from './score-input.tsx';
import { playTexts } from './texts.ts';
import type { Match } from './types.ts';
import { useEntry } from './use-picks.ts';

const STEPS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const NOTHING: Draft = { home: undefined, away: undefined, confidence: null };

/** My pick of a match that is open. */
export const PickForm = ({ match, store }: { readonly match: Match; readonly store: PickStore }) => {
  const t = useTexts(playTexts);
  const format = useFormat();
  const announce = useAnnounce();
  const { matchId, home, away } = match.fixture;
  const entry = useEntry(store, matchId);
  const shown = entry.draft ?? entry.handed?.pick ?? NOTHING;
  const closed = entry.status === 'locked' || entry.status === 'conflict';
  const edit = (change: Partial<Draft>): void =>
    store.tell(matchId, { type: 'edited', draft: { ...shown, ...change } });
  const withdraw = async (): Promise<void> => {
    await store.withdraw(matchId, t('withdrawReason'));
    announce(t('withdrawn', { match: `${home} – ${away}` }));
  };
  return (
    <fieldset className="pick-form">
      <legend className="hidden">
        {t('myPick')}: {home} – {away}
      </legend>
      <div className="pick-scores">
        <ScoreInput team={home} value={shown.home} disabled={closed} onChange={value => edit({ home: value })} />
        <span aria-hidden="true">:</span>
        <ScoreInput team={away} value={shown.away} disabled={closed} onChange={value => edit({ away: value })} />
      </div>
      <label className="row small pick-confidence">
        {t('confidence')}
        <select
          value={shown.confidence ?? ''}
          disabled={closed}
          title={t('confidenceHint')}
          onChange={({ target }) => edit({ confidence: target.value === '' ? null : Number(target.value) })}
        >
          <option value="">{t('unsure')}</option>
          {STEPS.map(step => (
            <option key={step} value={step}>
              {format.percent(step)}
            </option>
          ))}
        </select>
      </label>
      <PickStatus
        entry={entry}
        onRetry={() => store.retry(matchId)}
        onDrop={() => store.tell(matchId, { type: 'dropped' })}
        onChoose={mine => store.tell(matchId, { type: 'chosen', mine })}
        onWithdraw={() => void withdraw()}
      />
    </fieldset>
  );
};
