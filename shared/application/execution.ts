import type { Decider, Decision } from '../domain/decider.ts';
import type { DomainEvent } from '../events/catalog.ts';
import type { Priority } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import type { AnyEvent, EventStore, LoadedStream, Recorded, Reducer } from './event-store.ts';
import type { Precondition } from './precondition.ts';

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
  /**
   * A digest of what was asked for, when a client may ask again under the same commit id (an Idempotency-Key): then the
   * first result is answered again, also when other commits came in between or the command would be refused now.
   */
  readonly request?: string | undefined;
  /** At which versions of the stream the command is to be decided; at another it is not. */
  readonly precondition?: Precondition | undefined;
  /** The fact as somebody states it who is trusted to: the decision has to come to it, or to nothing new. */
  readonly stated?: DomainEvent | undefined;
}

export interface Dependencies<Event extends AnyEvent = DomainEvent> {
  readonly store: EventStore<Event>;
  /** Waits this many milliseconds; a test need not. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0..1, for the jitter of the back-off. */
  readonly random: () => number;
}

export const realTime: Pick<Dependencies<never>, 'sleep' | 'random'> & { readonly elapsed: () => number } = {
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  random: Math.random,
  /** Milliseconds, of a clock that never goes back. */
  elapsed: () => performance.now(),
};

/** What a command did: the events it made (none: it repeated what was so) and the version its stream has after them. */
export interface Executed<State, Event extends AnyEvent = DomainEvent> {
  /** After the command. When it repeated an earlier one, the state as it is now. */
  readonly state: State;
  readonly version: number;
  readonly events: readonly Recorded<Event>[];
}

/** A command on a stream. */
export interface Execution<State, Command, Event extends AnyEvent = DomainEvent> {
  /** Its state is stored with each commit and read back instead of the events. */
  readonly reducer: Reducer<State, Event>;
  readonly decide: (command: Command, state: State) => Decision<Event>;
  readonly stream: StreamRef;
  readonly command: Command;
  readonly context: CommandContext;
  /**
   * The stream as the caller already has it; else it is loaded. `new` expects it to be empty and saves the load:
   * when it is not, the append comes back with the winner.
   */
  readonly from?: LoadedStream<Event> | 'new';
}

/** A decider's two halves, as `execute` takes them. `version` is that of the reducer: see {@link Reducer}. */
export const executable = <State, Command, Event extends DomainEvent>(
  name: string,
  version: number,
  { initial, evolve, decide }: Decider<State, Command, Event>,
): Pick<Execution<State, Command>, 'reducer' | 'decide'> => ({
  // A stream holds events of its own aggregate only.
  reducer: { name, version, initial, evolve: (state, event) => evolve(state, event as unknown as Event) },
  decide,
});
