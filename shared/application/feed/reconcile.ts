import { assertNever } from '../../domain/decider.ts';
import type { KickOff, MatchState } from '../../domain/match.ts';
import { type MatchCommand, sameKickOff } from '../../domain/match-decisions.ts';
import { type Result, sameResult } from '../../domain/score.ts';
import type { FeedMatch } from './feed.ts';

/** Feeds give no reasons. This one says in the history that a feed, not a person, brought the change. */
const REASON = 'the results feed says so';

const move = (from: KickOff, to: KickOff): readonly MatchCommand[] =>
  sameKickOff(from, to) ? [] : [{ type: 'reschedule', kickOff: to }];

/** Whatever happened to the match, it is on the fixture list again, for this kick-off. */
const putOn = (state: MatchState, { fixture, kickOff }: FeedMatch): readonly MatchCommand[] => {
  switch (state.status) {
    case 'unknown':
      return [{ type: 'schedule', fixture, kickOff }];
    case 'scheduled':
      return move(state.kickOff, kickOff);
    case 'postponed':
      // Even for the old date: only a reschedule ends a postponement.
      return [{ type: 'reschedule', kickOff }];
    case 'started':
      // It began, and the feed has it on another day: it was broken off.
      return sameKickOff(state.kickOff, kickOff)
        ? []
        : [
            { type: 'postpone', reason: REASON },
            { type: 'reschedule', kickOff },
          ];
    case 'finished':
    case 'awarded':
      return [{ type: 'withdraw-result', reason: REASON }, ...move(state.kickOff, kickOff)];
    case 'cancelled':
      return [{ type: 'reinstate', kickOff }];
    default:
      return assertNever(state);
  }
};

const playedTo = (state: MatchState, row: FeedMatch, result: Result, now: string): readonly MatchCommand[] => {
  // The kick-off of a match that has begun is history: its picks locked by it, so a date that moves now moves nothing.
  if (state.status === 'finished')
    return sameResult(state.result, result) ? [] : [{ type: 'correct', result, reason: REASON }];
  const finish: MatchCommand = { type: 'finish', result, now };
  return state.status === 'started' ? [finish] : [...putOn(state, row), finish];
};

const postponedFor = (state: MatchState, row: FeedMatch, reason: string): readonly MatchCommand[] => {
  const postpone: MatchCommand = { type: 'postpone', reason };
  switch (state.status) {
    case 'postponed':
      return [];
    case 'scheduled':
    case 'started':
      return [postpone];
    case 'finished':
    case 'awarded':
      return [{ type: 'withdraw-result', reason: REASON }, postpone];
    case 'unknown':
    case 'cancelled':
      return [...putOn(state, row), postpone];
    default:
      return assertNever(state);
  }
};

const cancelledFrom = (state: MatchState, row: FeedMatch): readonly MatchCommand[] => {
  if (state.status === 'cancelled') return [];
  const cancel: MatchCommand = { type: 'cancel', reason: REASON };
  return state.status === 'unknown' ? [...putOn(state, row), cancel] : [cancel];
};

const awardedWith = (state: MatchState, row: FeedMatch, result: Result): readonly MatchCommand[] => {
  if (state.status === 'awarded')
    return sameResult(state.result, result) ? [] : [{ type: 'correct', result, reason: REASON }];
  const award: MatchCommand = { type: 'award', result, reason: REASON };
  return state.status === 'unknown' || state.status === 'cancelled' ? [...putOn(state, row), award] : [award];
};

/**
 * The commands that bring a match from where it stands to what the feed says of it, in their order; none when it already
 * stands so. Hence a feed imported again changes nothing, and a later version of it changes exactly what it changed.
 *
 * @param now ISO 8601, UTC: a match cannot finish before its kick-off, so a result dated after `now` is refused
 */
export const reconcile = (state: MatchState, row: FeedMatch, now: string): readonly MatchCommand[] => {
  const { outcome } = row;
  switch (outcome.kind) {
    case 'open':
      return putOn(state, row);
    case 'played':
      return playedTo(state, row, outcome.result, now);
    case 'postponed':
      return postponedFor(state, row, outcome.reason);
    case 'cancelled':
      return cancelledFrom(state, row);
    case 'awarded':
      return awardedWith(state, row, outcome.result);
    default:
      return assertNever(outcome);
  }
};
