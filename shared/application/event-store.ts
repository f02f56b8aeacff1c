import type { DomainEvent } from '../events/catalog.ts';
import type { Envelope, Priority } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';

declare const minted: unique symbol;

/**
 * Where a stream stood when the store was asked: the expected version of the next append. Only a store makes one, always
 * at the end of a commit, so that neither a gap nor an overlap can be asked for. Opaque: hand it back as it is.
 */
export interface StreamToken {
  readonly [minted]: true;
  readonly tenantId: string;
  readonly stream: StreamRef;
  /** 0: the stream is empty. */
  readonly version: number;
  /** Hash of the last commit: the new one is chained to it. */
  readonly hash: string;
}

/** For stores alone. */
export const mintToken = (fields: Omit<StreamToken, typeof minted>): StreamToken => fields as StreamToken;

/** Hash before the first commit of a stream. */
export const GENESIS = '';

/** Expects the stream to be empty: an append of something new needs no load before it. */
export const startOf = (tenantId: string, stream: StreamRef): StreamToken =>
  mintToken({ tenantId, stream, version: 0, hash: GENESIS });

/** Who did it, because of what: the same for every event of a commit. */
export interface CommitMetadata {
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: string;
  readonly priority: Priority;
  readonly hops: number;
  readonly traceparent?: string | undefined;
}

/** What a caller appends: one or more events that are stored together or not at all. */
export interface NewCommit extends CommitMetadata {
  /** Unique for the command: the store knows a repeated append by it. */
  readonly commitId: string;
  /** Server time, ISO 8601. */
  readonly occurredAt: string;
  readonly events: readonly [DomainEvent, ...DomainEvent[]];
}

/** A stored commit. */
export interface Commit extends CommitMetadata {
  readonly tenantId: string;
  readonly stream: StreamRef;
  readonly commitId: string;
  readonly occurredAt: string;
  readonly firstVersion: number;
  readonly events: readonly Envelope[];
  readonly previousHash: string;
  /** SHA-256 over the key, the previous hash and the stored bytes. */
  readonly hash: string;
}

export interface LoadedStream {
  readonly events: readonly Envelope[];
  readonly token: StreamToken;
}

/** What became of an append. */
export type AppendResult =
  | {
      /** Stored: now, or (its answer was lost) by an earlier try of the same commit. */
      readonly outcome: 'appended';
      readonly commit: Commit;
      readonly token: StreamToken;
    }
  | {
      /** Somebody else's commit stands there. Fold it and decide again on `token`, which is the end of that commit. */
      readonly outcome: 'conflict';
      readonly winner: Commit;
      readonly token: StreamToken;
    };

/**
 * The record of all facts. Appends and loads; never updates, never deletes.
 *
 * @example
 * const { events, token } = await store.load('demo', matchStream('a-b'));
 * const result = await store.append(token, commit);
 * if (result.outcome === 'conflict') // fold result.winner, decide again, append on result.token
 */
export interface EventStore {
  /**
   * All events of a stream, or those after a token of it, and the token for the next append. An unknown stream is empty.
   * Sees every acknowledged append.
   */
  load(tenantId: string, stream: StreamRef, after?: StreamToken): Promise<LoadedStream>;
  /** All streams of one partition: the predictions of a match live in a few. */
  loadPartition(tenantId: string, partition: string): Promise<readonly LoadedStream[]>;
  /**
   * Appends a commit as one conditional write.
   *
   * @throws InvalidEventError an event is not what the catalog says; CommitTooLargeError; StoreUnavailableError
   */
  append(expected: StreamToken, commit: NewCommit): Promise<AppendResult>;
}
