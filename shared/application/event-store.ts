import type { DomainEvent } from '../events/catalog.ts';
import type { EnvelopeFields, Priority } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import type { StreamToken } from './stream-token.ts';

export { GENESIS, mintToken, type StreamToken, startOf } from './stream-token.ts';

/** A fact as a store sees it. `data` is JSON. The store is generic over the union of them; the default is Matchday's. */
export interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
}

/** A fact in its envelope, as the store gives it back. */
export type Recorded<Event extends AnyEvent> = EnvelopeFields & Event;

/** Who did it, because of what: the same for every event of a commit. */
export interface CommitMetadata {
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: string;
  readonly priority: Priority;
  readonly hops: number;
  readonly traceparent?: string | undefined;
}

/** How a repeated command is known. */
export interface CommitIdentity {
  /** Unique for the command in its stream: the store knows a repeated append by it. */
  readonly commitId: string;
  /** Server time, ISO 8601 in UTC with milliseconds. */
  readonly occurredAt: string;
  /**
   * A digest of what was asked for, when a client may ask again under the same id (an Idempotency-Key): stored with the
   * commit, and compared on a repeat. Without it a repeat is compared by its facts, and is looked for only where that is
   * free (see {@link EventStore.findCommit}).
   */
  readonly request?: string | undefined;
}

/** What a caller appends: one or more events that are stored together or not at all. */
export interface NewCommit<Event extends AnyEvent = DomainEvent> extends CommitMetadata, CommitIdentity {
  readonly events: readonly [Event, ...Event[]];
}

/** A stored commit. */
export interface Commit<Event extends AnyEvent = DomainEvent> extends CommitMetadata, CommitIdentity {
  readonly tenantId: string;
  readonly stream: StreamRef;
  readonly firstVersion: number;
  readonly events: readonly Recorded<Event>[];
  readonly previousHash: string;
  /** SHA-256 over the key, the previous hash and the stored bytes. */
  readonly hash: string;
}

export interface LoadedStream<Event extends AnyEvent = DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  readonly token: StreamToken;
}

/**
 * How a stream is folded into a state (castore: the reducer). The state is stored with commits and read back as JSON: it
 * must consist of plain objects, arrays, texts, finite numbers, booleans and null; an append of another throws.
 *
 * Raise `version` whenever `evolve`, `initial` or the shape of the state changes: states stored under another version are
 * ignored, the stream is folded once from its events, and the next append stores the new state.
 *
 * @example
 * const counter: Reducer<{ count: number }> = {
 *   name: 'counter', version: 1, initial: { count: 0 },
 *   evolve: ({ count }, event) => ({ count: event.type === 'pool.player-joined' ? count + 1 : count }),
 * };
 */
export interface Reducer<State, Event extends AnyEvent = DomainEvent> {
  readonly name: string;
  readonly version: number;
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
}

/** A stream folded to its end, and the token for the next append. */
export interface LoadedState<State> {
  readonly state: State;
  readonly token: StreamToken;
}

/** A state that a commit may bear: `state` is the one BEFORE the commit, at the expected token. The store evolves it. */
export interface InlineState<State, Event extends AnyEvent = DomainEvent> {
  readonly reducer: Reducer<State, Event>;
  readonly state: State;
}

/** What became of an append. */
export type AppendResult<Event extends AnyEvent = DomainEvent> =
  | {
      /** Stored: now, or (its answer was lost) by an earlier try at the same place. */
      readonly outcome: 'appended';
      readonly commit: Commit<Event>;
      readonly token: StreamToken;
    }
  | {
      /** The commit of this id is in the stream already, before the expected token. Nothing was written. */
      readonly outcome: 'repeated';
      readonly commit: Commit<Event>;
      /** The end of that commit, not of the stream. */
      readonly token: StreamToken;
    }
  | {
      /** Somebody else's commit stands there. Fold it and decide again on `token`, which is the end of that commit. */
      readonly outcome: 'conflict';
      readonly winner: Commit<Event>;
      readonly token: StreamToken;
    };

/**
 * The record of all facts: appends and loads, never updates, never deletes. Every answer sees every acknowledged append.
 * Prices in read and write units are in `shared/store/capacity.ts`, and tests hold each operation to its own.
 *
 * Every method throws StoreUnavailableError when the database does not serve, CorruptCommitError when what is stored is
 * not what the store wrote, and InvalidPlaceError for a tenant or a stream that cannot be a key, or a token of another
 * stream. All name tenant, stream and version. Of a closed stream retention may have taken the beginning to an archive: who asks
 * for it gets it from there, or a StreamArchivedError when the store was given none, or ArchiveError when it is not as it was.
 *
 * @example
 * // For who knows castore: getAggregate is loadState, getEvents is load, pushEvent and pushEventGroup are append.
 * const store = dynamoDBEventStore({ client, tableName: 'events' });
 * const stream = poolStream('office');
 * const { state, token } = await store.loadState('demo', stream, counter); // 1 read unit at any length
 * const result = await store.append(token, commit, { reducer: counter, state }); // 1 write unit for 300 bytes
 * if (result.outcome === 'conflict') // fold result.winner, decide again, append on result.token
 *
 * @example
 * // Something new needs no load before it:
 * await store.append(startOf('demo', stream), commit);
 *
 * @example
 * // Load, decide, append, and again on a conflict, is what `execute` does:
 * await execute({ store, ...realTime }, { reducer: counter, decide, stream, command, context });
 */
export interface EventStore<Event extends AnyEvent = DomainEvent> {
  /**
   * All events of a stream, or those after a token of it, and the token for the next append. An unknown stream is empty.
   * Costs half a read unit for each 4 KB, doubled for consistency: 1 RRU for each 4 KB, at least 1.
   */
  load(tenantId: string, stream: StreamRef, after?: StreamToken): Promise<LoadedStream<Event>>;
  /**
   * The state of a stream, folded by `reducer`. When the last commit bears it, this is one read of one item; else commits
   * are read back to the last one that does (16 at most, unless the reducer is new) and folded from there.
   *
   * @param known a state of this stream by this reducer, as loaded earlier: nothing at or before it is read
   */
  loadState<State>(
    tenantId: string,
    stream: StreamRef,
    reducer: Reducer<State, Event>,
    known?: LoadedState<State>,
  ): Promise<LoadedState<State>>;
  /** All streams of one partition: the predictions of a match live in a few. Costs as `load`. */
  loadPartition(tenantId: string, partition: string): Promise<readonly LoadedStream<Event>[]>;
  /**
   * The commit of this id at or before a token. Free when the token has the ids of all commits before it (some fifty). If
   * not, it reads on only for an identity with `request`, one read unit for some fifty commits, through the 24 hours
   * before `identity.occurredAt`: an id that comes back later than that is taken for a new one.
   *
   * @param after the id is known not to be at or before this token
   * @throws CommitIdReusedError the commit of this id was asked for by another request
   */
  findCommit(
    token: StreamToken,
    identity: CommitIdentity,
    after?: StreamToken,
  ): Promise<{ readonly commit: Commit<Event>; readonly token: StreamToken } | undefined>;
  /**
   * Appends a commit as one conditional write, idempotent by its id (see {@link findCommit} for how far back).
   *
   * @param inline has the commit bear the folded state, when that costs no further write unit, or after a few without it
   * @throws InvalidCommitError an event is not what the catalog says, or the metadata is not valid; CommitTooLargeError;
   *   CommitIdReusedError. After each of them nothing is written. After StoreUnavailableError the commit may be stored:
   *   append it again.
   */
  append<State = never>(
    expected: StreamToken,
    commit: NewCommit<Event>,
    inline?: InlineState<State, Event>,
  ): Promise<AppendResult<Event>>;
}
