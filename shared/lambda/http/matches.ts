import * as z from 'zod';
import { commandMatch } from '../../application/commands.ts';
import type { Dependencies } from '../../application/execution.ts';
import type { MatchCommand } from '../../domain/match-decisions.ts';
import { idSchema, kickOffSchema, resultSchema, textSchema } from '../../events/schemas.ts';
import { done, doneAnswers } from './done.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf } from './ids.ts';
import { emptyBody, nothing } from './nothing.ts';
import { reasonSchema } from './reason.ts';

/** A route that commands the match in its path. */
const matchRoute = <Body>(
  dependencies: Dependencies,
  summary: string,
  body: z.ZodType<Body>,
  command: (body: Body, now: string) => MatchCommand,
): Operation =>
  operation({
    summary,
    body,
    query: nothing,
    answers: doneAnswers({ matchId: idSchema }),
    versioned: true,
    handle: async ({ context, param, body }) => {
      const matchId = idOf(param('matchId'), 'match');
      return done(200, { matchId }, await commandMatch(dependencies, context, matchId, command(body, context.now)));
    },
  });

const fixtureSchema = z.strictObject({
  matchId: idSchema,
  competition: idSchema,
  round: textSchema.nullable().default(null),
  home: textSchema,
  away: textSchema,
  kickOff: kickOffSchema,
});

const scheduleMatch = (dependencies: Dependencies): Operation =>
  operation({
    summary: 'Schedules a match',
    body: fixtureSchema,
    query: nothing,
    answers: doneAnswers({ matchId: idSchema }, true),
    versioned: true,
    handle: async ({ context, body: { kickOff, ...fixture } }) => {
      const { matchId } = fixture;
      return done(
        201,
        { matchId },
        await commandMatch(dependencies, context, matchId, { type: 'schedule', fixture, kickOff }),
      );
    },
  });

/** Commands of a match. */
export const matchOperations = (dependencies: Dependencies) => {
  const result = z.strictObject({ result: resultSchema });
  const resultAndReason = z.strictObject({ result: resultSchema, reason: textSchema });
  const kickOff = z.strictObject({ kickOff: kickOffSchema });
  return {
    'POST /v1/matches': scheduleMatch(dependencies),
    'POST /v1/matches/{matchId}/reschedule': matchRoute(
      dependencies,
      'Gives a match another kick-off',
      kickOff,
      body => ({
        type: 'reschedule',
        ...body,
      }),
    ),
    'POST /v1/matches/{matchId}/postpone': matchRoute(dependencies, 'Postpones a match', reasonSchema, body => ({
      type: 'postpone',
      ...body,
    })),
    'POST /v1/matches/{matchId}/start': matchRoute(
      dependencies,
      'Says that a match has kicked off',
      emptyBody,
      (_, now) => ({ type: 'start', now }),
    ),
    'POST /v1/matches/{matchId}/finish': matchRoute(
      dependencies,
      'States the result of a match',
      result,
      (body, now) => ({
        type: 'finish',
        ...body,
        now,
      }),
    ),
    'POST /v1/matches/{matchId}/correct': matchRoute(
      dependencies,
      'Corrects the result of a match',
      resultAndReason,
      body => ({
        type: 'correct',
        ...body,
      }),
    ),
    'POST /v1/matches/{matchId}/withdraw-result': matchRoute(
      dependencies,
      'Takes the result of a match back',
      reasonSchema,
      body => ({
        type: 'withdraw-result',
        ...body,
      }),
    ),
    'POST /v1/matches/{matchId}/cancel': matchRoute(dependencies, 'Cancels a match', reasonSchema, body => ({
      type: 'cancel',
      ...body,
    })),
    'POST /v1/matches/{matchId}/reinstate': matchRoute(
      dependencies,
      'Takes the cancellation of a match back',
      kickOff,
      body => ({ type: 'reinstate', ...body }),
    ),
    'POST /v1/matches/{matchId}/award': matchRoute(
      dependencies,
      'Awards a match at the table',
      resultAndReason,
      body => ({ type: 'award', ...body }),
    ),
  };
};
