import { accept, assertNever, type Decider, type Decision, refuse } from './decider.ts';
import { isLocked, type MatchState, type Settlement } from './match.ts';
import {
  evolvePrediction,
  noPrediction,
  type PlacedPrediction,
  type PredictionEvent,
  type PredictionKey,
  type PredictionState,
  type SettledBy,
} from './prediction.ts';
import { sameScore } from './score.ts';
import type { RuleSet } from './scoring.ts';
import { judge, type PlayerPick, type Verdict } from './verdict.ts';

/** The match as the decision sees it, with its stream's version. */
export interface MatchSeen {
  readonly state: MatchState;
  readonly version: number;
}

/** A settlement in the match's history: the version and server time of the event that brought it. */
export type DatedSettlement = SettledBy & { readonly settlement: Settlement };

export type PredictionCommand =
  | {
      readonly type: 'create';
      readonly key: PredictionKey;
      readonly pick: PlayerPick;
      readonly match: MatchSeen;
      readonly now: string;
    }
  | { readonly type: 'revise'; readonly pick: PlayerPick; readonly match: MatchSeen; readonly now: string }
  | {
      readonly type: 'cancel';
      readonly reason: string;
      readonly cancelledBy: string;
      /** An organiser may cancel a prediction after the lock; a player may not. */
      readonly afterLock: boolean;
      readonly match: MatchSeen;
      readonly now: string;
    }
  | { readonly type: 'settle'; readonly settlements: readonly DatedSettlement[]; readonly rules: RuleSet };

const samePick = (a: PlayerPick, b: PlayerPick): boolean =>
  sameScore(a.predicted, b.predicted) && a.confidence === b.confidence;

const checkLock = (match: MatchState, now: string): Decision<never> | undefined => {
  if (match.status === 'unknown') return refuse('unknown-match', 'there is no such match');
  return isLocked(match, now)
    ? refuse('locked', `picks for match ${match.fixture.matchId} closed at ${match.kickOff.at}; it is ${now}`)
    : undefined;
};

const create = (command: PredictionCommand & { type: 'create' }, state: PredictionState): Decision<PredictionEvent> => {
  if (state.status === 'placed')
    return samePick(state.pick, command.pick)
      ? accept()
      : refuse('already-exists', `prediction ${state.key.predictionId} exists: revise it`);
  const closed = checkLock(command.match.state, command.now);
  if (closed) return closed;
  const match = command.match.state;
  const locksAt = match.status === 'scheduled' ? match.kickOff.at : null;
  return accept({
    type: 'prediction.created',
    data: { ...command.key, ...command.pick, matchVersion: command.match.version, locksAt },
  });
};

const revise = (
  command: PredictionCommand & { type: 'revise' },
  state: PlacedPrediction,
): Decision<PredictionEvent> => {
  if (samePick(state.pick, command.pick)) return accept();
  return (
    checkLock(command.match.state, command.now) ??
    accept({ type: 'prediction.revised', data: { ...state.key, ...command.pick, previous: state.pick } })
  );
};

const cancel = (
  command: PredictionCommand & { type: 'cancel' },
  state: PlacedPrediction,
): Decision<PredictionEvent> => {
  const closed = command.afterLock ? undefined : checkLock(command.match.state, command.now);
  const { reason, cancelledBy } = command;
  return closed ?? accept({ type: 'prediction.cancelled', data: { ...state.key, reason, cancelledBy } });
};

const settleOnce = (state: PlacedPrediction, dated: DatedSettlement, rules: RuleSet): PredictionEvent => {
  const { settlement, matchVersion, settledAt } = dated;
  const evaluated = (verdict: Verdict): PredictionEvent => ({
    type: 'prediction.evaluated',
    data: {
      ...state.key,
      ...state.pick,
      matchVersion,
      settledAt,
      verdict,
      ...(state.verdict && { previous: state.verdict }),
    },
  });
  switch (settlement.kind) {
    case 'result':
      return evaluated(judge(state.pick, settlement.result, settlement.awarded, rules));
    case 'void':
      return evaluated({ kind: 'void', reason: settlement.reason });
    case 'open':
      // Even where there is nothing to reopen yet: its version must be known, or an older void that arrives later would count.
      return { type: 'prediction.reopened', data: { ...state.key, matchVersion, settledAt } };
    default:
      return assertNever(settlement);
  }
};

/** Takes account of every settlement newer than the last one seen, in order: a duplicate or an older one changes nothing. */
const settle = (
  command: PredictionCommand & { type: 'settle' },
  state: PlacedPrediction,
): Decision<PredictionEvent> => {
  const events: PredictionEvent[] = [];
  let current: PredictionState = state;
  for (const dated of command.settlements) {
    if (current.status !== 'placed' || dated.matchVersion <= current.matchVersion) continue;
    const event = settleOnce(current, dated, command.rules);
    events.push(event);
    current = evolvePrediction(current, event);
  }
  return accept(...events);
};

/** The prediction: placed and revised until the lock, withdrawn, and settled by what happens to its match. */
export const predictionDecider: Decider<PredictionState, PredictionCommand, PredictionEvent> = {
  initial: noPrediction,
  evolve: evolvePrediction,
  decide: (command, state) => {
    if (command.type === 'create') return create(command, state);
    switch (command.type) {
      case 'revise':
        return state.status === 'placed'
          ? revise(command, state)
          : refuse('unknown-prediction', 'there is no such prediction');
      case 'cancel':
        if (state.status === 'cancelled') return accept();
        return state.status === 'placed'
          ? cancel(command, state)
          : refuse('unknown-prediction', 'there is no such prediction');
      case 'settle':
        return state.status === 'placed' ? settle(command, state) : accept();
      default:
        return assertNever(command);
    }
  },
};
