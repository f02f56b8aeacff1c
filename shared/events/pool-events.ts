import * as z from 'zod';
import { POOL_ACCESS, type PoolRules } from '../domain/pool.ts';
import { RULE_SET_NAMES } from '../domain/scoring.ts';
import { idSchema, instantSchema, scoreBasisSchema, textSchema } from './schemas.ts';

const rules = {
  rules: z.enum(RULE_SET_NAMES),
  basis: scoreBasisSchema,
  tieBreaks: z.array(z.enum(['exact', 'goal_diff', 'tendency_only'])).max(3),
  countAwarded: z.boolean(),
};

export const poolRulesSchema: z.ZodType<PoolRules> = z.object(rules);

const membership = z.object({ poolId: idSchema, competition: idSchema, playerId: idSchema });

/** Players that an invite may be counted for: who they are is in the pool's state. */
export const MAX_USES = 100;

const invite = { poolId: idSchema, inviteId: idSchema };

/** The facts of a pool and of who plays in it, by event type. */
export const poolEvents = {
  'pool.created': {
    version: '1.1',
    data: z.object({
      poolId: idSchema,
      competition: idSchema,
      name: textSchema,
      owner: textSchema,
      ...rules,
      access: z.enum(POOL_ACCESS).optional(),
    }),
  },
  'pool.rules-changed': {
    version: '1.0',
    data: z.object({ poolId: idSchema, previous: poolRulesSchema, ...rules }),
  },
  'pool.invite-created': {
    version: '1.0',
    data: z.object({
      ...invite,
      secretHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
      expiresAt: instantSchema.nullable(),
      maxUses: z.number().int().min(1).max(MAX_USES).nullable(),
    }),
  },
  'pool.invite-revoked': { version: '1.0', data: z.object(invite) },
  'pool.invite-used': { version: '1.0', data: z.object({ ...invite, playerId: idSchema }) },
  'pool.player-joined': { version: '1.0', data: membership },
  'pool.player-left': { version: '1.0', data: membership },
} as const;
