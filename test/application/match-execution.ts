import { type Execution, executable } from '../../shared/application/execution.ts';
import type { MatchEvent, MatchState } from '../../shared/domain/match.ts';
import { type MatchCommand, matchDecider } from '../../shared/domain/match-decisions.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { atKickOff, cancelled, kickOff, reinstated } from '../domain/samples.ts';
import { contextOf } from './world.ts';

type MatchExecution = Execution<MatchState, MatchCommand>;

/** The match that commands are about. */
export const stream = matchStream('a-b');

/** A command on the match, at its kick-off. */
export const on = (command: MatchCommand, over: Partial<MatchExecution> = {}): MatchExecution => ({
  ...executable('match', 1, matchDecider),
  stream,
  command,
  context: contextOf({ now: atKickOff }),
  ...over,
});

export const postpone: MatchCommand = { type: 'postpone', reason: 'snow' };

/** The match goes back and forth: after each, both commands of it change something. */
export const restless = (times: number): MatchEvent[][] =>
  Array.from({ length: times }, (_, n) => (n % 2 === 0 ? [cancelled('fog')] : [reinstated(kickOff)]));
