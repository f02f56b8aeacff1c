import * as z from 'zod';
import { loadMatch, loadPool } from '../../application/commands.ts';
import type { EventIndex } from '../../application/event-index.ts';
import type { EventStore } from '../../application/event-store.ts';
import { systemClock } from '../../application/execute.ts';
import { DEFAULT_POOL_RULES, readStandings, readStatistics, type TallyReader } from '../../application/read-models.ts';
import { fold } from '../../domain/decider.ts';
import { isLocked } from '../../domain/match.ts';
import type { PoolState } from '../../domain/pool.ts';
import { evolvePrediction, noPrediction, type PredictionEvent } from '../../domain/prediction.ts';
import { RULE_SET_NAMES } from '../../domain/scoring.ts';
import { instantSchema, scoreBasisSchema } from '../../events/schemas.ts';
import { predictionStream } from '../../events/streams.ts';
import { eventOperations } from './event-queries.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf, notFound, predictionRefOf } from './ids.ts';
import type { Principal } from './principal.ts';

/** What the queries read. */
export interface Sources {
  readonly store: EventStore;
  readonly index: EventIndex;
  readonly standings: TallyReader;
  readonly statistics: TallyReader;
}

const nothing = z.strictObject({});
const noBody = z.undefined();
const at = instantSchema.optional();

const getMatch = ({ store }: Sources): Operation =>
  operation({
    body: noBody,
    query: nothing,
    handle: async ({ principal, param }) => {
      const { state, version } = await loadMatch({ store }, principal.tenantId, idOf(param('matchId'), 'match'));
      if (state.status === 'unknown') throw notFound('match');
      return { status: 200, body: { ...state, version } };
    },
  });

/** Picks of others are hidden until the match is locked, from everybody but an organiser. */
const mayRead = async ({ store }: Sources, principal: Principal, matchId: string, owner: string): Promise<boolean> => {
  if (owner === principal.playerId || principal.roles.includes('organiser')) return true;
  const { state } = await loadMatch({ store }, principal.tenantId, matchId);
  return state.status !== 'unknown' && isLocked(state, systemClock());
};

const getPrediction = (sources: Sources): Operation =>
  operation({
    body: noBody,
    query: nothing,
    handle: async ({ principal, param }) => {
      const { matchId, playerId } = predictionRefOf(param('predictionId'));
      if (!(await mayRead(sources, principal, matchId, playerId))) throw notFound('prediction');
      const { events, token } = await sources.store.load(principal.tenantId, predictionStream(matchId, playerId));
      const state = fold(evolvePrediction, noPrediction, events as readonly unknown[] as readonly PredictionEvent[]);
      if (state.status === 'none') throw notFound('prediction');
      return { status: 200, body: { ...state, version: token.version } };
    },
  });

const competitionStandings = ({ standings }: Sources): Operation =>
  operation({
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

const openPool = async (
  { store }: Sources,
  tenantId: string,
  poolId: string,
): Promise<Exclude<PoolState, { status: 'unknown' }>> => {
  const pool = await loadPool({ store }, tenantId, idOf(poolId, 'pool'));
  if (pool.status === 'unknown') throw notFound('pool');
  return pool;
};

const poolStandings = (sources: Sources): Operation =>
  operation({
    body: noBody,
    query: z.strictObject({ at }),
    handle: async ({ principal: { tenantId }, param, query: { at } }) => {
      const { poolId, competition, rules } = await openPool(sources, tenantId, param('poolId'));
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
    body: noBody,
    query: nothing,
    handle: async ({ principal: { tenantId }, param }) => ({
      status: 200,
      body: await readStatistics(sources.statistics, tenantId, idOf(param('competition'), 'competition')),
    }),
  }),
  'GET /v1/pools/{poolId}': operation({
    body: noBody,
    query: nothing,
    handle: async ({ principal: { tenantId }, param }) => ({
      status: 200,
      body: await openPool(sources, tenantId, param('poolId')),
    }),
  }),
  'GET /v1/pools/{poolId}/standings': poolStandings(sources),
  ...eventOperations(sources),
});
