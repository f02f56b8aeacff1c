import * as z from 'zod';
import { SCORE_BASES } from '../../domain/score.ts';
import { CATEGORIES } from '../../domain/scoring.ts';
import { envelopeSchema } from '../../events/envelope.ts';
import { instantSchema, scoreSchema } from '../../events/schemas.ts';
import { matchView, predictionView } from './views.ts';

const hash = z.string().describe('SHA-256, base64url.');
const version = z.number().int().min(1);

const compared = <T extends z.ZodType>(value: T) => z.object({ predicted: value, actual: value });
const category = z.enum(CATEGORIES);

const reasonView = z.object({
  basis: z.enum(SCORE_BASES),
  score: compared(scoreSchema),
  tendency: compared(z.enum(['home', 'draw', 'away'])),
  difference: compared(z.number().int()),
  category,
  points: z.number().int().describe('Under the rules that the evaluation names.'),
});

const stepView = z.object({
  event: envelopeSchema.pick({
    id: true,
    type: true,
    schemaVersion: true,
    stream: true,
    version: true,
    occurredAt: true,
    correlationId: true,
    causationId: true,
    data: true,
  }),
  actor: z.enum(['player', 'platform', 'organiser']),
  reasons: z.array(reasonView).describe('Of an evaluation: what the rules compared, by basis.'),
  replaces: z.array(z.string()).describe('Events whose place it took.'),
  replacedBy: z.string().nullable().describe('The event that took its place.'),
  commit: z
    .object({ stream: z.string(), version, events: version, hash, previousHash: hash })
    .describe('Its place in the chain of its stream.'),
  anchor: z
    .object({ number: version, key: z.string(), instant: instantSchema, hash })
    .nullable()
    .describe('The first anchor that has it; null: it is not anchored yet.'),
});

const points = Object.fromEntries(CATEGORIES.map(own => [own, z.number().int()]));
const ruleSetView = z.object({ name: z.string(), version, points: z.object(points) });

/** How a prediction came to its points. */
export const traceView = z.object({
  prediction: predictionView,
  match: matchView,
  locked: z.boolean(),
  ruleSets: z.array(ruleSetView).describe('Every rule set there is, as it is today; the default is the first.'),
  steps: z.array(stepView).describe('Events of the match and of the prediction, in the order in which they happened.'),
});

const proofView = z.object({
  commit: z.object({ p: z.string(), s: z.string(), n: version, b: z.string(), g: hash, h: hash }),
  line: z.string(),
  path: z.array(z.object({ side: z.enum(['left', 'right']), hash })),
  anchor: z.object({ key: z.string(), text: z.string(), hash }),
});

/** A receipt: docs/receipts.md. */
export const receiptView = z.object({
  format: z.literal('matchday-receipt-1'),
  statement: z.object({
    tenantId: z.string(),
    eventId: z.string(),
    type: z.string(),
    actor: z.string(),
    occurredAt: z.string(),
    anchoredAt: z.string(),
    data: z.unknown(),
    deadline: z.object({ kickOff: z.string().nullable(), inTime: z.boolean() }).optional(),
  }),
  proof: proofView,
  kickOff: proofView.optional(),
});
