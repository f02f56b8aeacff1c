import * as z from 'zod';
import { loadMatch } from '../../application/commands.ts';
import type { EventIndex } from '../../application/event-index.ts';
import type { EventStore } from '../../application/event-store.ts';
import { systemClock } from '../../application/execution.ts';
import type { PlayerKeys } from '../../application/player-keys.ts';
import { DEFAULT_POOL_RULES, readStandings, readStatistics, type TallyReader } from '../../application/read-models.ts';
import { type AsOf, loadAsOf } from '../../application/time-travel.ts';
import { fold } from '../../domain/decider.ts';
import { evolveMatch, isLocked, unknownMatch } from '../../domain/match.ts';
import { evolvePrediction, noPrediction } from '../../domain/prediction.ts';
import { RULE_SET_NAMES } from '../../domain/scoring.ts';
import type { Envelope } from '../../events/envelope.ts';
import { instantSchema, scoreBasisSchema } from '../../events/schemas.ts';
import { matchStream, predictionStream } from '../../events/streams.ts';
import { REVALIDATED } from './entity-tags.ts';
import { eventOperations } from './event-queries.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf, notFound, predictionRefOf } from './ids.ts';
import { playerQueries } from './players.ts';
import { knownPool, poolQueries } from './pool-queries.ts';
import { isOrganiser, type Principal } from './principal.ts';
import { competitionStatisticsView, matchView, predictionView, standingsView } from './views.ts';

/** What the queries read. */
export interface Sources {
  readonly store: EventStore;
  readonly index: EventIndex;
  readonly keys: PlayerKeys;
  readonly standings: TallyReader;
  readonly statistics: TallyReader;
}

const noBody = z.undefined();
const at = instantSchema.optional();
/** When in the life of a stream: at a version or at an instant; without either as it stands. */
const asOf = z
  .strictObject({ at, version: z.coerce.number().int().min(1).optional() })
  .refine(({ at, version }) => at === undefined || version === undefined, 'at and version: give one of them')
  .transform(({ at, version }): AsOf | undefined => {
    if (version !== undefined) return { version };
    return at === undefined ? undefined : { instant: at };
  });

const foldOf = <State, Event>(
  evolve: (state: State, event: Event) => State,
  initial: State,
  events: readonly Envelope[],
) => fold(evolve, initial, events as readonly unknown[] as readonly Event[]);

const getMatch = ({ store }: Sources): Operation =>
  operation({
    summary: 'A match: as it stands, at a version or at an instant',
    body: noBody,
    query: asOf,
    answers: { 200: matchView },
    versioned: true,
    handle: async ({ principal: { tenantId }, param, query }) => {
      const stream = matchStream(idOf(param('matchId'), 'match'));
      const { events, version } = await loadAsOf(store, { tenantId, stream }, query);
      const state = foldOf(evolveMatch, unknownMatch, events);
      if (state.status === 'unknown') throw notFound('match');
      return { status: 200, body: { ...state, version }, version, headers: REVALIDATED };
    },
  });

/** Picks of others are hidden until the match is locked, from everybody but an organiser. */
const mayRead = async ({ store }: Sources, principal: Principal, matchId: string, owner: string): Promise<boolean> => {
  if (owner === principal.playerId || isOrganiser(principal)) return true;
  const { state } = await loadMatch({ store }, principal.tenantId, matchId);
  return state.status !== 'unknown' && isLocked(state, systemClock());
};

const getPrediction = (sources: Sources): Operation =>
  operation({
    summary: 'A prediction: as it stands, at a version or at an instant',
    body: noBody,
    query: asOf,
    answers: { 200: predictionView },
    versioned: true,
    handle: async ({ principal, param, query }) => {
      const { matchId, playerId } = predictionRefOf(param('predictionId'));
      if (!(await mayRead(sources, principal, matchId, playerId))) throw notFound('prediction');
      const stream = predictionStream(matchId, playerId);
      const { events, version } = await loadAsOf(sources.store, { tenantId: principal.tenantId, stream }, query);
      const state = foldOf(evolvePrediction, noPrediction, events);
      if (state.status === 'none') throw notFound('prediction');
      return { status: 200, body: { ...state, version }, version };
    },
  });

const competitionStandings = ({ standings }: Sources): Operation =>
  operation({
    summary: 'The table of a competition',
    answers: { 200: standingsView },
    body: noBody,
    query: z.strictObject({
      at,
      rules: z.enum(RULE_SET_NAMES).default(DEFAULT_POOL_RULES.rules),
      basis: scoreBasisSchema.default(DEFAULT_POOL_RULES.basis),
    }),
    handle: async ({ principal: { tenantId }, param, query: { at, ...chosen } }) => {
      const competition = idOf(param('competition'), 'competition');
      const rules = { ...DEFAULT_POOL_RULES, ...chosen };
      return { status: 200, body: await readStandings(standings, { tenantId, competition, rules, at }) };
    },
  });

const poolStandings = (sources: Sources): Operation =>
  operation({
    summary: 'The table of a pool',
    body: noBody,
    query: z.strictObject({ at }),
    answers: { 200: standingsView },
    handle: async ({ principal: { tenantId }, param, query: { at } }) => {
      const { poolId, competition, rules } = await knownPool(sources, tenantId, param('poolId'));
      return {
        status: 200,
        body: await readStandings(sources.standings, { tenantId, competition, rules, poolId, at }),
      };
    },
  });

/** Everything that can be read. */
export const queryOperations = (sources: Sources) => ({
  'GET /v1/matches/{matchId}': getMatch(sources),
  'GET /v1/predictions/{predictionId}': getPrediction(sources),
  'GET /v1/competitions/{competition}/standings': competitionStandings(sources),
  'GET /v1/competitions/{competition}/statistics': operation({
    summary: 'The statistics of a competition: in all, by match, by day',
    body: noBody,
    query: z.strictObject({ at }),
    answers: { 200: competitionStatisticsView },
    handle: async ({ principal: { tenantId }, param, query: { at } }) => {
      const competition = idOf(param('competition'), 'competition');
      return { status: 200, body: await readStatistics(sources.statistics, { tenantId, competition, at }) };
    },
  }),
  'GET /v1/pools/{poolId}/standings': poolStandings(sources),
  ...poolQueries(sources),
  ...playerQueries(sources),
  ...eventOperations(sources),
});
