import { describe, expect, it } from 'vitest';
import { type MatchSeen, type PredictionCommand, predictionDecider } from '../../shared/domain/prediction-decisions.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';
import {
  after,
  after90,
  atKickOff,
  awarded,
  before,
  cancelled,
  created,
  earlier,
  finished,
  fixture,
  key,
  later,
  matchAfter,
  pick,
  postponed,
  predictionCancelled,
  reinstated,
  rescheduled,
  revised,
  scheduled,
  started,
} from './samples.ts';
import { scenariosOf } from './scenario.ts';

const given = scenariosOf(predictionDecider);
const open = matchAfter(scheduled());

const create = (chosen: PlayerPick, now = before, match: MatchSeen = open): PredictionCommand => ({
  type: 'create',
  key,
  pick: chosen,
  match,
  now,
});
const revise = (chosen: PlayerPick, now = before, match: MatchSeen = open): PredictionCommand => ({
  type: 'revise',
  pick: chosen,
  match,
  now,
});

describe('a prediction is placed', () => {
  it('until a millisecond before kick-off', () => {
    given()
      .when(create(pick('2-1', 0.8)))
      .decides(created(pick('2-1', 0.8)));
    given()
      .when(create(pick('2-1'), atKickOff))
      .isRefused('locked');
    given()
      .when(create(pick('2-1'), after))
      .isRefused('locked');
  });
  it('on the match as it is now: moved earlier, later, or to no date', () => {
    given()
      .when(create(pick('2-1'), earlier.at, matchAfter(scheduled(), rescheduled(earlier))))
      .isRefused('locked');
    given()
      .when(create(pick('2-1'), after, matchAfter(scheduled(), rescheduled(later))))
      .decides(created(pick('2-1'), 2, later.at));
    given()
      .when(create(pick('2-1'), after, matchAfter(scheduled(), postponed('snow'))))
      .decides(created(pick('2-1'), 2, null));
  });
  it.each([
    ['started', matchAfter(scheduled(), started)],
    ['finished', matchAfter(scheduled(), finished(after90('1-0')))],
    ['awarded', matchAfter(scheduled(), awarded(after90('3-0')))],
    ['cancelled', matchAfter(scheduled(), cancelled('snow'))],
  ])('never on one that is %s', (_, match) => {
    given()
      .when(create(pick('2-1'), before, match))
      .isRefused('locked');
  });
  it('never on a match that does not exist', () => {
    given()
      .when(create(pick('2-1'), before, matchAfter()))
      .isRefused('unknown-match');
  });
  it('once: the same again changes nothing, even after the lock; another pick is a revision', () => {
    given(created(pick('2-1')))
      .when(create(pick('2-1')))
      .changesNothing();
    given(created(pick('2-1')))
      .when(create(pick('2-1'), after))
      .changesNothing();
    given(created(pick('2-1')))
      .when(create(pick('2-2')))
      .isRefused('already-exists');
    given(created(pick('2-1')))
      .when(create(pick('2-1', 0.5)))
      .isRefused('already-exists');
  });
  it('anew after it was cancelled', () => {
    given(created(pick('2-1')), predictionCancelled)
      .when(create(pick('0-0')))
      .decides(created(pick('0-0')));
    given(created(pick('2-1')), predictionCancelled)
      .when(create(pick('0-0'), after))
      .isRefused('locked');
  });
  it('and the refusal says which match closed, and when', () => {
    expect(predictionDecider.decide(create(pick('2-1'), after), predictionDecider.initial)).toMatchObject({
      refusal: { message: `picks for match ${fixture.matchId} closed at ${atKickOff}; it is ${after}` },
    });
  });
});

describe('a prediction is revised', () => {
  it('before the lock only', () => {
    given(created(pick('2-1')))
      .when(revise(pick('1-1')))
      .decides(revised(pick('1-1'), pick('2-1')));
    given(created(pick('2-1')))
      .when(revise(pick('1-1'), atKickOff))
      .isRefused('locked');
  });
  it.each([
    ['home goals', pick('3-1', 0.6)],
    ['away goals', pick('2-0', 0.6)],
    ['confidence', pick('2-1', 0.7)],
    ['confidence withdrawn', pick('2-1')],
  ])('in its %s', (_, chosen) => {
    given(created(pick('2-1', 0.6)))
      .when(revise(chosen))
      .decides(revised(chosen, pick('2-1', 0.6)));
  });
  it('from the pick it has now, and back again', () => {
    const history = [created(pick('2-1')), revised(pick('1-1'), pick('2-1'))];
    given(...history)
      .when(revise(pick('2-1')))
      .decides(revised(pick('2-1'), pick('1-1')));
    given(...history)
      .when(revise(pick('1-1')))
      .changesNothing();
    given(...history)
      .when(revise(pick('1-1'), after))
      .changesNothing();
  });
  it('while the match is postponed: the pick stays and the lock moves', () => {
    const moved = matchAfter(scheduled(), postponed('snow'), rescheduled(later));
    given(created(pick('2-1')))
      .when(revise(pick('1-1'), after, moved))
      .decides(revised(pick('1-1'), pick('2-1')));
    given(created(pick('2-1')))
      .when(revise(pick('1-1'), later.at, moved))
      .isRefused('locked');
  });
  it('but not when it was never placed, was cancelled, or the match is unknown', () => {
    given()
      .when(revise(pick('1-1')))
      .isRefused('unknown-prediction');
    given(created(pick('2-1')), predictionCancelled)
      .when(revise(pick('1-1')))
      .isRefused('unknown-prediction');
    given(created(pick('2-1')))
      .when(revise(pick('1-1'), before, matchAfter()))
      .isRefused('unknown-match');
  });
});

it('a prediction on a reinstated match locks at its new kick-off', () => {
  const match = matchAfter(scheduled(), cancelled('snow'), reinstated(later));
  given()
    .when(create(pick('2-1'), after, match))
    .decides(created(pick('2-1'), 3, later.at));
});
