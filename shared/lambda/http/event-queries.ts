import * as z from 'zod';
import type { ShownEvents, ShownPage } from '../../application/redaction.ts';
import { EVENT_TYPES, isEventType } from '../../events/catalog.ts';
import { envelopeSchema } from '../../events/envelope.ts';
import { instantSchema } from '../../events/schemas.ts';
import { type Operation, operation } from './http-handler.ts';
import { notFound } from './ids.ts';
import { nothing, withoutBody } from './nothing.ts';
import { wholeNumber } from './paging.ts';
import { RequestError } from './problem.ts';

/** More than a stream of two ids, and a version, take. */
const MAX_EVENT_ID = 320;

const instant = instantSchema.optional();
const limit = wholeNumber(100, 100);

const correlationSchema = z.string().min(1).max(100);

/** The four ways to ask, told apart by the name of their first word. */
const eventsQuery = z.union(
  [
    z.strictObject({ cursor: z.string().max(4000), limit }),
    z.strictObject({ type: z.enum(EVENT_TYPES), from: instant, to: instant, limit }),
    z.strictObject({ correlationId: correlationSchema, from: instant, limit }),
    z.strictObject({ since: instantSchema, limit }),
  ],
  'must be type (from, to), correlationId (from), since, or cursor; limit is from 1 to 100, instants such as 2026-11-20T19:30:00.000Z',
);

const typeQuery = z.strictObject({ from: instant, to: instant, limit });
const correlationQuery = z.strictObject({ from: instant, limit });

const ask = (index: ShownEvents, tenantId: string, query: z.infer<typeof eventsQuery>): Promise<ShownPage> => {
  const { limit, ...question } = query;
  if ('cursor' in question) return index.next(tenantId, question.cursor, limit);
  if ('type' in question) return index.byType(tenantId, question, limit);
  if ('correlationId' in question) return index.byCorrelation(tenantId, question, limit);
  return index.since(tenantId, question, limit);
};

const eventView = envelopeSchema.extend({
  redacted: z.literal(true).optional().describe('The match is not locked yet: what was picked is left out.'),
});

const eventPageView = z.object({
  events: z.array(eventView),
  cursor: z.string().optional(),
  more: z.boolean(),
  watermark: z.object({ position: z.number().int(), indexedUntil: instantSchema.nullable() }),
});

/** The events themselves, for organisers, who may play too: what was picked is left out until the match is locked. */
export const eventOperations = ({ index }: { readonly index: ShownEvents }) =>
  ({
    'GET /v1/events': operation({
      summary: 'Events: by type, by correlation id, or since an instant',
      body: withoutBody,
      query: eventsQuery,
      answers: { 200: eventPageView },
      handle: async ({ principal, query }) => {
        return { status: 200, body: await ask(index, principal.tenantId, query) };
      },
    }),
    'GET /v1/events/type/{type}': operation({
      id: 'listEventsOfType',
      summary: 'Events of a type; go on with the cursor at `GET /v1/events`',
      body: withoutBody,
      query: typeQuery,
      answers: { 200: eventPageView },
      handle: async ({ principal, param, query }) => {
        const type = param('type');
        if (!isEventType(type)) throw new RequestError(404, 'unknown-type', 'there is no such type of event');
        return { status: 200, body: await ask(index, principal.tenantId, { type, ...query }) };
      },
    }),
    'GET /v1/events/correlation/{correlationId}': operation({
      id: 'listEventsOfCorrelation',
      summary: 'Events of a correlation id; go on with the cursor at `GET /v1/events`',
      body: withoutBody,
      query: correlationQuery,
      answers: { 200: eventPageView },
      handle: async ({ principal, param, query }) => {
        const found = correlationSchema.safeParse(param('correlationId'));
        if (!found.success) throw notFound('event');
        const question = { correlationId: found.data, ...query };
        return { status: 200, body: await ask(index, principal.tenantId, question) };
      },
    }),
    'GET /v1/events/{eventId}': operation({
      summary: 'An event',
      body: withoutBody,
      query: nothing,
      answers: { 200: eventView },
      handle: async ({ principal, param }) => {
        const eventId = param('eventId');
        // A longer text is no key of the store.
        const event = eventId.length > MAX_EVENT_ID ? undefined : await index.find(principal.tenantId, eventId);
        if (!event) throw notFound('event');
        return { status: 200, body: event };
      },
    }),
  }) satisfies Record<string, Operation>;
