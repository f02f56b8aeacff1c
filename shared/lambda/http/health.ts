import * as z from 'zod';
import { type HealthSources, livenessOf, readEventsHealth } from '../../application/read-health.ts';
import { instantSchema } from '../../events/schemas.ts';
import { logger } from '../observe.ts';
import { operation } from './http-handler.ts';
import { nothing, withoutBody } from './nothing.ts';
import { RequestError } from './problem.ts';

const status = z.enum(['ok', 'degraded', 'unhealthy']);
const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const ms = z.number().min(0);

const rates = z.object({
  events: count,
  errors: count,
  errorRate: share,
  successRate: share,
  eventsPerSecond: z.number().min(0),
  meanMs: ms.nullable().describe('Of the batch that an event was in.'),
  meanDelayMs: ms.nullable().describe('From the event’s time to its handling: the outbox, the bus and the queue.'),
  maxDelayMs: ms,
});
const depth = z.object({ waiting: count, inFlight: count });

const eventsHealthView = z.object({
  status,
  reasons: z.array(z.string()),
  at: instantSchema,
  lastFiveMinutes: rates,
  lastHour: rates,
  backlog: count.describe('Events in the queues of all handlers, about.'),
  deadLetters: count,
  handlers: z.array(
    z.object({
      handler: z.string(),
      lastFiveMinutes: rates,
      lastHour: rates,
      queues: z.object({ events: depth, deadLetters: depth, undelivered: depth }).nullable(),
    }),
  ),
  types: z.array(
    z.object({
      type: z.string(),
      total: count.describe('Deliveries for the first time, of all handlers that take the type, in the last hour.'),
      processed: count,
      parked: count,
      deadLettered: count,
      pending: count,
      meanMs: ms.nullable(),
    }),
  ),
});

const liveness = z.object({ status });

/** How it stands: in a word for whoever asks, in numbers for operators. */
export const healthOperations = (sources: HealthSources) => {
  const ask = livenessOf(sources);
  return {
    'GET /v1/health': operation({
      summary: 'How it stands, in a word',
      body: withoutBody,
      query: nothing,
      answers: { 200: liveness, 503: liveness },
      handle: async () => {
        const status = await ask();
        return {
          status: status === 'unhealthy' ? 503 : 200,
          body: { status },
          headers: { 'cache-control': 'no-store' },
        };
      },
    }),
    'GET /v1/health/events': operation({
      summary: 'How the handling of events stands: rates, backlog, dead letters, by handler and by type',
      body: withoutBody,
      query: nothing,
      answers: { 200: eventsHealthView },
      handle: async () => {
        try {
          return { status: 200, body: await readEventsHealth(sources), headers: { 'cache-control': 'no-store' } };
        } catch (error) {
          logger.error('health cannot be read', error as Error);
          throw new RequestError(503, 'unhealthy', 'the store does not answer');
        }
      },
    }),
  };
};
