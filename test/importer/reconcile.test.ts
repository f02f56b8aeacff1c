import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedMatch, FeedOutcome } from '../../shared/application/feed/feed.ts';
import { reconcile } from '../../shared/application/feed/reconcile.ts';
import { fold } from '../../shared/domain/decider.ts';
import type { KickOff, MatchState } from '../../shared/domain/match.ts';
import { type MatchCommand, matchDecider, sameKickOff } from '../../shared/domain/match-decisions.ts';
import { type Result, sameResult } from '../../shared/domain/score.ts';

const NOW = '2030-01-01T00:00:00.000Z';
const SATURDAY: KickOff = { at: '2023-08-12T14:00:00.000Z', timeKnown: true };
const SOME_TIME_SATURDAY: KickOff = { at: '2023-08-11T23:00:00.000Z', timeKnown: false };
const LATER: KickOff = { at: '2023-10-04T18:30:00.000Z', timeKnown: true };
const TWO_ONE: Result = { fullTime: { home: 2, away: 1 } };
const TWO_TWO: Result = { fullTime: { home: 2, away: 2 } };
const FIXTURE = { matchId: 'l-a-b', competition: 'l', round: 'Matchday 1', home: 'A', away: 'B' };

const says = (outcome: FeedOutcome, kickOff: KickOff = SATURDAY): FeedMatch => ({
  row: 1,
  fixture: FIXTURE,
  kickOff,
  outcome,
});
const open: FeedOutcome = { kind: 'open' };
const cancelled: FeedOutcome = { kind: 'cancelled' };
const postponed: FeedOutcome = { kind: 'postponed', reason: 'postponed' };
const played = (result: Result): FeedOutcome => ({ kind: 'played', result });
const awarded = (result: Result): FeedOutcome => ({ kind: 'awarded', result });

/** The state that commands lead to; one that the rules refuse fails the test. */
const apply = (state: MatchState, commands: readonly MatchCommand[]): MatchState =>
  commands.reduce((current, command) => {
    const decision = matchDecider.decide(command, current);
    if (decision.outcome === 'refused') throw new Error(`${command.type}: ${decision.refusal.message}`);
    return fold(matchDecider.evolve, current, decision.events);
  }, state);

/** The state after a feed said these things, one after the other. */
const after = (...rows: readonly FeedMatch[]): MatchState =>
  rows.reduce((state, row) => apply(state, reconcile(state, row, NOW)), matchDecider.initial);

const types = (before: readonly FeedMatch[], row: FeedMatch): readonly string[] =>
  reconcile(after(...before), row, NOW).map(command => command.type);

describe('what a feed changes', () => {
  it.each<[string, readonly FeedMatch[], FeedMatch, readonly string[]]>([
    ['a new match', [], says(open), ['schedule']],
    ['a new match that is over', [], says(played(TWO_ONE)), ['schedule', 'finish']],
    ['a new match, postponed', [], says(postponed), ['schedule', 'postpone']],
    ['a new match, cancelled', [], says(cancelled), ['schedule', 'cancel']],
    ['a new match, awarded', [], says(awarded(TWO_ONE)), ['schedule', 'award']],
    ['a time announced', [says(open, SOME_TIME_SATURDAY)], says(open), ['reschedule']],
    ['a match moved', [says(open)], says(open, LATER), ['reschedule']],
    ['a result', [says(open)], says(played(TWO_ONE)), ['finish']],
    ['a result on another day', [says(open)], says(played(TWO_ONE), LATER), ['reschedule', 'finish']],
    ['a result corrected', [says(played(TWO_ONE))], says(played(TWO_TWO)), ['correct']],
    ['a detail', [says(played(TWO_ONE))], says(played({ ...TWO_ONE, halfTime: { home: 0, away: 0 } })), ['correct']],
    ['a result withdrawn', [says(played(TWO_ONE))], says(open), ['withdraw-result']],
    [
      'a result withdrawn, the match moved',
      [says(played(TWO_ONE))],
      says(open, LATER),
      ['withdraw-result', 'reschedule'],
    ],
    [
      'a result withdrawn for a postponement',
      [says(played(TWO_ONE))],
      says(postponed, LATER),
      ['withdraw-result', 'postpone'],
    ],
    ['another day for a match that is over', [says(played(TWO_ONE))], says(played(TWO_ONE), LATER), []],
    ['a postponement', [says(open)], says(postponed, SOME_TIME_SATURDAY), ['postpone']],
    ['the new day', [says(open), says(postponed)], says(open, LATER), ['reschedule']],
    ['on again for the old day', [says(open), says(postponed)], says(open), ['reschedule']],
    ['postponed, then played', [says(postponed)], says(played(TWO_ONE), LATER), ['reschedule', 'finish']],
    ['postponed, then cancelled', [says(postponed)], says(cancelled), ['cancel']],
    ['a cancellation', [says(open)], says(cancelled), ['cancel']],
    ['a cancellation of a match that was over', [says(played(TWO_ONE))], says(cancelled), ['cancel']],
    ['a cancelled match back on', [says(cancelled)], says(open, LATER), ['reinstate']],
    ['a cancelled match played', [says(cancelled)], says(played(TWO_ONE)), ['reinstate', 'finish']],
    ['a cancelled match postponed', [says(cancelled)], says(postponed), ['reinstate', 'postpone']],
    ['a cancelled match awarded', [says(cancelled)], says(awarded(TWO_ONE)), ['reinstate', 'award']],
    ['an award', [says(open)], says(awarded(TWO_ONE)), ['award']],
    ['an award of a match that was over', [says(played(TWO_TWO))], says(awarded(TWO_ONE)), ['award']],
    ['an award of the very result', [says(played(TWO_ONE))], says(awarded(TWO_ONE)), ['award']],
    ['another award', [says(awarded(TWO_ONE))], says(awarded(TWO_TWO)), ['correct']],
    [
      'an award withdrawn for the result',
      [says(awarded(TWO_ONE))],
      says(played(TWO_TWO)),
      ['withdraw-result', 'finish'],
    ],
  ])('%s', (_name, before, row, commands) => {
    expect(types(before, row)).toEqual(commands);
  });

  it('of a match that has begun is nothing, its result, or its end', () => {
    const started = apply(after(says(open)), [{ type: 'start', now: NOW }]);
    const then = (row: FeedMatch): readonly string[] => reconcile(started, row, NOW).map(({ type }) => type);
    expect(then(says(open))).toEqual([]);
    expect(then(says(played(TWO_ONE)))).toEqual(['finish']);
    expect(then(says(postponed))).toEqual(['postpone']);
    expect(then(says(open, LATER))).toEqual(['postpone', 'reschedule']);
  });
});

// --- Laws -------------------------------------------------------------------------------------------------------------

const kickOff = fc.constantFrom(SATURDAY, SOME_TIME_SATURDAY, LATER);
const result = fc.constantFrom<Result>(TWO_ONE, TWO_TWO, { ...TWO_TWO, extraTime: { home: 3, away: 2 } });
const outcome: fc.Arbitrary<FeedOutcome> = fc.oneof(
  fc.constantFrom(open, cancelled, postponed),
  result.map(played),
  result.map(awarded),
);
const row = fc.tuple(outcome, kickOff).map(([how, when]) => says(how, when));
const reason = 'by hand';

const command: fc.Arbitrary<MatchCommand> = fc.oneof(
  fc.constantFrom<MatchCommand>(
    { type: 'postpone', reason },
    { type: 'start', now: NOW },
    { type: 'withdraw-result', reason },
    { type: 'cancel', reason },
  ),
  kickOff.chain(to =>
    fc.constantFrom<MatchCommand>(
      { type: 'schedule', fixture: FIXTURE, kickOff: to },
      { type: 'reschedule', kickOff: to },
      { type: 'reinstate', kickOff: to },
    ),
  ),
  result.chain(to =>
    fc.constantFrom<MatchCommand>(
      { type: 'finish', result: to, now: NOW },
      { type: 'correct', result: to, reason },
      { type: 'award', result: to, reason },
    ),
  ),
);

/** A state that commands led to, whatever they were; those that were refused changed nothing. */
const reachable = fc.array(command, { maxLength: 12 }).map(commands =>
  commands.reduce(
    (state, next) => {
      const decision = matchDecider.decide(next, state);
      return decision.outcome === 'accepted' ? fold(matchDecider.evolve, state, decision.events) : state;
    },
    apply(matchDecider.initial, [{ type: 'schedule', fixture: FIXTURE, kickOff: SATURDAY }]),
  ),
);

const agrees = (state: MatchState, { outcome: said, kickOff: when }: FeedMatch): boolean => {
  switch (said.kind) {
    case 'open':
      return (state.status === 'scheduled' || state.status === 'started') && sameKickOff(state.kickOff, when);
    case 'played':
      return state.status === 'finished' && sameResult(state.result, said.result);
    case 'awarded':
      return state.status === 'awarded' && sameResult(state.result, said.result);
    default:
      return state.status === said.kind;
  }
};

describe('from any state a feed', () => {
  const from = fc.oneof(
    { weight: 1, arbitrary: fc.constant(matchDecider.initial) },
    { weight: 9, arbitrary: reachable },
  );

  it('brings the match where the feed has it, by commands that the rules accept', () => {
    fc.assert(
      fc.property(from, row, (state, said) => {
        expect(agrees(apply(state, reconcile(state, said, NOW)), said)).toBe(true);
      }),
    );
  });

  it('changes nothing when it is imported again', () => {
    fc.assert(
      fc.property(from, row, (state, said) => {
        expect(reconcile(apply(state, reconcile(state, said, NOW)), said, NOW)).toEqual([]);
      }),
    );
  });

  it('needs no command that changes nothing', () => {
    fc.assert(
      fc.property(from, row, (state, said) => {
        reconcile(state, said, NOW).reduce((current, next) => {
          const reached = matchDecider.decide(next, current);
          expect(reached).not.toEqual({ outcome: 'accepted', events: [] });
          return apply(current, [next]);
        }, state);
      }),
    );
  });
});
