import { evolveMatch, type MatchEvent, type MatchState, settlementOf, unknownMatch } from '../domain/match.ts';
import { type MatchCommand, matchDecider } from '../domain/match-decisions.ts';
import type { PredictionState } from '../domain/prediction.ts';
import {
  type DatedSettlement,
  type MatchSeen,
  type PredictionCommand,
  predictionDecider,
} from '../domain/prediction-decisions.ts';
import { DEFAULT_RULES, RULE_SETS } from '../domain/scoring.ts';
import type { PlayerPick } from '../domain/verdict.ts';
import type { Envelope } from '../events/envelope.ts';
import { matchStream, predictionId, predictionStream } from '../events/streams.ts';
import { CommandRefusedError } from './errors.ts';
import type { EventStore, LoadedStream, Reducer } from './event-store.ts';
import { execute } from './execute.ts';
import { type CommandContext, type Dependencies, type Executed, executable } from './execution.ts';

/** The match as it stands, and how it came to that. */
export interface LoadedMatch extends MatchSeen {
  readonly settlements: readonly DatedSettlement[];
}

/** What a match's stream is folded into: one state for commands of the match and for those of its predictions. */
type MatchHistory = Omit<LoadedMatch, 'version'>;

const matchReducer: Reducer<MatchHistory> = {
  name: 'match',
  version: 1,
  initial: { state: unknownMatch, settlements: [] },
  evolve: ({ state, settlements }, recorded) => {
    const { version, occurredAt, ...event } = recorded as Envelope & MatchEvent;
    const settlement = settlementOf(event, state);
    return {
      state: evolveMatch(state, event),
      settlements: settlement
        ? [...settlements, { matchVersion: version, settledAt: occurredAt, settlement }]
        : settlements,
    };
  },
};

/** Loads a match, with every event of it that settles predictions: one read of one item as a rule. */
export const loadMatch = async (
  { store }: { readonly store: Pick<EventStore, 'loadState'> },
  tenantId: string,
  matchId: string,
): Promise<LoadedMatch> => {
  const { state, token } = await store.loadState(tenantId, matchStream(matchId), matchReducer);
  return { ...state, version: token.version };
};

export const commandMatch = async (
  dependencies: Dependencies,
  context: CommandContext,
  matchId: string,
  command: MatchCommand,
): Promise<Executed<MatchState>> => {
  const { state, ...done } = await execute(dependencies, {
    reducer: matchReducer,
    decide: (given: MatchCommand, history) => matchDecider.decide(given, history.state),
    stream: matchStream(matchId),
    command,
    context,
    ...(command.type === 'schedule' && { from: 'new' as const }),
  });
  return { ...done, state: state.state };
};

const predictions = executable('prediction', 1, predictionDecider);

/** Which prediction: a player predicts a match once. */
export interface PredictionRef {
  readonly matchId: string;
  readonly playerId: string;
}

const commandPrediction = (
  dependencies: Dependencies,
  context: CommandContext,
  { matchId, playerId }: PredictionRef,
  command: PredictionCommand | (() => Promise<PredictionCommand>),
): Promise<Executed<PredictionState>> =>
  execute(dependencies, {
    ...predictions,
    stream: predictionStream(matchId, playerId),
    command,
    context,
    ...('type' in command && command.type === 'create' && { from: 'new' as const }),
  });

/** A prediction as it stands: one read of one item as a rule. */
export const loadPrediction = async (
  { store }: { readonly store: Pick<EventStore, 'loadState'> },
  tenantId: string,
  { matchId, playerId }: PredictionRef,
): Promise<{ readonly state: PredictionState; readonly version: number }> => {
  const { state, token } = await store.loadState(tenantId, predictionStream(matchId, playerId), predictions.reducer);
  return { state, version: token.version };
};

export const createPrediction = async (
  dependencies: Dependencies,
  context: CommandContext,
  ref: PredictionRef,
  pick: PlayerPick,
): Promise<Executed<PredictionState>> => {
  const match = await loadMatch(dependencies, context.tenantId, ref.matchId);
  if (match.state.status === 'unknown')
    throw new CommandRefusedError({ code: 'unknown-match', message: `there is no match ${ref.matchId}` });
  const { competition } = match.state.fixture;
  const key = { predictionId: predictionId(ref.matchId, ref.playerId), competition, ...ref };
  return commandPrediction(dependencies, context, ref, { type: 'create', key, pick, match, now: context.now });
};

export const revisePrediction = async (
  dependencies: Dependencies,
  context: CommandContext,
  ref: PredictionRef,
  pick: PlayerPick,
): Promise<Executed<PredictionState>> =>
  commandPrediction(dependencies, context, ref, async () => {
    const match = await loadMatch(dependencies, context.tenantId, ref.matchId);
    return { type: 'revise', pick, match, now: context.now };
  });

export const cancelPrediction = async (
  dependencies: Dependencies,
  context: CommandContext,
  ref: PredictionRef,
  { reason, afterLock }: { readonly reason: string; readonly afterLock: boolean },
): Promise<Executed<PredictionState>> =>
  commandPrediction(dependencies, context, ref, async () => {
    const match = await loadMatch(dependencies, context.tenantId, ref.matchId);
    const { actor: cancelledBy, now } = context;
    return { type: 'cancel', reason, cancelledBy, afterLock, match, now };
  });

/**
 * Evaluates, voids or opens one prediction, as the settlements of its match say. `from` is its stream as already read.
 *
 * The same event, delivered again when the match has gone on, makes other facts: so the commit's id names the last settlement too.
 */
export const settlePrediction = (
  dependencies: Dependencies,
  context: CommandContext,
  from: LoadedStream,
  settlements: readonly DatedSettlement[],
): Promise<Executed<PredictionState>> =>
  execute(dependencies, {
    ...predictions,
    stream: from.token.stream,
    command: { type: 'settle', settlements, rules: RULE_SETS[DEFAULT_RULES] },
    context: { ...context, commitId: `${context.commitId}/${settlements.at(-1)?.matchVersion ?? 0}` },
    from,
  });
