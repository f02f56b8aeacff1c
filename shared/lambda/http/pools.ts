import * as z from 'zod';
import type { Dependencies, Executed } from '../../application/execution.ts';
import { changePoolRules, createPool, joinPool, leavePool } from '../../application/pool-commands.ts';
import { DEFAULT_POOL_RULES } from '../../application/read-models.ts';
import { POOL_ACCESS } from '../../domain/pool.ts';
import { poolRulesSchema } from '../../events/pool-events.ts';
import { idSchema, textSchema } from '../../events/schemas.ts';
import { done, doneAnswers } from './done.ts';
import { type Operation, operation, type Request } from './http-handler.ts';
import { idOf } from './ids.ts';
import { emptyBody, nothing } from './nothing.ts';

const poolCommand = (
  summary: string,
  command: (
    request: Request<unknown, unknown>,
    pool: { poolId: string; playerId: string },
  ) => Promise<Executed<unknown>>,
): Operation =>
  operation({
    summary,
    body: emptyBody,
    query: nothing,
    answers: doneAnswers({ poolId: idSchema }),
    handle: async request => {
      const poolId = idOf(request.param('poolId'), 'pool');
      return done(200, { poolId }, await command(request, { poolId, playerId: request.principal.playerId }));
    },
  });

/** Commands of a pool. */
export const poolOperations = (dependencies: Dependencies) => ({
  'POST /v1/pools': operation({
    summary: 'Opens a pool',
    answers: doneAnswers({ poolId: idSchema }, true),
    versioned: true,
    body: z.strictObject({
      poolId: idSchema,
      competition: idSchema,
      name: textSchema,
      access: z.enum(POOL_ACCESS).default('open'),
      rules: poolRulesSchema.default(DEFAULT_POOL_RULES),
    }),
    query: nothing,
    handle: async ({ context, body }) =>
      done(201, { poolId: body.poolId }, await createPool(dependencies, context, body)),
  }),
  'POST /v1/pools/{poolId}/rules': operation({
    summary: 'Changes the rules of a pool',
    id: 'changePoolRules',
    body: poolRulesSchema,
    query: nothing,
    versioned: true,
    answers: doneAnswers({ poolId: idSchema }),
    handle: async ({ context, param, body }) => {
      const poolId = idOf(param('poolId'), 'pool');
      return done(200, { poolId }, await changePoolRules(dependencies, context, poolId, body));
    },
  }),
  'POST /v1/pools/{poolId}/join': poolCommand('Joins a pool', ({ context }, pool) =>
    joinPool(dependencies, context, pool),
  ),
  'POST /v1/pools/{poolId}/leave': poolCommand('Leaves a pool', ({ context }, pool) =>
    leavePool(dependencies, context, pool),
  ),
});
