import * as z from 'zod';
import {
  cancelPrediction,
  commandMatch,
  createPrediction,
  type PredictionRef,
  revisePrediction,
} from '../../application/commands.ts';
import type { Dependencies } from '../../application/execution.ts';
import type { MatchCommand } from '../../domain/match-decisions.ts';
import {
  confidenceSchema,
  idSchema,
  kickOffSchema,
  resultSchema,
  scoreSchema,
  textSchema,
} from '../../events/schemas.ts';
import { predictionId } from '../../events/streams.ts';
import { done, doneAnswers } from './done.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf, notFound, predictionRefOf } from './ids.ts';
import { emptyBody, nothing } from './nothing.ts';
import { isOrganiser, type Principal } from './principal.ts';

const pickSchema = { predicted: scoreSchema, confidence: confidenceSchema.default(null) };
const reasonSchema = z.strictObject({ reason: textSchema });

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

/** The prediction an id names: the principal's own, or another's where that is permitted. */
const predictionOf = (id: string, { playerId }: Principal, othersToo = false): PredictionRef => {
  const ref = predictionRefOf(id);
  if (ref.playerId !== playerId && !othersToo) throw notFound('prediction');
  return ref;
};

const predictionAnswer = { predictionId: z.string() };

const createPredictionOperation = (dependencies: Dependencies): Operation =>
  operation({
    summary: 'Places a prediction',
    problems: [404],
    body: z.strictObject({ matchId: idSchema, ...pickSchema }),
    query: nothing,
    answers: doneAnswers(predictionAnswer, true),
    versioned: true,
    handle: async ({ principal: { playerId }, context, body: { matchId, ...pick } }) => {
      const executed = await createPrediction(dependencies, context, { matchId, playerId }, pick);
      return done(201, { predictionId: predictionId(matchId, playerId) }, executed);
    },
  });

/** Commands of a prediction. */
export const predictionOperations = (dependencies: Dependencies) => ({
  'POST /v1/predictions': createPredictionOperation(dependencies),
  'POST /v1/predictions/{predictionId}/revise': operation({
    summary: 'Changes a prediction',
    body: z.strictObject(pickSchema),
    query: nothing,
    answers: doneAnswers(predictionAnswer),
    versioned: true,
    handle: async ({ principal, context, param, body }) => {
      const ref = predictionOf(param('predictionId'), principal);
      return done(
        200,
        { predictionId: param('predictionId') },
        await revisePrediction(dependencies, context, ref, body),
      );
    },
  }),
  'POST /v1/predictions/{predictionId}/cancel': operation({
    summary: 'Cancels a prediction',
    body: reasonSchema,
    query: nothing,
    answers: doneAnswers(predictionAnswer),
    versioned: true,
    handle: async ({ principal, context, param, body: { reason } }) => {
      const afterLock = isOrganiser(principal);
      const ref = predictionOf(param('predictionId'), principal, afterLock);
      const executed = await cancelPrediction(dependencies, context, ref, { reason, afterLock });
      return done(200, { predictionId: param('predictionId') }, executed);
    },
  }),
});
