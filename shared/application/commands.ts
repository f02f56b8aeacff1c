import { fold } from '../domain/decider.ts';
import { evolveMatch, type MatchEvent, type MatchState, settlementOf, unknownMatch } from '../domain/match.ts';
import { type MatchCommand, matchDecider } from '../domain/match-decisions.ts';
import { type MembershipState, membershipDecider } from '../domain/membership.ts';
import { type PoolRules, type PoolState, poolDecider } from '../domain/pool.ts';
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
import { matchStream, membershipStream, poolStream, predictionId, predictionStream } from '../events/streams.ts';
import { CommandRefusedError } from './errors.ts';
import type { LoadedStream } from './event-store.ts';
import { type CommandContext, type Dependencies, type Executed, execute } from './execute.ts';

/** The match as it stands, and how it came to that. */
export interface LoadedMatch extends MatchSeen {
  readonly settlements: readonly DatedSettlement[];
}

/** Loads a match, with every event of it that settles predictions. */
export const loadMatch = async (
  { store }: Pick<Dependencies, 'store'>,
  tenantId: string,
  matchId: string,
): Promise<LoadedMatch> => {
  const { events, token } = await store.load(tenantId, matchStream(matchId));
  let state: MatchState = unknownMatch;
  const settlements: DatedSettlement[] = [];
  for (const { version, occurredAt, ...event } of events as readonly (Envelope & MatchEvent)[]) {
    const settlement = settlementOf(event, state);
    if (settlement) settlements.push({ matchVersion: version, settledAt: occurredAt, settlement });
    state = evolveMatch(state, event);
  }
  return { state, version: token.version, settlements };
};

export const commandMatch = (
  dependencies: Dependencies,
  context: CommandContext,
  matchId: string,
  command: MatchCommand,
): Promise<Executed<MatchState>> =>
  execute(dependencies, {
    decider: matchDecider,
    stream: matchStream(matchId),
    command,
    context,
    ...(command.type === 'schedule' && { from: 'new' as const }),
  });

/** Which prediction: a player predicts a match once. */
export interface PredictionRef {
  readonly matchId: string;
  readonly playerId: string;
}

const commandPrediction = (
  dependencies: Dependencies,
  context: CommandContext,
  { matchId, playerId }: PredictionRef,
  command: PredictionCommand,
): Promise<Executed<PredictionState>> =>
  execute(dependencies, {
    decider: predictionDecider,
    stream: predictionStream(matchId, playerId),
    command,
    context,
    ...(command.type === 'create' && { from: 'new' as const }),
  });

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
): Promise<Executed<PredictionState>> => {
  const match = await loadMatch(dependencies, context.tenantId, ref.matchId);
  return commandPrediction(dependencies, context, ref, { type: 'revise', pick, match, now: context.now });
};

export const cancelPrediction = async (
  dependencies: Dependencies,
  context: CommandContext,
  ref: PredictionRef,
  { reason, afterLock }: { readonly reason: string; readonly afterLock: boolean },
): Promise<Executed<PredictionState>> => {
  const match = await loadMatch(dependencies, context.tenantId, ref.matchId);
  const { actor: cancelledBy, now } = context;
  return commandPrediction(dependencies, context, ref, { type: 'cancel', reason, cancelledBy, afterLock, match, now });
};

/** Evaluates, voids or opens one prediction, as the settlements of its match say. `from` is its stream as already read. */
export const settlePrediction = (
  dependencies: Dependencies,
  context: CommandContext,
  from: LoadedStream,
  settlements: readonly DatedSettlement[],
): Promise<Executed<PredictionState>> =>
  execute(dependencies, {
    decider: predictionDecider,
    stream: from.token.stream,
    command: { type: 'settle', settlements, rules: RULE_SETS[DEFAULT_RULES] },
    context,
    from,
  });

export interface NewPool {
  readonly poolId: string;
  readonly competition: string;
  readonly name: string;
  readonly rules: PoolRules;
}

export const createPool = (
  dependencies: Dependencies,
  context: CommandContext,
  pool: NewPool,
): Promise<Executed<PoolState>> =>
  execute(dependencies, {
    decider: poolDecider,
    stream: poolStream(pool.poolId),
    command: { type: 'create', ...pool, owner: context.actor },
    context,
    from: 'new',
  });

export const loadPool = async (
  { store }: Pick<Dependencies, 'store'>,
  tenantId: string,
  poolId: string,
): Promise<PoolState> => {
  const { events } = await store.load(tenantId, poolStream(poolId));
  return fold(
    poolDecider.evolve,
    poolDecider.initial,
    events as readonly unknown[] as Parameters<typeof poolDecider.evolve>[1][],
  );
};

export const joinPool = async (
  dependencies: Dependencies,
  context: CommandContext,
  { poolId, playerId }: { readonly poolId: string; readonly playerId: string },
): Promise<Executed<MembershipState>> => {
  const pool = await loadPool(dependencies, context.tenantId, poolId);
  return execute(dependencies, {
    decider: membershipDecider,
    stream: membershipStream(poolId, playerId),
    command: { type: 'join', pool, playerId },
    context,
  });
};

export const leavePool = (
  dependencies: Dependencies,
  context: CommandContext,
  { poolId, playerId }: { readonly poolId: string; readonly playerId: string },
): Promise<Executed<MembershipState>> =>
  execute(dependencies, {
    decider: membershipDecider,
    stream: membershipStream(poolId, playerId),
    command: { type: 'leave' },
    context,
  });

export const changePoolRules = (
  dependencies: Dependencies,
  context: CommandContext,
  poolId: string,
  rules: PoolRules,
): Promise<Executed<PoolState>> =>
  execute(dependencies, {
    decider: poolDecider,
    stream: poolStream(poolId),
    command: { type: 'change-rules', rules, by: context.actor },
    context,
  });
