import type { Feed, FeedMatch } from '../../shared/application/feed/feed.ts';
import { inParallel } from '../../shared/application/parallel.ts';
import type { PoolRules } from '../../shared/domain/pool.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';
import type { ApiClient } from '../api-client.ts';
import { organiserOf, playerOf } from '../tokens.ts';
import { type Organiser, organiser } from './organiser.ts';
import { announcementOf, type Moment, timelineOf } from './timeline.ts';

/** The stack a season is played on: its clock, and when it has come to rest. */
export interface Stage {
  readonly api: ApiClient;
  readonly setClock: (instant: string) => void;
  readonly settled: () => Promise<void>;
}

/** A pick that a player hands in. */
export interface Entry {
  readonly playerId: string;
  readonly pick: PlayerPick;
}

/** What is played. */
export interface Plan {
  readonly tenantId: string;
  readonly feed: Feed;
  readonly pool: { readonly poolId: string; readonly name: string; readonly rules: PoolRules };
  readonly players: readonly string[];
  /** Asked an hour before the match locks. */
  readonly entries: (match: FeedMatch) => readonly Entry[];
}

export interface SeasonPlan extends Plan {
  /** Told after each moment. */
  readonly onMoment: (moment: Moment) => Promise<void>;
}

/** Requests at a time: enough to keep two cores busy. */
const WIDTH = 16;

const handIn = async (
  { api }: Stage,
  { tenantId }: Plan,
  matchId: string,
  { playerId, pick }: Entry,
): Promise<void> => {
  await api.post(playerOf(tenantId, playerId), '/v1/predictions', { matchId, ...pick });
};

const announce = async (stage: Stage, plan: Plan, host: Organiser): Promise<void> => {
  const { feed, pool, players, tenantId } = plan;
  stage.setClock(announcementOf(feed));
  await stage.api.post(organiserOf(tenantId), '/v1/pools', { ...pool, competition: feed.competition });
  await inParallel(WIDTH, players, playerId =>
    stage.api.post(playerOf(tenantId, playerId), `/v1/pools/${pool.poolId}/join`),
  );
  await inParallel(WIDTH, feed.matches, ({ fixture, kickOff }) =>
    host.command(fixture.matchId, { type: 'schedule', fixture, kickOff }),
  );
};

const kickOff = async (host: Organiser, match: FeedMatch, now: string): Promise<void> => {
  const { outcome } = match;
  if (outcome.kind === 'played') await host.start(match.fixture.matchId, now);
  else if (outcome.kind === 'cancelled' || outcome.kind === 'postponed') await host.follow(match, now);
};

const end = async (host: Organiser, match: FeedMatch, now: string): Promise<void> => {
  const { outcome, fixture } = match;
  if (outcome.kind === 'played') await host.finish(fixture.matchId, outcome.result, now);
  else await host.follow(match, now);
};

const playMoment = async (stage: Stage, plan: Plan, host: Organiser, moment: Moment): Promise<void> => {
  const { at, picks, kickOffs, results } = moment;
  stage.setClock(at);
  // Results first: nobody who hands in a pick at this instant has been told less than there is to know.
  await inParallel(WIDTH, results, match => end(host, match, at));
  await inParallel(WIDTH, kickOffs, match => kickOff(host, match, at));
  const entries = picks.flatMap(match => plan.entries(match).map(entry => ({ matchId: match.fixture.matchId, entry })));
  await inParallel(WIDTH, entries, ({ matchId, entry }) => handIn(stage, plan, matchId, entry));
};

/** A season on its stage. Every step may be repeated: what was done before is passed over. */
export interface StagedSeason {
  readonly moments: readonly Moment[];
  /** Before the first moment: matches are announced, players join. */
  announce(): Promise<void>;
  play(moment: Moment): Promise<void>;
}

/** Puts a season on a stage: it is played through the API, on the virtual clock. */
export const stagedSeason = (stage: Stage, plan: Plan): StagedSeason => {
  const host = organiser(stage.api, organiserOf(plan.tenantId));
  return {
    moments: timelineOf(plan.feed),
    announce: () => announce(stage, plan, host),
    play: moment => playMoment(stage, plan, host, moment),
  };
};

/**
 * Plays a season from its first moment to its last. One that was cut short goes on where it was when it is played again.
 */
export const playSeason = async (stage: Stage, plan: SeasonPlan): Promise<void> => {
  const season = stagedSeason(stage, plan);
  await season.announce();
  for (const moment of season.moments) {
    await season.play(moment);
    await plan.onMoment(moment);
  }
  await stage.settled();
};

/** Imports a later version of a feed: exactly the commands that it takes, in any number of tries. */
export const importFeed = async (
  api: ApiClient,
  tenantId: string,
  feed: Feed,
  now: string,
): Promise<Record<string, number>> => {
  const host = organiser(api, organiserOf(tenantId));
  const counts: Record<string, number> = {};
  await inParallel(WIDTH, feed.matches, async match => {
    for (const { type } of await host.follow(match, now)) counts[type] = (counts[type] ?? 0) + 1;
  });
  return counts;
};
