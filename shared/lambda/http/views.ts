import * as z from 'zod';
import { CATEGORIES } from '../../domain/scoring.ts';
import { poolRulesSchema } from '../../events/pool-events.ts';
import { predictionEvents } from '../../events/prediction-events.ts';
import {
  confidenceSchema,
  idSchema,
  kickOffSchema,
  resultSchema,
  scoreSchema,
  textSchema,
} from '../../events/schemas.ts';
import { nextView } from './paging.ts';

/** What is answered of each resource: for the API's description, and for tests that hold answers against it. */

const version = z.number().int().min(1).describe('The version of the stream that this shows.');

const fixtureSchema = z.object({
  matchId: idSchema,
  competition: idSchema,
  round: textSchema.nullable(),
  home: textSchema,
  away: textSchema,
});

const known = { fixture: fixtureSchema, kickOff: kickOffSchema, version };

export const matchView = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['scheduled', 'started', 'cancelled']), ...known }),
  z.object({ status: z.literal('postponed'), begun: z.boolean(), ...known }),
  z.object({ status: z.enum(['finished', 'awarded']), result: resultSchema, ...known }),
]);

const keySchema = z.object({
  predictionId: z.string(),
  matchId: idSchema,
  competition: idSchema,
  playerId: idSchema,
});

export const predictionView = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('placed'),
    key: keySchema,
    pick: z.object({ predicted: scoreSchema, confidence: confidenceSchema }),
    matchVersion: z.number().int().min(1),
    verdict: predictionEvents['prediction.evaluated'].data.shape.verdict.optional(),
    version,
  }),
  z.object({ status: z.literal('cancelled'), key: keySchema, version }),
]);

const count = z.number().int().min(0);
const mean = z.number().nullable();

const standingView = z.object({
  rank: z.number().int().min(1),
  playerId: idSchema,
  points: z.number().int(),
  ...Object.fromEntries(CATEGORIES.map(category => [category, count])),
  scored: count,
  void: count,
  missing: count,
  accuracyMean: mean,
  movement: z
    .object({
      direction: z.enum(['up', 'down', 'same', 'new']),
      previousRank: z.number().int().min(1).nullable(),
    })
    .optional()
    .describe('Since the last matchday, when it was asked for.'),
});

export const standingsView = z.object({
  competition: idSchema,
  rules: poolRulesSchema,
  matches: z.object({ finished: count, cancelled: count, awarded: count }),
  players: count.describe('Rows of the whole table.'),
  movementSince: textSchema
    .nullable()
    .optional()
    .describe('The matchday since which rows moved; null: none has begun.'),
  standings: z.array(standingView),
  next: nextView,
});

const statisticsView = z.object({
  created: count,
  revised: count,
  cancelled: count,
  evaluated: count,
  void: count,
  points: z.number().int(),
  hitRate: mean,
  confidenceMean: mean.describe('Of evaluated predictions: what is stated before a result is nobody’s to see.'),
  accuracyMean: mean,
});

export const competitionStatisticsView = z.object({
  total: statisticsView,
  matches: z.record(z.string(), statisticsView),
  days: z.record(z.string(), statisticsView),
});
