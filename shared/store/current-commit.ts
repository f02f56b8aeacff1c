import type { Commit } from '../application/event-store.ts';
import { currentEvent } from '../events/envelope.ts';
import { type CommitItem, decodeCommit } from './commit-codec.ts';

/**
 * Reads a stored item for somebody who folds its events: each comes as today's. Its bytes and its hash stay what they are.
 *
 * @throws CorruptCommitError; FutureSchemaError when newer code wrote an event of it: to fold the others alone would be to decide
 *   on half a stream; UpcastError
 */
export const readCommit = (item: CommitItem): Commit => {
  const commit = decodeCommit(item);
  return { ...commit, events: commit.events.map(currentEvent) };
};
