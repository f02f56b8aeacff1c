import * as z from 'zod';
import { idSchema, kickOffSchema, resultSchema, textSchema } from './schemas.ts';

const fixture = {
  matchId: idSchema,
  competition: idSchema,
  round: textSchema.nullable(),
  home: textSchema,
  away: textSchema,
};

/** The facts of a match, by event type. */
export const matchEvents = {
  'match.scheduled': { version: '1.0', data: z.object({ ...fixture, kickOff: kickOffSchema }) },
  'match.rescheduled': {
    version: '1.0',
    data: z.object({ ...fixture, kickOff: kickOffSchema, previous: kickOffSchema }),
  },
  'match.postponed': { version: '1.0', data: z.object({ ...fixture, reason: textSchema }) },
  'match.started': { version: '1.0', data: z.object(fixture) },
  'match.finished': { version: '1.0', data: z.object({ ...fixture, result: resultSchema }) },
  'match.result-corrected': {
    version: '1.0',
    data: z.object({ ...fixture, result: resultSchema, previous: resultSchema, reason: textSchema }),
  },
  'match.result-withdrawn': {
    version: '1.0',
    data: z.object({ ...fixture, previous: resultSchema, reason: textSchema }),
  },
  'match.cancelled': { version: '1.0', data: z.object({ ...fixture, reason: textSchema }) },
  'match.reinstated': { version: '1.0', data: z.object({ ...fixture, kickOff: kickOffSchema }) },
  'match.awarded': {
    version: '1.0',
    data: z.object({ ...fixture, result: resultSchema, reason: textSchema }),
  },
} as const;
