import type { Refusal } from '../domain/decider.ts';
import type { StreamRef } from '../events/streams.ts';

/** What an error of the event store is about. */
export interface StorePlace {
  readonly tenantId: string;
  readonly stream: string;
  readonly version: number;
}

/**
 * Base of all errors of the event store: names the tenant, the stream and the version it happened at.
 *
 * @public
 */
export class EventStoreError extends Error {
  override readonly name: string = 'EventStoreError';
  readonly place: StorePlace;
  constructor(message: string, place: StorePlace, options?: ErrorOptions) {
    super(`${place.tenantId}/${place.stream} at version ${place.version}: ${message}`, options);
    this.place = place;
  }
}

/** Other writers kept winning until the attempts were used up. Nothing was written; the caller may try again. */
export class ConcurrencyError extends EventStoreError {
  override readonly name = 'ConcurrencyError';
}

/** The stream is not at the version that the command is for; `place` has the one it is at. Nothing was written. */
export class PreconditionFailedError extends EventStoreError {
  override readonly name = 'PreconditionFailedError';
}

/** The commit does not fit in one item (DynamoDB: 400 KB). Nothing was written. */
export class CommitTooLargeError extends EventStoreError {
  override readonly name = 'CommitTooLargeError';
}

/** An event is not what the catalog says (then the cause is an InvalidEventError), or the metadata of the commit is not valid. Nothing was written. */
export class InvalidCommitError extends EventStoreError {
  override readonly name = 'InvalidCommitError';
}

/** A tenant or stream that cannot be a key, or a token that is of another stream or that no store has minted. Nothing was read or written. */
export class InvalidPlaceError extends EventStoreError {
  override readonly name = 'InvalidPlaceError';
}

/** The commit's id is that of a stored commit that was another command. Nothing was written: an id is for one command. */
export class CommitIdReusedError extends EventStoreError {
  override readonly name = 'CommitIdReusedError';
}

/** The store does not answer, or throttles, after the SDK's own retries. Whether the commit is there is unknown: repeat it with its commit id. */
export class StoreUnavailableError extends EventStoreError {
  override readonly name = 'StoreUnavailableError';
}

/** What is stored is not what the store wrote. */
export class CorruptCommitError extends EventStoreError {
  override readonly name = 'CorruptCommitError';
}

/**
 * Commits that were asked for are not in the ledger: retention took them to the archive. `place` has the first version that is
 * missing. Reading the state, and appending, go on without them.
 */
export class StreamArchivedError extends EventStoreError {
  override readonly name = 'StreamArchivedError';
  /** First version that the ledger still has. */
  readonly firstPresent: number;
  /** Where in the bucket of archives they are, if retention took them. */
  readonly archive: string;
  constructor(place: StorePlace, firstPresent: number, archive: string) {
    super(`the ledger has this stream from version ${firstPresent} on; look for what was before in ${archive}`, place);
    this.firstPresent = firstPresent;
    this.archive = archive;
  }
}

/** A decision refused the command: not a bug, and final as long as the facts stay as they are. */
export class CommandRefusedError extends Error {
  override readonly name = 'CommandRefusedError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** An event has caused an event has caused an event ...: more than MAX_HOPS times. */
export class LoopError extends Error {
  override readonly name = 'LoopError';
}

export const placeOf = (tenantId: string, stream: StreamRef, version: number): StorePlace => ({
  tenantId,
  stream: stream.name,
  version,
});
