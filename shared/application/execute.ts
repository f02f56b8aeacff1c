import type { DomainEvent } from '../events/catalog.ts';
import { MAX_HOPS } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import {
  CommandRefusedError,
  ConcurrencyError,
  InvalidPlaceError,
  LoopError,
  PreconditionFailedError,
  placeOf,
} from './errors.ts';
import {
  type AnyEvent,
  type LoadedState,
  type LoadedStream,
  type NewCommit,
  type Recorded,
  type Reducer,
  type StreamToken,
  startOf,
} from './event-store.ts';
import type { CommandContext, Dependencies, Executed, Execution } from './execution.ts';
import { holds } from './precondition.ts';
import { contradiction } from './stated.ts';

/**
 * A conflict costs one more decision at once, on the winner; from the second on writers back off, long enough for others to
 * finish, and read the state again: one read unit however far the stream has grown. They give up after MAX_ATTEMPTS.
 */
const MAX_ATTEMPTS = 8;
/**
 * A back-off is a random part of this, which doubles up to MAX_BACK_OFF_MS. With shorter ones more attempts lose, and all
 * writers of a contended stream are done later: `npm run bench:event-store` prints the reads that a success took.
 */
const FIRST_BACK_OFF_MS = 1000;
/** With this the last attempt begins some 9 seconds after the first at the latest, 4 on average: a function behind the API has 10. */
const MAX_BACK_OFF_MS = 1500;

const commitOf = <Event extends AnyEvent>(
  context: CommandContext,
  events: readonly Event[],
): NewCommit<Event> | undefined => {
  const [first, ...rest] = events;
  if (!first) return undefined;
  const { now, tenantId: _tenant, precondition: _precondition, stated: _stated, ...metadata } = context;
  return { ...metadata, occurredAt: now, events: [first, ...rest] };
};

const backOff = <Event extends AnyEvent>({ sleep, random }: Dependencies<Event>, attempt: number): Promise<void> =>
  sleep(random() * Math.min(MAX_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (attempt - 2)));

/** A stream as far as this execution knows it. */
interface Known<State> extends LoadedState<State> {
  /** Read to its end; else only up to the last winner. */
  readonly complete: boolean;
  /** The command's id is not at or before this token. */
  readonly searched?: StreamToken | undefined;
}

/** What one append came to: done, or what to decide on next. */
type Step<State, Event extends AnyEvent> = { readonly done: Executed<State, Event> } | { readonly next: Known<State> };

const evolveAll = <State, Event extends AnyEvent>(
  { evolve }: Reducer<State, Event>,
  state: State,
  events: readonly Recorded<Event>[],
): State => events.reduce((current, event) => evolve(current, event), state);

/** The stream's end, from what is known of it. */
const catchUp = async <State, Command, Event extends AnyEvent>(
  { store }: Dependencies<Event>,
  { reducer, stream, context }: Execution<State, Command, Event>,
  known?: Known<State>,
): Promise<Known<State>> => ({
  ...(await store.loadState(context.tenantId, stream, reducer, known)),
  complete: true,
  searched: known?.searched,
});

const checkFrom = <Event extends AnyEvent>(
  { token }: LoadedStream<Event>,
  tenantId: string,
  stream: StreamRef,
): void => {
  if (token.tenantId !== tenantId || token.stream.name !== stream.name || token.stream.partition !== stream.partition)
    throw new InvalidPlaceError(
      `the stream it is to begin from is ${token.tenantId}/${token.stream.name}`,
      placeOf(tenantId, stream, token.version),
    );
};

const begin = async <State, Command, Event extends AnyEvent>(
  dependencies: Dependencies<Event>,
  execution: Execution<State, Command, Event>,
): Promise<Known<State>> => {
  const { reducer, stream, context, from } = execution;
  if (from === undefined) return catchUp(dependencies, execution);
  if (from === 'new') return { state: reducer.initial, token: startOf(context.tenantId, stream), complete: false };
  checkFrom(from, context.tenantId, stream);
  return { state: evolveAll(reducer, reducer.initial, from.events), token: from.token, complete: true };
};

/** The first result of this very request, if it was stored before: no decision is asked for again. */
const earlierResult = async <State, Event extends AnyEvent>(
  { store }: Dependencies<Event>,
  context: CommandContext,
  { state, token, searched }: Known<State>,
): Promise<Executed<State, Event> | undefined> => {
  if (context.request === undefined) return undefined;
  const found = await store.findCommit(token, { ...context, occurredAt: context.now }, searched);
  return found && { state, version: found.token.version, events: found.commit.events };
};

/** The append that follows is at this very token: between the check and the write nobody else can have come. */
const checkPrecondition = <State>({ precondition, tenantId }: CommandContext, { token }: Known<State>): void => {
  if (precondition === undefined || holds(precondition, token.version)) return;
  throw new PreconditionFailedError(
    'the command is for another version',
    placeOf(tenantId, token.stream, token.version),
  );
};

/** One decision, and one append when it makes events. */
const step = async <State, Command, Event extends AnyEvent>(
  dependencies: Dependencies<Event>,
  execution: Execution<State, Command, Event>,
  known: Known<State>,
): Promise<Step<State, Event>> => {
  const { reducer, decide, command, context } = execution;
  const { state, token, complete } = known;
  // Whose version it is about wants the stream as it is, and a repeat the first answer, whatever the version is by now.
  if (!complete && context.precondition !== undefined)
    return step(dependencies, execution, await catchUp(dependencies, execution, known));
  const earlier = complete ? await earlierResult(dependencies, context, known) : undefined;
  if (earlier) return { done: earlier };
  checkPrecondition(context, known);
  const decision = contradiction(context.stated, decide(command, state));
  const commit = decision.outcome === 'accepted' ? commitOf(context, decision.events) : undefined;
  if (!commit) {
    // Nothing to append, so nobody would contradict a decision on half a stream: read it to its end first.
    if (!complete) return step(dependencies, execution, await catchUp(dependencies, execution, known));
    if (decision.outcome === 'refused') throw new CommandRefusedError(decision.refusal);
    return { done: { state, version: token.version, events: [] } };
  }
  const result = await dependencies.store.append(token, commit, { reducer, state });
  if (result.outcome === 'conflict') {
    const after = evolveAll(reducer, state, result.winner.events);
    return { next: { state: after, token: result.token, complete: false, searched: token } };
  }
  const { events } = result.commit;
  const after = result.outcome === 'appended' ? evolveAll(reducer, state, events) : state;
  return { done: { state: after, version: result.token.version, events } };
};

/**
 * The one way a fact is made: load, decide, append; on a conflict fold the winner, decide again and append.
 *
 * @example
 * const { state, version, events } = await execute({ store, ...realTime }, {
 *   ...executable('pool', 1, poolDecider), stream: poolStream('office'), command, context,
 * });
 *
 * @throws CommandRefusedError the decision refused; PreconditionFailedError; ConcurrencyError others kept winning; LoopError too many hops;
 *   and what {@link EventStore.append} throws
 */
export const execute = async <State, Command, Event extends AnyEvent = DomainEvent>(
  dependencies: Dependencies<Event>,
  execution: Execution<State, Command, Event>,
): Promise<Executed<State, Event>> => {
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
