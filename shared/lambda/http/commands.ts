import * as z from 'zod';
import {
  cancelPrediction,
  changePoolRules,
  commandMatch,
  createPool,
  createPrediction,
  joinPool,
  leavePool,
  type PredictionRef,
  revisePrediction,
} from '../../application/commands.ts';
import type { Dependencies, Executed } from '../../application/execution.ts';
import { DEFAULT_POOL_RULES } from '../../application/read-models.ts';
import type { MatchCommand } from '../../domain/match-decisions.ts';
import { poolRulesSchema } from '../../events/pool-events.ts';
import {
  confidenceSchema,
  idSchema,
  kickOffSchema,
  resultSchema,
  scoreSchema,
  textSchema,
} from '../../events/schemas.ts';
import { predictionId } from '../../events/streams.ts';
import { done } from './done.ts';
import { type Operation, operation, type Request } from './http-handler.ts';
import { idOf, notFound, predictionRefOf } from './ids.ts';
import { type Principal, requireRole } from './principal.ts';

const nothing = z.strictObject({});
/** The body of a command that takes none. */
const noBody = z.union([z.undefined(), nothing]);
const pickSchema = { predicted: scoreSchema, confidence: confidenceSchema.default(null) };
const reasonSchema = z.strictObject({ reason: textSchema });

/** A route that commands the match in its path: only an organiser may. */
const matchRoute = <Body>(
  dependencies: Dependencies,
  body: z.ZodType<Body>,
  command: (body: Body, now: string) => MatchCommand,
): Operation =>
  operation({
    body,
    query: nothing,
    handle: async ({ principal, context, param, body }) => {
      requireRole(principal, 'organiser');
      const matchId = idOf(param('matchId'), 'match');
      return done(200, { matchId }, await commandMatch(dependencies, context, matchId, command(body, context.now)));
    },
  });

const fixtureSchema = z.strictObject({
  matchId: idSchema,
  competition: idSchema,
  round: textSchema.nullable().default(null),
  home: textSchema,
  away: textSchema,
  kickOff: kickOffSchema,
});

const scheduleMatch = (dependencies: Dependencies): Operation =>
  operation({
    body: fixtureSchema,
    query: nothing,
    handle: async ({ principal, context, body: { kickOff, ...fixture } }) => {
      requireRole(principal, 'organiser');
      const { matchId } = fixture;
      return done(
        201,
        { matchId },
        await commandMatch(dependencies, context, matchId, { type: 'schedule', fixture, kickOff }),
      );
    },
  });

/** Commands of a match. */
export const matchOperations = (dependencies: Dependencies) => {
  const result = z.strictObject({ result: resultSchema });
  const resultAndReason = z.strictObject({ result: resultSchema, reason: textSchema });
  const kickOff = z.strictObject({ kickOff: kickOffSchema });
  return {
    'POST /v1/matches': scheduleMatch(dependencies),
    'POST /v1/matches/{matchId}/reschedule': matchRoute(dependencies, kickOff, body => ({
      type: 'reschedule',
      ...body,
    })),
    'POST /v1/matches/{matchId}/postpone': matchRoute(dependencies, reasonSchema, body => ({
      type: 'postpone',
      ...body,
    })),
    'POST /v1/matches/{matchId}/start': matchRoute(dependencies, noBody, (_, now) => ({ type: 'start', now })),
    'POST /v1/matches/{matchId}/finish': matchRoute(dependencies, result, (body, now) => ({
      type: 'finish',
      ...body,
      now,
    })),
    'POST /v1/matches/{matchId}/correct': matchRoute(dependencies, resultAndReason, body => ({
      type: 'correct',
      ...body,
    })),
    'POST /v1/matches/{matchId}/withdraw-result': matchRoute(dependencies, reasonSchema, body => ({
      type: 'withdraw-result',
      ...body,
    })),
    'POST /v1/matches/{matchId}/cancel': matchRoute(dependencies, reasonSchema, body => ({ type: 'cancel', ...body })),
    'POST /v1/matches/{matchId}/reinstate': matchRoute(dependencies, kickOff, body => ({ type: 'reinstate', ...body })),
    'POST /v1/matches/{matchId}/award': matchRoute(dependencies, resultAndReason, body => ({ type: 'award', ...body })),
  };
};

/** The prediction an id names. A player's own, unless an organiser asks. */
const ownPrediction = (id: string, { playerId, roles }: Principal): PredictionRef => {
  const ref = predictionRefOf(id);
  if (ref.playerId !== playerId && !roles.includes('organiser')) throw notFound('prediction');
  return ref;
};

const createPredictionOperation = (dependencies: Dependencies): Operation =>
  operation({
    body: z.strictObject({ matchId: idSchema, ...pickSchema }),
    query: nothing,
    handle: async ({ principal: { playerId }, context, body: { matchId, ...pick } }) => {
      const executed = await createPrediction(dependencies, context, { matchId, playerId }, pick);
      return done(201, { predictionId: predictionId(matchId, playerId) }, executed);
    },
  });

/** Commands of a prediction. */
export const predictionOperations = (dependencies: Dependencies) => ({
  'POST /v1/predictions': createPredictionOperation(dependencies),
  'POST /v1/predictions/{predictionId}/revise': operation({
    body: z.strictObject(pickSchema),
    query: nothing,
    handle: async ({ principal, context, param, body }) => {
      const ref = ownPrediction(param('predictionId'), { ...principal, roles: [] });
      return done(
        200,
        { predictionId: param('predictionId') },
        await revisePrediction(dependencies, context, ref, body),
      );
    },
  }),
  'POST /v1/predictions/{predictionId}/cancel': operation({
    body: reasonSchema,
    query: nothing,
    handle: async ({ principal, context, param, body: { reason } }) => {
      const ref = ownPrediction(param('predictionId'), principal);
      const afterLock = principal.roles.includes('organiser');
      const executed = await cancelPrediction(dependencies, context, ref, { reason, afterLock });
      return done(200, { predictionId: param('predictionId') }, executed);
    },
  }),
});

const poolCommand = (
  command: (
    request: Request<unknown, unknown>,
    pool: { poolId: string; playerId: string },
  ) => Promise<Executed<unknown>>,
): Operation =>
  operation({
    body: noBody,
    query: nothing,
    handle: async request => {
      const poolId = idOf(request.param('poolId'), 'pool');
      return done(200, { poolId }, await command(request, { poolId, playerId: request.principal.playerId }));
    },
  });

/** Commands of a pool. */
export const poolOperations = (dependencies: Dependencies) => ({
  'POST /v1/pools': operation({
    body: z.strictObject({
      poolId: idSchema,
      competition: idSchema,
      name: textSchema,
      rules: poolRulesSchema.default(DEFAULT_POOL_RULES),
    }),
    query: nothing,
    handle: async ({ context, body }) =>
      done(201, { poolId: body.poolId }, await createPool(dependencies, context, body)),
  }),
  'POST /v1/pools/{poolId}/rules': operation({
    body: poolRulesSchema,
    query: nothing,
    handle: async ({ context, param, body }) => {
      const poolId = idOf(param('poolId'), 'pool');
      return done(200, { poolId }, await changePoolRules(dependencies, context, poolId, body));
    },
  }),
  'POST /v1/pools/{poolId}/join': poolCommand(({ context }, pool) => joinPool(dependencies, context, pool)),
  'POST /v1/pools/{poolId}/leave': poolCommand(({ context }, pool) => leavePool(dependencies, context, pool)),
});
