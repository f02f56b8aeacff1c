import * as z from 'zod';
import {
  cancelPrediction,
  createPrediction,
  type PredictionRef,
  revisePrediction,
} from '../../application/commands.ts';
import type { Dependencies } from '../../application/execution.ts';
import { confidenceSchema, idSchema, scoreSchema } from '../../events/schemas.ts';
import { predictionId } from '../../events/streams.ts';
import { done, doneAnswers } from './done.ts';
import { type Operation, operation } from './http-handler.ts';
import { notFound, predictionRefOf } from './ids.ts';
import { nothing } from './nothing.ts';
import { isOrganiser, type Principal } from './principal.ts';
import { reasonSchema } from './reason.ts';

const pickSchema = { predicted: scoreSchema, confidence: confidenceSchema.default(null) };

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
