import * as z from 'zod';
import { type OutcomeSources, shownOutcomes } from '../../application/event-outcomes.ts';
import { instantSchema } from '../../events/schemas.ts';
import { type Operation, operation } from './http-handler.ts';
import { idList } from './ids.ts';
import { withoutBody } from './nothing.ts';

/** Events that may be asked for at once: as many as a query string has room for. */
const MAX_EVENTS = 50;

/** `match-burnley-city:1`, and several of them joined by commas. */
const eventIds = idList('[a-z\\d.-]{1,300}:\\d{1,9}', 'events', MAX_EVENTS);

const outcomeView = z.object({
  handler: z.string(),
  status: z.enum(['succeeded', 'skipped', 'parked', 'failed', 'dead-lettered']),
  reason: z.string().nullable().describe('Why it was skipped, parked or failed.'),
  error: z.string().nullable().describe('The name of the error.'),
  attempt: z.number().int().min(1),
  at: instantSchema,
  ms: z.number().min(0).describe('Of the batch that the event was in.'),
});

const outcomesView = z.object({
  items: z.array(
    z.object({
      eventId: z.string(),
      withheld: z.boolean().describe('The match is not locked yet: who handled a pick may tell what was picked.'),
      outcomes: z.array(outcomeView),
    }),
  ),
});

/** What became of events at their handlers. */
export const outcomeOperations = (sources: OutcomeSources) =>
  ({
    'GET /v1/operations/outcomes': operation({
      id: 'listOutcomes',
      summary: 'What became of events at each handler',
      body: withoutBody,
      query: z.strictObject({ event: eventIds.describe(`Ids of events, ${MAX_EVENTS} at most, joined by commas.`) }),
      answers: { 200: outcomesView },
      handle: async ({ principal: { tenantId }, query: { event } }) => {
        return { status: 200, body: { items: await shownOutcomes(sources, tenantId, event) } };
      },
    }),
  }) satisfies Record<string, Operation>;
