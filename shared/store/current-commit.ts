import type { AnyEvent, Commit } from '../application/event-store.ts';
import { type CommitItem, decodeCommit } from './commit-codec.ts';
import type { EventCatalog } from './event-catalog.ts';

/** A stored commit for somebody who folds its events: each comes as today's. @throws what the catalog's `current` throws */
export const currentCommit = <Event extends AnyEvent>(
  commit: Commit<Event>,
  { current }: EventCatalog<Event>,
): Commit<Event> => (current ? { ...commit, events: commit.events.map(current) } : commit);

/**
 * Reads a stored item for somebody who folds its events. Its bytes and its hash stay what they are.
 *
 * @throws CorruptCommitError; what the catalog's `current` throws
 */
export const readCommit = <Event extends AnyEvent>(item: CommitItem, catalog: EventCatalog<Event>): Commit<Event> =>
  currentCommit(decodeCommit<Event>(item), catalog);
