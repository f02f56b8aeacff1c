import { accept, assertNever, type Decider, type Decision, refuse } from './decider.ts';
import {
  evolveMatch,
  type Fixture,
  type KickOff,
  type KnownMatch,
  type MatchEvent,
  type MatchState,
  unknownMatch,
} from './match.ts';
import { type Result, sameResult } from './score.ts';

export type MatchCommand =
  | { readonly type: 'schedule'; readonly fixture: Fixture; readonly kickOff: KickOff }
  | { readonly type: 'reschedule'; readonly kickOff: KickOff }
  | { readonly type: 'postpone'; readonly reason: string }
  | { readonly type: 'start'; readonly now: string }
  | { readonly type: 'finish'; readonly result: Result; readonly now: string }
  | { readonly type: 'correct'; readonly result: Result; readonly reason: string }
  | { readonly type: 'withdraw-result'; readonly reason: string }
  | { readonly type: 'cancel'; readonly reason: string }
  | { readonly type: 'reinstate'; readonly kickOff: KickOff }
  | { readonly type: 'award'; readonly result: Result; readonly reason: string };

export const sameKickOff = (a: KickOff, b: KickOff): boolean => a.at === b.at && a.timeKnown === b.timeKnown;

const sameFixture = (a: Fixture, b: Fixture): boolean =>
  a.matchId === b.matchId && a.competition === b.competition && a.home === b.home && a.away === b.away;

const wrongStatus = (command: MatchCommand, state: KnownMatch): Decision<never> =>
  refuse(
    'wrong-status',
    `cannot ${command.type.replace('-', ' ')} match ${state.fixture.matchId}: it is ${state.status}`,
  );

/** A command about the future of the match: it must not have a result and not be cancelled. */
const isOpen = (state: KnownMatch): boolean =>
  state.status === 'scheduled' || state.status === 'postponed' || state.status === 'started';

const schedule = (command: MatchCommand & { type: 'schedule' }, state: MatchState): Decision<MatchEvent> => {
  if (state.status === 'unknown')
    return accept({ type: 'match.scheduled', data: { ...command.fixture, kickOff: command.kickOff } });
  return sameFixture(state.fixture, command.fixture) && sameKickOff(state.kickOff, command.kickOff)
    ? accept()
    : refuse('already-exists', `match ${state.fixture.matchId} is already scheduled, for ${state.kickOff.at}`);
};

const reschedule = (command: MatchCommand & { type: 'reschedule' }, state: KnownMatch): Decision<MatchEvent> => {
  if (state.status === 'scheduled' && sameKickOff(state.kickOff, command.kickOff)) return accept();
  return state.status === 'scheduled' || state.status === 'postponed'
    ? accept({
        type: 'match.rescheduled',
        data: { ...state.fixture, kickOff: command.kickOff, previous: state.kickOff },
      })
    : wrongStatus(command, state);
};

const notKickedOff = (state: KnownMatch, now: string): boolean => now < state.kickOff.at;

const start = (command: MatchCommand & { type: 'start' }, state: KnownMatch): Decision<MatchEvent> => {
  if (state.status === 'started') return accept();
  if (state.status !== 'scheduled') return wrongStatus(command, state);
  return notKickedOff(state, command.now)
    ? refuse('not-kicked-off', `match ${state.fixture.matchId} kicks off at ${state.kickOff.at}; it is ${command.now}`)
    : accept({ type: 'match.started', data: state.fixture });
};

const finish = (command: MatchCommand & { type: 'finish' }, state: KnownMatch): Decision<MatchEvent> => {
  if (state.status === 'finished' && sameResult(state.result, command.result)) return accept();
  // A postponed match first gets a new kick-off: its picks have to lock before it is played.
  if (state.status !== 'scheduled' && state.status !== 'started') return wrongStatus(command, state);
  return notKickedOff(state, command.now)
    ? refuse('not-kicked-off', `match ${state.fixture.matchId} kicks off at ${state.kickOff.at}; it is ${command.now}`)
    : accept({ type: 'match.finished', data: { ...state.fixture, result: command.result } });
};

const correct = (command: MatchCommand & { type: 'correct' }, state: KnownMatch): Decision<MatchEvent> => {
  if (state.status !== 'finished' && state.status !== 'awarded') return wrongStatus(command, state);
  return sameResult(state.result, command.result)
    ? accept()
    : accept({
        type: 'match.result-corrected',
        data: { ...state.fixture, result: command.result, previous: state.result, reason: command.reason },
      });
};

const decideKnown = (command: Exclude<MatchCommand, { type: 'schedule' }>, state: KnownMatch): Decision<MatchEvent> => {
  switch (command.type) {
    case 'reschedule':
      return reschedule(command, state);
    case 'start':
      return start(command, state);
    case 'finish':
      return finish(command, state);
    case 'correct':
      return correct(command, state);
    case 'postpone':
      if (state.status === 'postponed') return accept();
      return isOpen(state)
        ? accept({ type: 'match.postponed', data: { ...state.fixture, reason: command.reason } })
        : wrongStatus(command, state);
    case 'withdraw-result':
      return state.status === 'finished' || state.status === 'awarded'
        ? accept({
            type: 'match.result-withdrawn',
            data: { ...state.fixture, previous: state.result, reason: command.reason },
          })
        : isOpen(state)
          ? accept()
          : wrongStatus(command, state);
    case 'cancel':
      return state.status === 'cancelled'
        ? accept()
        : accept({ type: 'match.cancelled', data: { ...state.fixture, reason: command.reason } });
    case 'reinstate':
      return state.status === 'cancelled'
        ? accept({ type: 'match.reinstated', data: { ...state.fixture, kickOff: command.kickOff } })
        : state.status === 'scheduled' && sameKickOff(state.kickOff, command.kickOff)
          ? accept()
          : wrongStatus(command, state);
    case 'award':
      return state.status === 'awarded' && sameResult(state.result, command.result)
        ? accept()
        : state.status === 'cancelled'
          ? wrongStatus(command, state)
          : accept({
              type: 'match.awarded',
              data: { ...state.fixture, result: command.result, reason: command.reason },
            });
    default:
      return assertNever(command);
  }
};

/** The match: scheduled, moved, played, corrected, awarded, called off and put back on. */
export const matchDecider: Decider<MatchState, MatchCommand, MatchEvent> = {
  initial: unknownMatch,
  evolve: evolveMatch,
  decide: (command, state) => {
    if (command.type === 'schedule') return schedule(command, state);
    return state.status === 'unknown' ? refuse('unknown-match', 'there is no such match') : decideKnown(command, state);
  },
};
