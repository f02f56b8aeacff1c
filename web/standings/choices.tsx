import type { ReactNode } from 'react';
import { SCORE_BASES, type ScoreBasis } from '../../shared/domain/score.ts';
import { RULE_SET_NAMES, type RuleSetName } from '../../shared/domain/scoring.ts';
import { useTexts } from '../i18n/texts.ts';
import { useMyPools } from '../pools/data.ts';
import { useSession } from '../session/session.tsx';
import { competitionTitle } from '../ui/competition-title.ts';
import { useRoundTitle } from '../ui/round-title.ts';
import { useCompetitions, usePool, useRounds } from './data.ts';
import { standingsTexts } from './texts.ts';
import { useMedia } from './use-media.ts';
import type { View } from './view.ts';

interface ChoicesProps {
  readonly view: View;
  readonly competition: string;
  /** The table's own rules, once it is known. */
  readonly own: RuleSetName | undefined;
  readonly show: (change: Partial<View>) => void;
}

/** Everybody, or one of my pools; and the one that is shown, whosever it is. */
const PoolChoice = ({ view, competition, show }: Omit<ChoicesProps, 'own'>) => {
  const t = useTexts(standingsTexts);
  const { may } = useSession();
  const mine = useMyPools(may('player') || may('organiser'));
  const shown = usePool(view.pool);
  const names = new Map(mine.data?.map(({ poolId, name }) => [poolId, name]));
  if (view.pool !== undefined && !names.has(view.pool)) names.set(view.pool, shown.data?.name ?? view.pool);
  if (names.size === 0) return null;
  return (
    <label className="row">
      {t('pool')}
      <select
        value={view.pool ?? ''}
        onChange={({ target }) => {
          const anew = { rules: undefined, players: undefined, round: undefined, at: undefined };
          show({ pool: target.value || undefined, competition, ...anew });
        }}
      >
        <option value="">{t('everybody')}</option>
        {[...names].map(([poolId, name]) => (
          <option key={poolId} value={poolId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

const RulesChoice = ({ view, own, show }: Omit<ChoicesProps, 'competition'>) => {
  const t = useTexts(standingsTexts);
  return (
    <fieldset className="row plain">
      <legend className="hidden">{t('rules')}</legend>
      <b aria-hidden="true">{t('rules')}</b>
      {RULE_SET_NAMES.map(name => (
        <button
          key={name}
          type="button"
          aria-pressed={name === (view.rules ?? own)}
          onClick={() => show({ rules: name === own ? undefined : name })}
        >
          {name === own ? t('rulesOwn', { name }) : name}
        </button>
      ))}
    </fieldset>
  );
};

/** Where there is little room, choices are folded away: the table is what one came for. */
const Folding = ({ children }: { readonly children: ReactNode }) => {
  const t = useTexts(standingsTexts);
  const wide = useMedia('(min-width: 48rem)');
  if (wide)
    return (
      <section className="card stack no-print" aria-label={t('options')}>
        {children}
      </section>
    );
  return (
    <details className="card no-print">
      <summary>
        <h2>{t('options')}</h2>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
};

/** Chooses which table is shown, and how it counts. */
export const Choices = ({ view, competition, own, show }: ChoicesProps) => {
  const t = useTexts(standingsTexts);
  const titleOf = useRoundTitle();
  const competitions = useCompetitions();
  const rounds = useRounds(competition);
  return (
    <Folding>
      <div className="row">
        {view.pool === undefined && (
          <label className="row">
            {t('competition')}
            <select
              value={competition}
              onChange={({ target }) =>
                show({ competition: target.value, round: undefined, at: undefined, players: undefined })
              }
            >
              {competitions.data?.map(one => (
                <option key={one.competition} value={one.competition}>
                  {competitionTitle(one.competition)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="row">
          {t('matchday')}
          <select
            value={view.round ?? ''}
            onChange={({ target }) => show({ round: target.value || undefined, at: undefined })}
          >
            <option value="">{t('overall')}</option>
            {rounds.data?.map(
              ({ round }) =>
                round !== null && (
                  <option key={round} value={round}>
                    {titleOf(round)}
                  </option>
                ),
            )}
          </select>
        </label>
        {view.pool === undefined && (
          <label className="row">
            {t('basis')}
            <select
              value={view.basis ?? 'FT90'}
              onChange={({ target }) =>
                show({ basis: target.value === 'FT90' ? undefined : (target.value as ScoreBasis) })
              }
            >
              {SCORE_BASES.map(basis => (
                <option key={basis} value={basis}>
                  {t(basis)}
                </option>
              ))}
            </select>
          </label>
        )}
        <PoolChoice view={view} competition={competition} show={show} />
      </div>
      <RulesChoice view={view} own={own} show={show} />
    </Folding>
  );
};
