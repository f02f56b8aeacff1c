import type { Decider } from '../domain/decider.ts';
import { fold } from '../domain/decider.ts';
import type { DomainEvent } from '../events/catalog.ts';
import { type Envelope, MAX_HOPS, type Priority } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import { CommandRefusedError, ConcurrencyError, LoopError, placeOf } from './errors.ts';
import { type EventStore, type LoadedStream, type NewCommit, type StreamToken, startOf } from './event-store.ts';

/** Server time, ISO 8601 in UTC with milliseconds. On AWS the wall clock; a local season has one that can be moved. */
export type Clock = () => string;

export const systemClock: Clock = () => new Date().toISOString();

/** Who commands, in which tenant, because of what. */
export interface CommandContext {
  readonly tenantId: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Known by the caller, and repeated with it when the command is tried again. */
  readonly commitId: string;
  /** Server time at which the command arrived: what it is decided by, and what its events bear. */
  readonly now: string;
  readonly hops: number;
  readonly priority: Priority;
  readonly traceparent?: string | undefined;
}

export interface Dependencies {
  readonly store: EventStore;
  /** Waits this many milliseconds; a test need not. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0..1, for the jitter of the back-off. */
  readonly random: () => number;
}

export const realTime: Pick<Dependencies, 'sleep' | 'random'> = {
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

/** What a command did: the events it made (none: it repeated what was so) and the version its stream has now. */
export interface Executed<State> {
  readonly state: State;
  readonly version: number;
  readonly events: readonly Envelope[];
}

/** A conflict costs one more decision at once; from the second on writers back off, at most this long, and give up after MAX_ATTEMPTS. */
const MAX_ATTEMPTS = 24;
const MAX_BACK_OFF_MS = 800;

export interface Execution<State, Command, Event> {
  readonly decider: Decider<State, Command, Event>;
  readonly stream: StreamRef;
  readonly command: Command;
  readonly context: CommandContext;
  /**
   * The stream as the caller already has it; else it is loaded. `new` expects it to be empty and saves the load:
   * when it is not, the append comes back with the winner.
   */
  readonly from?: LoadedStream | 'new';
}

const commitOf = (
  context: CommandContext,
  occurredAt: string,
  events: readonly DomainEvent[],
): NewCommit | undefined => {
  const [first, ...rest] = events;
  if (!first) return undefined;
  const { commitId, now, correlationId, causationId, actor, hops, priority, traceparent } = context;
  return {
    commitId,
    occurredAt: now,
    correlationId,
    causationId,
    actor,
    hops,
    priority,
    traceparent,
    events: [first, ...rest],
  };
};

const backOff = ({ sleep, random }: Dependencies, attempt: number): Promise<void> =>
  attempt < 2 ? Promise.resolve() : sleep(random() * Math.min(MAX_BACK_OFF_MS, 10 * 2 ** attempt));

/**
 * The one way a fact is made: load, decide, append; on a conflict fold the winner, decide again and append.
 *
 * @throws CommandRefusedError the decision refused; ConcurrencyError others kept winning; LoopError too many hops;
 *   and what {@link EventStore.append} throws
 */
export const execute = async <State, Command, Event extends DomainEvent>(
  dependencies: Dependencies,
  execution: Execution<State, Command, Event>,
): Promise<Executed<State>> => {
  const { store } = dependencies;
  const { decider, stream, command, context, from } = execution;
  if (context.hops > MAX_HOPS)
    throw new LoopError(
      `${context.causationId} lies ${context.hops} hops behind ${context.correlationId}: at most ${MAX_HOPS}`,
    );
  const evolve = (state: State, events: readonly Envelope[]): State =>
    fold(decider.evolve, state, events as unknown as readonly Event[]);
  const known =
    from === 'new'
      ? { events: [], token: startOf(context.tenantId, stream) }
      : (from ?? (await store.load(context.tenantId, stream)));
  let state = evolve(decider.initial, known.events);
  let token: StreamToken = known.token;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    await backOff(dependencies, attempt);
    const decision = decider.decide(command, state);
    if (decision.outcome === 'refused') throw new CommandRefusedError(decision.refusal);
    const commit = commitOf(context, decision.events);
    if (!commit) return { state, version: token.version, events: [] };
    const result = await store.append(token, commit);
    if (result.outcome === 'appended') {
      const { events } = result.commit;
      return { state: evolve(state, events), version: result.token.version, events };
    }
    state = evolve(state, result.winner.events);
    token = result.token;
  }
  throw new ConcurrencyError(
    `gave up after ${MAX_ATTEMPTS} attempts, each lost to another writer`,
    placeOf(context.tenantId, stream, token.version),
  );
};
