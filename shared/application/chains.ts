import type { StreamRef } from '../events/streams.ts';
import type { ChainItem } from './chain-items.ts';
import type { Commit } from './event-store.ts';

/** A commit, and the item as which it is stored. */
export interface StoredCommit {
  readonly item: ChainItem;
  readonly commit: Commit;
}

/** Streams as they are stored, for who shows that nobody changed them. */
export interface Chains {
  /**
   * All commits of a stream, oldest first, also what retention took to the archive; an unknown stream has none.
   *
   * @throws CorruptCommitError, StreamArchivedError, ArchiveError; FutureSchemaError; what the client throws
   */
  read(tenantId: string, stream: StreamRef): Promise<readonly StoredCommit[]>;
}
