import { DEFAULT_POOL_RULES, type Standings } from '../../shared/application/read-models.ts';
import type { OpenStack } from '../local-stack.ts';
import { stagedSeason } from '../season/play.ts';
import { linesOf, type Names } from '../season/report.ts';
import { announcementOf, type Moment } from '../season/timeline.ts';
import { organiserOf } from '../tokens.ts';
import { wholeTable } from '../whole-table.ts';
import { predictorEntries } from './entries.ts';
import { introduce } from './introduce.ts';
import { finishedMatches } from './matches.ts';
import type { Show } from './playback.ts';
import { demoPredictors } from './predictors.ts';
import { roundsPlayed } from './rounds.ts';
import { type DemoSeasonName, loadDemoSeason } from './season.ts';
import { firstUnplayed } from './tempo.ts';

/** The tenant of the demo. */
export const TENANT = 'demo';

/** How often it is looked whether a function fails, and how long is waited for rest when none does. */
const LOOK_MS = 2000;
const PATIENCE_MS = 120_000;

/** Waits until all is handled; while a function fails there may be no end of it, and nobody waits. */
const atRest = async ({ settled, functions }: OpenStack['stack']): Promise<void> => {
  for (let left = PATIENCE_MS; functions.failing.size === 0; left -= LOOK_MS) {
    try {
      await settled({ timeoutMs: LOOK_MS });
      return;
    } catch (error) {
      if (left <= LOOK_MS) throw error;
    }
  }
};

/** A season of the demo, ready to be played on a stack. */
export interface DemoShow extends Show {
  readonly name: DemoSeasonName;
  readonly title: string;
  readonly competition: string;
  readonly poolId: string;
  readonly names: Names;
  /** Matches that are over, of how many. */
  readonly played: number;
  readonly matches: number;
  readonly standings: () => Promise<Standings>;
}

/** What the person at the terminal is told. */
export interface Audience {
  readonly goesOn: (played: number, matches: number) => void;
  readonly moment: (played: number, day: string) => void;
  readonly matchday: (round: string, leaders: string) => void;
  readonly ended: () => void;
}

const leaders = ({ standings }: Standings, names: Names): string =>
  linesOf(standings, names)
    .slice(0, 3)
    .map(({ rank, player, points }) => `${rank}. ${player} ${points}`)
    .join('   ');

/** Puts a season of `data/` on a stack; it goes on from wherever an earlier run was stopped. */
export const demoShow = ({ stack, api }: OpenStack, name: DemoSeasonName, audience: Audience): DemoShow => {
  const { feed, model } = loadDemoSeason(name);
  const predictors = demoPredictors(model);
  const names: Names = new Map(predictors.map(({ playerId, name }) => [playerId, name]));
  const entries = predictorEntries(predictors);
  const rounds = roundsPlayed(feed);
  const poolId = `demo-${name}`;
  const setClock = (instant: string): void => stack.clock.set(new Date(instant));
  const settled = (): Promise<void> => atRest(stack);
  const season = stagedSeason(
    { api, setClock, settled },
    {
      tenantId: TENANT,
      feed,
      pool: { poolId, name: feed.name, rules: DEFAULT_POOL_RULES },
      players: predictors.map(({ playerId }) => playerId),
      entries: entries.of,
    },
  );
  const standings = (): Promise<Standings> => wholeTable(api, organiserOf(TENANT), poolId);
  const over = ({ results, at }: Moment): string | undefined => {
    entries.learn(results);
    const round = rounds.after(results);
    audience.moment(rounds.played, at.slice(0, 10));
    return round;
  };
  return {
    name,
    title: feed.name,
    competition: feed.competition,
    poolId,
    names,
    moments: season.moments,
    matchdays: new Set(feed.matches.map(({ fixture }) => fixture.round)).size,
    matches: feed.matches.length,
    get played() {
      return rounds.played;
    },
    standings,
    setClock,
    open: async () => {
      await settled();
      const finished = await finishedMatches(api, organiserOf(TENANT), feed.competition);
      const next = firstUnplayed(season.moments, matchId => finished.has(matchId));
      const last = season.moments[next - 1];
      if (last !== undefined && next < season.moments.length) setClock(last.at);
      for (const moment of season.moments.slice(0, next)) over(moment);
      if (finished.size > 0 && next < season.moments.length) audience.goesOn(finished.size, feed.matches.length);
      return next;
    },
    announce: async () => {
      setClock(announcementOf(feed));
      await introduce(api, TENANT, new Map([...names, ['host', 'Host']]));
      await season.announce();
    },
    play: async moment => {
      await season.play(moment);
      const round = over(moment);
      if (round === undefined) return undefined;
      await settled();
      audience.matchday(round, leaders(await standings(), names));
      return round;
    },
    end: async () => {
      await settled();
      stack.clock.release();
      audience.ended();
    },
  };
};
