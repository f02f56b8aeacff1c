import type * as z from 'zod';
import { envelopeSchema } from '../../shared/events/envelope.ts';
import { poolRulesSchema } from '../../shared/events/pool-events.ts';
import { newProfileSchema } from '../../shared/events/profile.ts';
import {
  confidenceSchema,
  idSchema,
  instantSchema,
  kickOffSchema,
  resultSchema,
  scoreBasisSchema,
  scoreSchema,
  textSchema,
} from '../../shared/events/schemas.ts';
import { poolView } from '../../shared/lambda/http/pool-queries.ts';
import { competitionStatisticsView, matchView, predictionView, standingsView } from '../../shared/lambda/http/views.ts';

/** A schema that the description calls by its name. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly description: string;
  readonly example?: unknown;
}

const score = { home: 2, away: 1 };

/** Schemas that have a name of their own in the description; all others stand where they are used. */
export const NAMED: readonly NamedSchema[] = [
  {
    name: 'Id',
    schema: idSchema,
    description: 'An identifier: lower-case letters and digits in groups, joined by single hyphens.',
    example: 'burnley-city',
  },
  {
    name: 'Instant',
    schema: instantSchema,
    description: 'An instant in UTC with milliseconds.',
    example: '2026-11-20T19:30:00.000Z',
  },
  { name: 'Text', schema: textSchema, description: 'What a person wrote: a name, a reason.', example: 'Burnley FC' },
  {
    name: 'Confidence',
    schema: confidenceSchema,
    description: 'The probability, from 0 to 1, that the player gives the tendency of the pick; null: none stated.',
    example: 0.7,
  },
  { name: 'Score', schema: scoreSchema, description: 'Goals of the home side and of the away side.', example: score },
  {
    name: 'Result',
    schema: resultSchema,
    description: 'The score after 90 minutes, and what else was played.',
    example: { fullTime: score, halfTime: { home: 1, away: 0 } },
  },
  {
    name: 'KickOff',
    schema: kickOffSchema,
    description: 'When a match begins. Unless the time is known, only the day of it counts.',
    example: { at: '2026-11-20T19:30:00.000Z', timeKnown: true },
  },
  {
    name: 'ScoreBasis',
    schema: scoreBasisSchema,
    description: 'Which score counts: after 90 minutes, after extra time, or with the shoot-out.',
  },
  {
    name: 'PoolRules',
    schema: poolRulesSchema,
    description: 'How a pool counts.',
    example: { rules: 'kicktipp-4-3-2', basis: 'FT90', tieBreaks: ['exact'], countAwarded: false },
  },
  {
    name: 'Profile',
    schema: newProfileSchema,
    description: 'Who a player is: personal data.',
    example: { displayName: 'Ada', locale: 'en-GB' },
  },
  { name: 'Match', schema: matchView, description: 'A match.' },
  { name: 'Prediction', schema: predictionView, description: 'A player’s prediction of a match.' },
  { name: 'Pool', schema: poolView, description: 'A private league of players: a competition with rules of its own.' },
  { name: 'Standings', schema: standingsView, description: 'A table, best first; equals share a rank.' },
  {
    name: 'CompetitionStatistics',
    schema: competitionStatisticsView,
    description: 'What was predicted, and how well: in all, by match, by day.',
  },
  { name: 'Event', schema: envelopeSchema, description: 'A fact in its envelope.' },
];
