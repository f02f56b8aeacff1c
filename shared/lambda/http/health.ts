import * as z from 'zod';
import { MAX_RATE_MINUTES } from '../../application/rates.ts';
import { type HealthSources, livenessOf, readEventsHealth, readRates } from '../../application/read-health.ts';
import { instantSchema } from '../../events/schemas.ts';
import { logger } from '../observe.ts';
import { operation } from './http-handler.ts';
import { nothing, withoutBody } from './nothing.ts';
import { wholeNumber } from './paging.ts';
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

const minute = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .describe('A minute in UTC: 2026-11-20T19:30.');
const ratesView = z.object({
  at: instantSchema,
  from: minute,
  handlers: z.array(
    z.object({
      handler: z.string(),
      minutes: z
        .array(
          z.object({
            minute,
            arrived: count,
            processed: count.describe('Succeeded or skipped.'),
            parked: count,
            failed: count,
            deadLettered: count,
            meanMs: ms.nullable(),
            meanDelayMs: ms.nullable(),
            maxDelayMs: ms,
          }),
        )
        .describe('In order; a minute without deliveries is left out.'),
    }),
  ),
});

/** @throws RequestError 503 when the store does not answer; what is wrong inside is not said */
const whileTheStoreAnswers = async <T>(read: Promise<T>): Promise<T> => {
  try {
    return await read;
  } catch (error) {
    logger.error('health cannot be read', error as Error);
    throw new RequestError(503, 'unhealthy', 'the store does not answer');
  }
};

const NOT_KEPT = { 'cache-control': 'no-store' };

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
          headers: NOT_KEPT,
        };
      },
    }),
    'GET /v1/health/events': operation({
      summary: 'How the handling of events stands: rates, backlog, dead letters, by handler and by type',
      body: withoutBody,
      query: nothing,
      answers: { 200: eventsHealthView },
      handle: async () => ({
        status: 200,
        body: await whileTheStoreAnswers(readEventsHealth(sources)),
        headers: NOT_KEPT,
      }),
    }),
    'GET /v1/operations/rates': operation({
      id: 'listRates',
      summary: 'What handlers did, minute by minute',
      body: withoutBody,
      query: z.strictObject({ minutes: wholeNumber(MAX_RATE_MINUTES, 60) }),
      answers: { 200: ratesView },
      handle: async ({ query: { minutes } }) => ({
        status: 200,
        body: await whileTheStoreAnswers(readRates(sources, minutes)),
        headers: NOT_KEPT,
      }),
    }),
  };
};
