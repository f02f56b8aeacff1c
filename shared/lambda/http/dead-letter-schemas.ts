import * as z from 'zod';
import type { QueueLook, ShownLetter } from '../../application/dead-letters/list.ts';
import { DEAD_LETTER_QUEUES, type LetterRef } from '../../application/dead-letters/ports.ts';
import { envelopeSchema } from '../../events/envelope.ts';
import { instantSchema, textSchema } from '../../events/schemas.ts';
import { listView, pageQuery } from './paging.ts';

const count = z.number().int().min(0);
const handlerName = z.string().regex(/^[a-z][a-z-]{0,60}$/, 'must be the name of a handler');

/** Which letters are asked for. */
export const letterQuery = z.strictObject({ ...pageQuery(100, 50), handler: handlerName.optional() });

const letterRef = z.strictObject({
  handler: handlerName,
  queue: z.enum(DEAD_LETTER_QUEUES),
  messageId: z.string().regex(/^[\w-]{1,100}$/, 'must be the id of a message'),
});
const letterRefs = z.array(letterRef).min(1).max(100);

/** Some, or all of the tenant's: of one handler, or of every one. */
export const redriveBody = z.union(
  [z.strictObject({ letters: letterRefs }), z.strictObject({ all: z.literal(true), handler: handlerName.optional() })],
  'must be letters, from 1 to 100, or all: true (handler)',
);

export const discardBody = z.strictObject({ letters: letterRefs, reason: textSchema });

const incidentView = z.object({
  what: z.enum(['failed', 'dead-lettered', 'redriven', 'discarded']),
  at: instantSchema,
  attempt: z.number().int().min(1).optional(),
  error: z.string().optional().describe('The kind of error.'),
  reason: z.string().optional().describe('The error’s message, or why somebody discarded it.'),
  by: z.string().optional().describe('The operator.'),
});

const letterView = z.object({
  handler: z.string(),
  queue: z
    .enum(DEAD_LETTER_QUEUES)
    .describe(
      'After the handler’s last attempt, never delivered to it, not published, or a part of the stream that was given up.',
    ),
  messageId: z.string(),
  sentAt: instantSchema.describe('When it was first sent to the handler.'),
  received: count.describe('How often anybody received it: the handler, and each operator who looked.'),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable().describe('Why the bus could not deliver it.'),
  kind: z
    .enum(['event', 'delivery', 'rebuild', 'schedule', 'commit', 'records', 'unreadable'])
    .describe(
      'An event; a webhook to be delivered; a step of a rebuild; a run that was due; a commit that was not published; records of the stream.',
    ),
  subject: z.string().nullable().describe('What it is about, when it is no event.'),
  redrivable: z.boolean().describe('False: it can only be discarded, once its cause is mended elsewhere.'),
  why: z.string().nullable().describe('Why it is here, when it says so itself.'),
  event: envelopeSchema.nullable().describe('Null: it is none, or cannot be read.'),
  unreadable: z.string().nullable().describe('Why it cannot be read.'),
  payload: z
    .unknown()
    .describe('What it says instead of an event; of one that cannot be read only if it is about a match, else null.'),
  history: z.array(incidentView).describe('What happened to it at this handler, the oldest first.'),
});

const queueView = z.object({
  handler: z.string(),
  queue: z.enum(DEAD_LETTER_QUEUES),
  waiting: count,
  inFlight: count,
  seen: count,
});

/** Dead letters, and the queues they are in. */
export const lettersView = listView(letterView).extend({
  queues: z
    .array(queueView)
    .describe(
      'Queues that are not empty, with all that is in them, about: other tenants’ too. `seen` of them were looked at. What is about a pick that is open is not among the items.',
    ),
});

const refView = z.object({ handler: z.string(), queue: z.enum(DEAD_LETTER_QUEUES), messageId: z.string() });

/** What became of letters. */
export const settledView = z.object({
  done: z.array(refView),
  missing: z
    .array(refView)
    .describe('Not found: somebody was faster, is looking at them at the moment, or there are none such.'),
});

/** The name of a letter, and nothing else of it. */
export const refOf = ({ handler, queue, messageId }: LetterRef): LetterRef => ({ handler, queue, messageId });

/** A letter as it is answered. */
export const showLetter = ({ letter, payload, incidents, ...shown }: ShownLetter) => ({
  ...refOf(letter),
  sentAt: letter.sentAt,
  received: letter.received,
  refusal: letter.refusal ?? null,
  ...shown,
  payload: payload ?? null,
  history: incidents.map(({ tenantId: _t, eventId: _e, handler: _h, messageId: _m, ...incident }) => incident),
});

/** A queue as it is answered. */
export const showQueue = ({ handler, queue, waiting, inFlight, seen }: QueueLook) => ({
  ...{ handler, queue, waiting, inFlight, seen },
});
