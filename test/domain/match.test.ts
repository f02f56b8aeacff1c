import { describe, expect, it } from 'vitest';
import { matchDecider } from '../../shared/domain/match-decisions.ts';
import {
  after,
  after90,
  atKickOff,
  awarded,
  before,
  cancelled,
  corrected,
  earlier,
  finished,
  fixture,
  kickOff,
  later,
  postponed,
  reinstated,
  rescheduled,
  resultWithdrawn,
  scheduled,
  started,
} from './samples.ts';
import { scenariosOf } from './scenario.ts';

const given = scenariosOf(matchDecider);
const [r21, r22] = [after90('2-1'), after90('2-2')];
const snow = { type: 'postpone', reason: 'snow' } as const;
const replay = { type: 'withdraw-result', reason: 'replay ordered' } as const;

describe('a match is scheduled', () => {
  it('once', () => {
    given().when({ type: 'schedule', fixture, kickOff }).decides(scheduled());
  });
  it('and the same again changes nothing, even under another name of the round', () => {
    given(scheduled()).when({ type: 'schedule', fixture, kickOff }).changesNothing();
    given(scheduled())
      .when({ type: 'schedule', fixture: { ...fixture, round: null }, kickOff })
      .changesNothing();
  });
  it.each([
    ['kick-off', { fixture, kickOff: later }],
    ['certainty of the time', { fixture, kickOff: { ...kickOff, timeKnown: false } }],
    ['id', { fixture: { ...fixture, matchId: 'other' }, kickOff }],
    ['competition', { fixture: { ...fixture, competition: 'other' }, kickOff }],
    ['home team', { fixture: { ...fixture, home: 'other' }, kickOff }],
    ['away team', { fixture: { ...fixture, away: 'other' }, kickOff }],
  ])('but not with another %s', (_, other) => {
    given(scheduled())
      .when({ type: 'schedule', ...other })
      .isRefused('already-exists');
  });
});

describe('a match is moved', () => {
  it.each([
    ['earlier', earlier],
    ['later', later],
    ['to a time not yet known', { ...kickOff, timeKnown: false }],
  ])('%s', (_, to) => {
    given(scheduled()).when({ type: 'reschedule', kickOff: to }).decides(rescheduled(to));
  });
  it('and the fact names the kick-off before it', () => {
    given(scheduled(), rescheduled(later))
      .when({ type: 'reschedule', kickOff: earlier })
      .decides(rescheduled(earlier, later));
  });
  it('from a postponement, even to the old kick-off', () => {
    given(scheduled(), postponed('snow')).when({ type: 'reschedule', kickOff }).decides(rescheduled(kickOff));
  });
  it('to an unknown date', () => {
    given(scheduled()).when(snow).decides(postponed('snow'));
    given(scheduled(), started).when(snow).decides(postponed('snow'));
  });
});

describe('a match starts and finishes, not before its kick-off by the server clock', () => {
  it.each([atKickOff, after])('starts at %s', now => {
    given(scheduled()).when({ type: 'start', now }).decides(started);
  });
  it.each([atKickOff, after])('finishes at %s', now => {
    given(scheduled()).when({ type: 'finish', result: r21, now }).decides(finished(r21));
    given(scheduled(), started).when({ type: 'finish', result: r21, now }).decides(finished(r21));
  });
  it('neither starts nor finishes a millisecond before', () => {
    given(scheduled()).when({ type: 'start', now: before }).isRefused('not-kicked-off');
    given(scheduled()).when({ type: 'finish', result: r21, now: before }).isRefused('not-kicked-off');
  });
  it('goes by the current kick-off, not the first one', () => {
    given(scheduled(), rescheduled(later)).when({ type: 'start', now: after }).isRefused('not-kicked-off');
    given(scheduled(), rescheduled(earlier)).when({ type: 'start', now: before }).decides(started);
  });
});

describe('a result is changed', () => {
  it('by a correction, and back again', () => {
    const correct = (result: typeof r21) => ({ type: 'correct', result, reason: 'typing error' }) as const;
    given(scheduled(), finished(r21)).when(correct(r22)).decides(corrected(r22, r21));
    given(scheduled(), finished(r21), corrected(r22, r21)).when(correct(r21)).decides(corrected(r21, r22));
    given(scheduled(), awarded(r21)).when(correct(r22)).decides(corrected(r22, r21));
    given(scheduled(), finished(r21), corrected(r22, r21)).when(correct(r22)).changesNothing();
  });
  it('by withdrawing it, which leaves a match that may be moved and played again', () => {
    given(scheduled(), finished(r21)).when(replay).decides(resultWithdrawn(r21));
    given(scheduled(), awarded(r22)).when(replay).decides(resultWithdrawn(r22));
    const withdrawn = [scheduled(), finished(r21), resultWithdrawn(r21)];
    given(...withdrawn)
      .when({ type: 'finish', result: r21, now: after })
      .decides(finished(r21));
    given(...withdrawn)
      .when({ type: 'reschedule', kickOff: later })
      .decides(rescheduled(later));
  });
  it('at the table, before or after it was played, and again', () => {
    const award = { type: 'award', result: r22, reason: 'ineligible player' } as const;
    for (const history of [[], [started], [finished(r22)], [awarded(r21)], [postponed('snow')]])
      given(scheduled(), ...history)
        .when(award)
        .decides(awarded(r22));
  });
});

describe('a match is called off', () => {
  it('even after it was finished, and the first reason stays', () => {
    given(scheduled(), finished(r21)).when({ type: 'cancel', reason: 'void' }).decides(cancelled('void'));
    given(scheduled(), cancelled('void')).when({ type: 'cancel', reason: 'other' }).changesNothing();
  });
  it('and put back on, without its former result', () => {
    given(scheduled(), finished(r21), cancelled('void'))
      .when({ type: 'reinstate', kickOff: later })
      .decides(reinstated(later));
    given(scheduled(), cancelled('void'), reinstated(later))
      .when({ type: 'finish', result: r21, now: later.at })
      .decides(finished(r21));
  });
});

it('an event of a match that was never scheduled changes nothing', () => {
  expect(matchDecider.evolve(matchDecider.initial, finished(r21))).toBe(matchDecider.initial);
});

it('the message of a refusal says what, which match and why', () => {
  const state = [scheduled(), cancelled('void')].reduce(matchDecider.evolve, matchDecider.initial);
  expect(matchDecider.decide(replay, state)).toMatchObject({
    refusal: { message: 'cannot withdraw result match burnley-city: it is cancelled' },
  });
});
