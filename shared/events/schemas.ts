import * as z from 'zod';
import type { KickOff } from '../domain/match.ts';
import { type Result, SCORE_BASES, type Score } from '../domain/score.ts';
import { ID, MAX_ID_CHARS } from './id.ts';

/** An identifier: see {@link ID}. */
export const idSchema = z
  .string()
  .max(MAX_ID_CHARS)
  .regex(ID, 'must be lower-case letters and digits, with single hyphens between');

/** An instant in UTC with milliseconds, as `Date.toISOString` writes it: such texts sort as their instants do. */
export const instantSchema = z.iso.datetime({
  precision: 3,
  message: 'must be an instant such as 2026-11-20T19:30:00.000Z',
});

/** No match in the record books has seen more goals of one side than 149 (AS Adema, 2002); beyond 200 it is a typing error. */
const goals = z
  .number()
  .int('must be a whole number')
  .min(0, 'must not be negative')
  .max(200, 'is more than any match has seen');

export const scoreSchema: z.ZodType<Score> = z.object({ home: goals, away: goals });

export const resultSchema: z.ZodType<Result> = z.object({
  fullTime: scoreSchema,
  halfTime: scoreSchema.optional(),
  extraTime: scoreSchema.optional(),
  shootOut: scoreSchema.optional(),
});

export const kickOffSchema: z.ZodType<KickOff> = z.object({ at: instantSchema, timeKnown: z.boolean() });

/** Text a person wrote: a name, a reason. */
export const textSchema = z.string().trim().min(1, 'must not be empty').max(200);

export const confidenceSchema = z.number().min(0, 'must be from 0 to 1').max(1, 'must be from 0 to 1').nullable();

export const scoreBasisSchema = z.enum(SCORE_BASES);
