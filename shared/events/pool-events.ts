import * as z from 'zod';
import type { PoolRules } from '../domain/pool.ts';
import { RULE_SET_NAMES } from '../domain/scoring.ts';
import { idSchema, scoreBasisSchema, textSchema } from './schemas.ts';

const rules = {
  rules: z.enum(RULE_SET_NAMES),
  basis: scoreBasisSchema,
  tieBreaks: z.array(z.enum(['exact', 'goal_diff', 'tendency_only'])).max(3),
  countAwarded: z.boolean(),
};

export const poolRulesSchema: z.ZodType<PoolRules> = z.object(rules);

const membership = z.object({ poolId: idSchema, competition: idSchema, playerId: idSchema });

/** The facts of a pool and of who plays in it, by event type. */
export const poolEvents = {
  'pool.created': {
    version: '1.0',
    data: z.object({ poolId: idSchema, competition: idSchema, name: textSchema, owner: textSchema, ...rules }),
  },
  'pool.rules-changed': {
    version: '1.0',
    data: z.object({ poolId: idSchema, previous: poolRulesSchema, ...rules }),
  },
  'pool.player-joined': { version: '1.0', data: membership },
  'pool.player-left': { version: '1.0', data: membership },
} as const;
