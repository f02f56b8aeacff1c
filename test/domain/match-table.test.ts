import { describe, expect, it } from 'vitest';
import { fold } from '../../shared/domain/decider.ts';
import type { MatchEvent } from '../../shared/domain/match.ts';
import { type MatchCommand, matchDecider } from '../../shared/domain/match-decisions.ts';
import {
  after,
  after90,
  awarded,
  cancelled,
  finished,
  fixture,
  kickOff,
  later,
  postponed,
  scheduled,
  started,
} from './samples.ts';

const r21 = after90('2-1');
const r22 = after90('2-2');
const reason = 'because';

/** How a match gets into each status. */
const HISTORIES = {
  unknown: [],
  scheduled: [scheduled()],
  postponed: [scheduled(), postponed('snow')],
  started: [scheduled(), started],
  finished: [scheduled(), started, finished(r21)],
  awarded: [scheduled(), awarded(r21)],
  cancelled: [scheduled(), cancelled('void')],
} as const satisfies Record<string, readonly MatchEvent[]>;

type Status = keyof typeof HISTORIES;

/** Commands with other values than the history has, and the same with the values it has. */
const COMMANDS: Readonly<Record<string, MatchCommand>> = {
  schedule: { type: 'schedule', fixture, kickOff: later },
  'schedule =': { type: 'schedule', fixture, kickOff },
  reschedule: { type: 'reschedule', kickOff: later },
  'reschedule =': { type: 'reschedule', kickOff },
  postpone: { type: 'postpone', reason },
  start: { type: 'start', now: after },
  finish: { type: 'finish', result: r22, now: after },
  'finish =': { type: 'finish', result: r21, now: after },
  correct: { type: 'correct', result: r22, reason },
  'correct =': { type: 'correct', result: r21, reason },
  'withdraw-result': { type: 'withdraw-result', reason },
  cancel: { type: 'cancel', reason },
  reinstate: { type: 'reinstate', kickOff: later },
  'reinstate =': { type: 'reinstate', kickOff },
  award: { type: 'award', result: r22, reason },
  'award =': { type: 'award', result: r21, reason },
};

/** yes: the command's event follows and the status becomes that of its name · same: nothing follows · else: refused, why. */
const TABLE = `
  command          | unknown       | scheduled      | postponed      | started        | finished       | awarded        | cancelled
  schedule         | yes           | already-exists | already-exists | already-exists | already-exists | already-exists | already-exists
  schedule =       | yes           | same           | same           | same           | same           | same           | same
  reschedule       | unknown-match | yes            | yes            | wrong-status   | wrong-status   | wrong-status   | wrong-status
  reschedule =     | unknown-match | same           | yes            | wrong-status   | wrong-status   | wrong-status   | wrong-status
  postpone         | unknown-match | yes            | same           | yes            | wrong-status   | wrong-status   | wrong-status
  start            | unknown-match | yes            | wrong-status   | same           | wrong-status   | wrong-status   | wrong-status
  finish           | unknown-match | yes            | wrong-status   | yes            | wrong-status   | wrong-status   | wrong-status
  finish =         | unknown-match | yes            | wrong-status   | yes            | same           | wrong-status   | wrong-status
  correct          | unknown-match | wrong-status   | wrong-status   | wrong-status   | yes            | yes            | wrong-status
  correct =        | unknown-match | wrong-status   | wrong-status   | wrong-status   | same           | same           | wrong-status
  withdraw-result  | unknown-match | same           | same           | same           | yes            | yes            | wrong-status
  cancel           | unknown-match | yes            | yes            | yes            | yes            | yes            | same
  reinstate        | unknown-match | wrong-status   | wrong-status   | wrong-status   | wrong-status   | wrong-status   | yes
  reinstate =      | unknown-match | same           | wrong-status   | wrong-status   | wrong-status   | wrong-status   | yes
  award            | unknown-match | yes            | yes            | yes            | yes            | yes            | wrong-status
  award =          | unknown-match | yes            | yes            | yes            | yes            | same           | wrong-status`;

/** What each accepted command says happened, and the status it leads to ('same': the one it had). */
const FOLLOWS: Readonly<Record<MatchCommand['type'], readonly [MatchEvent['type'], Status | 'same']>> = {
  schedule: ['match.scheduled', 'scheduled'],
  reschedule: ['match.rescheduled', 'scheduled'],
  postpone: ['match.postponed', 'postponed'],
  start: ['match.started', 'started'],
  finish: ['match.finished', 'finished'],
  correct: ['match.result-corrected', 'same'],
  'withdraw-result': ['match.result-withdrawn', 'scheduled'],
  cancel: ['match.cancelled', 'cancelled'],
  reinstate: ['match.reinstated', 'scheduled'],
  award: ['match.awarded', 'awarded'],
};

const statuses = Object.keys(HISTORIES) as Status[];
const cells = TABLE.trim()
  .split('\n')
  .slice(1)
  .map(line => line.split('|').map(cell => cell.trim()))
  .flatMap(([command = '', ...expected]) =>
    statuses.map((status, column) => ({ command, status, expected: expected[column] ?? '' })),
  );

describe('every command in every status', () => {
  it('is in the table', () => {
    expect(cells).toHaveLength(Object.keys(COMMANDS).length * statuses.length);
    expect(new Set(Object.values(COMMANDS).map(({ type }) => type))).toEqual(new Set(Object.keys(FOLLOWS)));
  });

  it.each(cells)('$command of a match that is $status: $expected', ({ command: name, status, expected }) => {
    const command = COMMANDS[name];
    if (!command) throw new Error(`no command ${name}`);
    const state = fold(matchDecider.evolve, matchDecider.initial, HISTORIES[status]);
    expect(state.status).toBe(status);

    const decision = matchDecider.decide(command, state);

    if (decision.outcome === 'refused') expect(decision.refusal.code).toBe(expected);
    else if (decision.events.length === 0) expect('same').toBe(expected);
    else {
      const [type, next] = FOLLOWS[command.type];
      expect('yes').toBe(expected);
      expect(decision.events.map(event => event.type)).toEqual([type]);
      expect(fold(matchDecider.evolve, state, decision.events).status).toBe(next === 'same' ? status : next);
    }
  });
});
