import * as z from 'zod';
import { CATEGORIES } from '../domain/scoring.ts';
import { confidenceSchema, idSchema, instantSchema, scoreSchema, textSchema } from './schemas.ts';

const key = { predictionId: z.string().max(220), matchId: idSchema, competition: idSchema, playerId: idSchema };
const pick = { predicted: scoreSchema, confidence: confidenceSchema };
const settledBy = { matchVersion: z.number().int().min(1), settledAt: instantSchema };

const scored = z.object({
  actual: scoreSchema,
  category: z.enum(CATEGORIES),
  isCorrect: z.boolean(),
  points: z.number().int(),
  accuracyScore: z.number().min(0).max(1).nullable(),
});

const verdict = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scored'),
    awarded: z.boolean(),
    rules: z.object({ name: z.string(), version: z.number().int() }),
    byBasis: z.object({ FT90: scored, AET120: scored.optional(), PENS_SUM: scored.optional() }),
  }),
  z.object({ kind: z.literal('void'), reason: textSchema }),
]);

/** The facts of a prediction, by event type. */
export const predictionEvents = {
  'prediction.created': {
    version: '1.0',
    data: z.object({
      ...key,
      ...pick,
      matchVersion: z.number().int().min(1),
      locksAt: instantSchema.nullable(),
    }),
  },
  'prediction.revised': { version: '1.0', data: z.object({ ...key, ...pick, previous: z.object(pick) }) },
  'prediction.cancelled': {
    version: '1.0',
    data: z.object({ ...key, reason: textSchema, cancelledBy: textSchema }),
  },
  'prediction.evaluated': {
    version: '1.1',
    data: z.object({ ...key, ...pick, ...settledBy, verdict, previous: verdict.optional() }),
  },
  'prediction.reopened': { version: '1.0', data: z.object({ ...key, ...settledBy }) },
} as const;
