import { describe, expect, it } from 'vitest';
import { fold } from '../../shared/domain/decider.ts';
import { evolveMatch, isLocked, type MatchEvent, settlementOf, unknownMatch } from '../../shared/domain/match.ts';
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
  later,
  postponed,
  reinstated,
  rescheduled,
  resultWithdrawn,
  scheduled,
  started,
} from './samples.ts';

const [r21, r22] = [after90('2-1'), after90('2-2')];
const farFuture = '2099-01-01T00:00:00.000Z';

/** Whether picks are closed at an instant after these events. */
const locked = (now: string, ...events: readonly MatchEvent[]): boolean => {
  const state = fold(evolveMatch, unknownMatch, [scheduled(), ...events]);
  if (state.status === 'unknown') throw new Error('the match was scheduled');
  return isLocked(state, now);
};

describe('picks close', () => {
  it('at kick-off, to the millisecond', () => {
    expect([before, atKickOff, after].map(now => locked(now))).toEqual([false, true, true]);
  });
  it('with the move of the kick-off, earlier and later', () => {
    expect(locked(earlier.at, rescheduled(earlier))).toBe(true);
    expect(locked(before, rescheduled(earlier))).toBe(true);
    expect(locked(after, rescheduled(later))).toBe(false);
    expect(locked(later.at, rescheduled(later))).toBe(true);
    expect(locked(after, cancelled('snow'), reinstated(later))).toBe(false);
  });
  it('never while a match is postponed, and again once it has a date', () => {
    expect(locked(farFuture, postponed('snow'))).toBe(false);
    expect(locked(after, postponed('snow'), rescheduled(later))).toBe(false);
    expect(locked(later.at, postponed('snow'), rescheduled(later))).toBe(true);
  });
  it('for a match that was broken off, until it has a new date', () => {
    expect(locked(before, started, postponed('fog'))).toBe(true);
    expect(locked(after, started, postponed('fog'), rescheduled(later))).toBe(false);
    expect(locked(later.at, started, postponed('fog'), rescheduled(later))).toBe(true);
  });
  it.each([
    ['started', [started]],
    ['finished', [finished(r21)]],
    ['corrected', [finished(r21), corrected(r22, r21)]],
    ['awarded', [awarded(r21)]],
    ['cancelled', [cancelled('snow')]],
  ])('for good once it is %s, even by a clock that runs slow', (_, events) => {
    expect(locked(before, ...events)).toBe(true);
  });
  it('and stay closed after the kick-off when a result is withdrawn', () => {
    expect(locked(after, finished(r21), resultWithdrawn(r21))).toBe(true);
  });
});

describe('what an event means for the predictions of the match', () => {
  const during = fold(evolveMatch, unknownMatch, [scheduled(), started]);
  const atTheTable = fold(evolveMatch, unknownMatch, [scheduled(), awarded(r21)]);

  it.each([scheduled(), rescheduled(later), postponed('snow'), started])('$type: nothing', event => {
    expect(settlementOf(event, during)).toBeUndefined();
  });
  it('a result that was played, or awarded', () => {
    expect(settlementOf(finished(r21), during)).toEqual({ kind: 'result', result: r21, awarded: false });
    expect(settlementOf(awarded(r21), during)).toEqual({ kind: 'result', result: r21, awarded: true });
  });
  it('a corrected result is as awarded as the one before', () => {
    expect(settlementOf(corrected(r22, r21), during)).toEqual({ kind: 'result', result: r22, awarded: false });
    expect(settlementOf(corrected(r22, r21), atTheTable)).toEqual({ kind: 'result', result: r22, awarded: true });
    expect(evolveMatch(atTheTable, corrected(r22, r21)).status).toBe('awarded');
  });
  it('void when the match is called off', () => {
    expect(settlementOf(cancelled('snow'), during)).toEqual({ kind: 'void', reason: 'snow' });
  });
  it.each([resultWithdrawn(r21), reinstated(later)])('$type: open again', event => {
    expect(settlementOf(event, during)).toEqual({ kind: 'open' });
  });
});
