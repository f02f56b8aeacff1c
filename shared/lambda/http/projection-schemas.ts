import * as z from 'zod';
import type { Generations } from '../../application/generations.ts';
import type { HandlerQueues } from '../../application/health.ts';
import type { RebuildJob } from '../../application/rebuild-job.ts';
import { instantSchema } from '../../events/schemas.ts';

const count = z.number().int().min(0);
const generation = z.number().int().min(0);

/** The generations of a read model. */
export const generationsView = z.object({
  active: generation.describe('The one that is read.'),
  written: z.array(generation).describe('Those that follow the events: it can be switched to them.'),
  newest: generation,
});

/** A rebuild. */
export const rebuildView = z.object({
  state: z.enum(['waiting', 'replaying', 'done', 'failed', 'cancelled']),
  generation,
  commits: count.describe('Read so far.'),
  events: count.describe('Applied so far.'),
  total: count.describe('Commits that the ledger had when it began, counted by DynamoDB some hours before.'),
  by: z.string().nullable().describe('Who began it; null: it is not for this operator to know.'),
  startedAt: instantSchema,
  changedAt: instantSchema,
  reason: z.string().nullable().describe('Why it failed.'),
});

const depth = z.object({ waiting: count, inFlight: count });

const projectionView = z.object({
  name: z.string(),
  handler: z.string(),
  generations: generationsView,
  rebuild: rebuildView.nullable().describe('The last one.'),
  queues: z
    .object({ events: depth, deadLetters: depth, undelivered: depth })
    .nullable()
    .describe('Of all tenants, about; null: the queues do not answer.'),
  oldestUnhandled: z
    .object({ eventId: z.string(), occurredAt: instantSchema, ageMs: z.number().min(0) })
    .nullable()
    .describe('The oldest event of the last hour, of this tenant, that it does not know of yet; null: there is none.'),
});

/** All read models, and how far the index of events is. */
export const projectionsView = z.object({
  projections: z.array(projectionView),
  mayRebuild: z.boolean().describe('Whether this operator may rebuild and switch: a read model is of all tenants.'),
  index: z.object({ position: count, indexedUntil: instantSchema.nullable() }),
});

/** The generation to be read. */
export const switchBody = z.strictObject({ generation });

/** Generations as they are answered. */
export const showGenerations = ({ active, written, newest }: Generations) => ({
  ...{ active, written: [...written], newest },
});

/** A rebuild as it is answered. */
export const showRebuild = (job: RebuildJob, ofPlatform: boolean) => {
  const { state, generation, commits, events, total, by, startedAt, changedAt, reason = null } = job;
  return { state, generation, commits, events, total, by: ofPlatform ? by : null, startedAt, changedAt, reason };
};

/** A handler's queues as they are answered. */
export const showQueues = (queues: HandlerQueues | undefined) =>
  queues && { events: queues.events, deadLetters: queues.deadLetters, undelivered: queues.undelivered };
