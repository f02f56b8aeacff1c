import { useMemo, useState } from 'react';
import type { Score } from '../../shared/domain/score.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { Failure, Loading } from '../ui/states.tsx';
import { useRounds } from './data.ts';
import { standingsTexts } from './texts.ts';
import { type Entered, useMyPicks, useOpenMatches } from './what-if-data.ts';

type Round = NonNullable<ReturnType<typeof useRounds>['data']>[number];
type Match = NonNullable<ReturnType<typeof useOpenMatches>['data']>[number];

const openOf = ({ matches: { scheduled, started, postponed } }: Round): number => scheduled + started + postponed;
const begunOf = ({ matches: { started, finished, awarded } }: Round): number => started + finished + awarded;

/** The rounds with open matches; the current one is the last that has begun, or the one after it. */
const openRounds = (rounds: readonly Round[]) => {
  const open = rounds.filter(round => openOf(round) > 0 && round.round !== null);
  const last = rounds.findLastIndex(round => begunOf(round) > 0);
  const current = rounds.slice(Math.max(0, last)).find(round => open.includes(round)) ?? open.at(-1);
  return { names: open.flatMap(({ round }) => (round === null ? [] : [round])), current: current?.round ?? undefined };
};

const scoreOf = ({ home, away }: { readonly home: string; readonly away: string }): Score | undefined =>
  /^\d{1,2}$/.test(home) && /^\d{1,2}$/.test(away) ? { home: Number(home), away: Number(away) } : undefined;

interface MatchLineProps {
  readonly match: Match;
  readonly mine: Score | undefined;
  readonly onScore: (score: Score | undefined) => void;
}

const MatchLine = ({ match: { fixture, kickOff, status }, mine, onScore }: MatchLineProps) => {
  const t = useTexts(standingsTexts);
  const { dateTime } = useFormat();
  const [goals, setGoals] = useState({ home: '', away: '' });
  const enter = (side: 'home' | 'away', value: string): void => {
    const now = { ...goals, [side]: value };
    setGoals(now);
    onScore(scoreOf(now));
  };
  return (
    <li className="row what-if-match">
      <span className="what-if-teams">
        {t('whatIfMatch', { home: fixture.home, away: fixture.away })}{' '}
        <span className="small muted">
          {status === 'started' ? t('running') : t('kickOff', { at: dateTime(kickOff.at) })}
          {' · '}
          {mine ? t('yourPick', { score: `${mine.home}:${mine.away}` }) : t('noPick')}
        </span>
      </span>
      <span className="row">
        {(['home', 'away'] as const).map(side => (
          <input
            key={side}
            inputMode="numeric"
            maxLength={2}
            size={2}
            value={goals[side]}
            pattern="\d*"
            aria-label={t('goalsOf', { team: fixture[side] })}
            onChange={({ target }) => enter(side, target.value)}
          />
        ))}
      </span>
    </li>
  );
};

interface WhatIfProps {
  readonly competition: string;
  readonly entered: Entered;
  /** Matches of which only one's own pick can count. */
  readonly hidden: number;
  readonly onEnter: (entered: Entered) => void;
}

/** Scores of open matches, as they may end. */
export const WhatIf = ({ competition, entered, hidden, onEnter }: WhatIfProps) => {
  const t = useTexts(standingsTexts);
  const rounds = useRounds(competition);
  const { names, current } = useMemo(() => openRounds(rounds.data ?? []), [rounds.data]);
  const [chosen, choose] = useState<string>();
  const [turn, setTurn] = useState(0);
  const round = chosen !== undefined && names.includes(chosen) ? chosen : current;
  const matches = useOpenMatches(competition, round);
  const mine = useMyPicks(competition, round);
  const clear = (): void => {
    onEnter({});
    setTurn(now => now + 1);
  };
  const enter = (matchId: string, score: Score | undefined): void => {
    const { [matchId]: _, ...others } = entered;
    onEnter(score ? { ...others, [matchId]: score } : others);
  };
  return (
    <div className="stack">
      <p>{t('whatIfLead')}</p>
      {hidden > 0 && <p className="notice warn">{t('whatIfHidden', { matches: hidden })}</p>}
      {round === undefined && !rounds.isPending && <p className="muted">{t('noOpen')}</p>}
      {round !== undefined && (
        <div className="row">
          <label className="row">
            {t('matchday')}
            <select
              value={round}
              onChange={({ target }) => {
                choose(target.value);
                clear();
              }}
            >
              {names.map(name => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <button type="button" onClick={clear} disabled={Object.keys(entered).length === 0}>
            {t('clear')}
          </button>
        </div>
      )}
      {matches.isError && <Failure error={matches.error} retry={() => void matches.refetch()} />}
      {matches.isLoading && <Loading />}
      <ul className="what-if-matches" key={turn}>
        {matches.data?.map(match => (
          <MatchLine
            key={match.fixture.matchId}
            match={match}
            mine={mine.data?.get(match.fixture.matchId)}
            onScore={score => enter(match.fixture.matchId, score)}
          />
        ))}
      </ul>
    </div>
  );
};
