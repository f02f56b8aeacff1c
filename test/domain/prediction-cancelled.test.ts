import { describe, expect, it } from 'vitest';
import type { PredictionEvent } from '../../shared/domain/prediction.ts';
import { type PredictionCommand, predictionDecider } from '../../shared/domain/prediction-decisions.ts';
import { after, atKickOff, before, created, key, matchAfter, pick, predictionCancelled, scheduled } from './samples.ts';
import { scenariosOf } from './scenario.ts';

const given = scenariosOf(predictionDecider);

const cancel = (now = before, afterLock = false): PredictionCommand => ({
  type: 'cancel',
  reason: 'changed my mind',
  cancelledBy: 'ada',
  afterLock,
  match: matchAfter(scheduled()),
  now,
});

describe('a prediction is cancelled', () => {
  it('by its player before the lock', () => {
    given(created(pick('2-1')))
      .when(cancel())
      .decides(predictionCancelled);
    given(created(pick('2-1')))
      .when(cancel(atKickOff))
      .isRefused('locked');
  });
  it('by an organiser after it too', () => {
    given(created(pick('2-1')))
      .when(cancel(after, true))
      .decides(predictionCancelled);
  });
  it('once, and not before it was placed', () => {
    given(created(pick('2-1')), predictionCancelled)
      .when(cancel(after))
      .changesNothing();
    given().when(cancel()).isRefused('unknown-prediction');
  });
  it('and what happens to the match no longer concerns it', () => {
    const late: PredictionEvent = {
      type: 'prediction.reopened',
      data: { ...key, matchVersion: 9, settledAt: after },
    };
    const state = [created(pick('2-1')), predictionCancelled, late].reduce(
      predictionDecider.evolve,
      predictionDecider.initial,
    );
    expect(state).toEqual({ status: 'cancelled', key });
    expect(predictionDecider.evolve(predictionDecider.initial, late)).toBe(predictionDecider.initial);
  });
});
