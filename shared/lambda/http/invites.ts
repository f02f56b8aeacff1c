import { hash } from 'node:crypto';
import * as z from 'zod';
import { createInvite, joinByCode, partsOfCode } from '../../application/invites.ts';
import type { PlayerDependencies } from '../../application/player-commands.ts';
import { commandPool } from '../../application/pool-commands.ts';
import { MAX_USES } from '../../events/pool-events.ts';
import { idSchema, instantSchema } from '../../events/schemas.ts';
import { done, doneAnswers } from './done.ts';
import { operation } from './http-handler.ts';
import { idOf } from './ids.ts';
import { nothing, withoutBody } from './nothing.ts';
import { isOrganiser } from './principal.ts';
import { RequestError } from './problem.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

const codeSchema = z
  .string()
  .min(1)
  .max(200)
  .describe('`<pool>.<secret>`, as the one who invites was answered. Whoever has it may join.');

/** What an invite may be limited by. */
const termsSchema = z.strictObject({
  expiresAt: instantSchema.nullable().default(null),
  maxUses: z.number().int().min(1).max(MAX_USES).nullable().default(null),
});

const unknownInvite = (): RequestError =>
  new RequestError(404, 'unknown-invite', 'there is no such invite, or it was revoked');

/** Commands of a pool's invites. */
export const inviteOperations = (given: PlayerDependencies) => {
  const dependencies = { ...given, sha256 };
  return {
    'POST /v1/pools/{poolId}/invites': operation({
      id: 'createPoolInvite',
      summary: 'Invites to a pool: the answer alone has the code',
      problems: [410],
      body: termsSchema,
      query: nothing,
      answers: doneAnswers({ poolId: idSchema, inviteId: idSchema, code: codeSchema }, true),
      handle: async ({ principal, context, param, body }) => {
        const poolId = idOf(param('poolId'), 'pool');
        const terms = { poolId, ...body, isOrganiser: isOrganiser(principal) };
        const { inviteId, code, executed } = await createInvite(dependencies, context, terms);
        return { ...done(201, { poolId, inviteId, code }, executed), headers: { 'cache-control': 'no-store' } };
      },
    }),
    'DELETE /v1/pools/{poolId}/invites/{inviteId}': operation({
      id: 'revokePoolInvite',
      summary: 'Revokes an invite: who has joined by it stays',
      body: withoutBody,
      query: nothing,
      answers: doneAnswers({ poolId: idSchema, inviteId: idSchema }),
      handle: async ({ principal, context, param }) => {
        const [poolId, inviteId] = [idOf(param('poolId'), 'pool'), idOf(param('inviteId'), 'invite')];
        const executed = await commandPool(dependencies, context, poolId, {
          type: 'revoke-invite',
          inviteId,
          by: principal.playerId,
          isOrganiser: isOrganiser(principal),
        });
        return done(200, { poolId, inviteId }, executed);
      },
    }),
    'POST /v1/pools/join': operation({
      id: 'joinPoolByInvite',
      summary: 'Joins the pool of an invite',
      problems: [404, 410],
      body: z.strictObject({ code: codeSchema }),
      query: nothing,
      answers: doneAnswers({ poolId: idSchema }),
      handle: async ({ principal: { playerId }, context, body: { code } }) => {
        if (!idSchema.safeParse(partsOfCode(code).poolId).success) throw unknownInvite();
        const { poolId, ...executed } = await joinByCode(dependencies, context, { code, playerId });
        return done(200, { poolId }, executed);
      },
    }),
  };
};
