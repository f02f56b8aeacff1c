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

/**
 * A conflict costs one more decision at once, on the winner; from the second on writers back off, at most this long, and read
 * on to the stream's end (it grew while they waited: winner by winner they would never catch up). They give up after MAX_ATTEMPTS.
 */
const MAX_ATTEMPTS = 16;
/** With this the last attempt begins 6 seconds after the first at the latest: within the time of a function behind the API. */
const MAX_BACK_OFF_MS = 500;

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

const commitOf = (context: CommandContext, events: readonly DomainEvent[]): NewCommit | undefined => {
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
  sleep(random() * Math.min(MAX_BACK_OFF_MS, 20 * 2 ** attempt));

/** A stream as far as this execution knows it. `complete`: read to its end; else only up to the last winner. */
interface Known<State> {
  readonly state: State;
  readonly token: StreamToken;
  readonly complete: boolean;
}

/** What one append came to: done, or what to decide on next. */
type Step<State> = { readonly done: Executed<State> } | { readonly next: Known<State> };

const evolveAll = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: readonly Envelope[],
): State => fold(evolve, state, events as readonly unknown[] as readonly Event[]);

/** What is known, and what the stream holds beyond it. */
const catchUp = async <State, Command, Event>(
  { store }: Dependencies,
  { decider, stream, context }: Execution<State, Command, Event>,
  known: Pick<Known<State>, 'state' | 'token'>,
): Promise<Known<State>> => {
  const { events, token } = await store.load(context.tenantId, stream, known.token);
  return { state: evolveAll(decider.evolve, known.state, events), token, complete: true };
};

const begin = <State, Command, Event>(
  dependencies: Dependencies,
  execution: Execution<State, Command, Event>,
): Promise<Known<State>> => {
  const { decider, stream, context, from } = execution;
  const empty = { state: decider.initial, token: startOf(context.tenantId, stream), complete: false };
  if (from === undefined) return catchUp(dependencies, execution, empty);
  return Promise.resolve(
    from === 'new'
      ? empty
      : { state: evolveAll(decider.evolve, decider.initial, from.events), token: from.token, complete: true },
  );
};

/** One decision, and one append when it makes events. */
const step = async <State, Command, Event extends DomainEvent>(
  dependencies: Dependencies,
  execution: Execution<State, Command, Event>,
  known: Known<State>,
): Promise<Step<State>> => {
  const { decider, command, context } = execution;
  const { state, token, complete } = known;
  const decision = decider.decide(command, state);
  const commit = decision.outcome === 'accepted' ? commitOf(context, decision.events) : undefined;
  if (!commit) {
    // Nothing to append, so nobody would contradict a decision on half a stream: read it to its end first.
    if (!complete) return step(dependencies, execution, await catchUp(dependencies, execution, known));
    if (decision.outcome === 'refused') throw new CommandRefusedError(decision.refusal);
    return { done: { state, version: token.version, events: [] } };
  }
  const result = await dependencies.store.append(token, commit);
  const events = result.outcome === 'appended' ? result.commit.events : result.winner.events;
  const after = evolveAll(decider.evolve, state, events);
  return result.outcome === 'appended'
    ? { done: { state: after, version: result.token.version, events } }
    : { next: { state: after, token: result.token, complete: false } };
};

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
  const { stream, context } = execution;
  if (context.hops > MAX_HOPS)
    throw new LoopError(
      `${context.causationId} lies ${context.hops} hops behind ${context.correlationId}: at most ${MAX_HOPS}`,
    );
  let known = await begin(dependencies, execution);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 1) {
      await backOff(dependencies, attempt);
      known = await catchUp(dependencies, execution, known);
    }
    const outcome = await step(dependencies, execution, known);
    if ('done' in outcome) return outcome.done;
    known = outcome.next;
  }
  throw new ConcurrencyError(
    `gave up after ${MAX_ATTEMPTS} attempts, each lost to another writer`,
    placeOf(context.tenantId, stream, known.token.version),
  );
};
