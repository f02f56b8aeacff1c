import * as z from 'zod';
import { DISABLED_BECAUSE } from '../domain/subscription.ts';
import { idSchema, instantSchema, textSchema } from './schemas.ts';

/** Where webhooks go: what a person or a program may ask for is narrower (`shared/application/webhooks`). */
const endpoint = {
  url: z.url().max(2000),
  pattern: z.record(z.string(), z.unknown()),
  description: textSchema.nullable(),
};

const about = { subscriptionId: idSchema };

/** The facts of a subscription to webhooks, by event type. None has a secret in it. */
export const subscriptionEvents = {
  'subscription.created': { version: '1.0', data: z.object({ ...about, since: instantSchema, ...endpoint }) },
  'subscription.changed': { version: '1.0', data: z.object({ ...about, ...endpoint }) },
  'subscription.secret-rotated': { version: '1.0', data: z.object({ ...about, previousUntil: instantSchema }) },
  'subscription.disabled': { version: '1.0', data: z.object({ ...about, reason: z.enum(DISABLED_BECAUSE) }) },
  'subscription.enabled': { version: '1.0', data: z.object({ ...about, since: instantSchema }) },
  'subscription.deleted': { version: '1.0', data: z.object(about) },
} as const;
