import { CommitTooLargeError, placeOf } from '../application/errors.ts';
import type { AppendResult, LoadedStream, NewCommit, StreamToken } from '../application/event-store.ts';
import { startOf } from '../application/event-store.ts';
import type { DomainEvent } from '../events/catalog.ts';
import { parseEvent } from '../events/envelope.ts';
import { type CommitItem, decodeCommit, encodeCommit, itemBytes, tokenAfter } from './commit-codec.ts';
import { readCommit } from './current-commit.ts';

/** DynamoDB's limit for an item. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MAX_ITEM_BYTES = 400 * 1024;

/**
 * What every store does before it writes: validate each event against the catalog, encode, and hold the size against the limit.
 *
 * @throws InvalidEventError, CommitTooLargeError
 */
export const prepareCommit = (expected: StreamToken, commit: NewCommit): CommitItem => {
  for (const [index, { type, data }] of commit.events.entries()) parseEvent(type, data, `events[${index}].data`);
  const item = encodeCommit(expected, commit);
  const bytes = itemBytes(item);
  if (bytes > MAX_ITEM_BYTES)
    throw new CommitTooLargeError(
      `the commit takes ${bytes} bytes, an item holds ${MAX_ITEM_BYTES}`,
      placeOf(expected.tenantId, expected.stream, expected.version + 1),
    );
  return item;
};

export const appended = (item: CommitItem): AppendResult => {
  const commit = decodeCommit(item);
  return { outcome: 'appended', commit, token: tokenAfter(commit) };
};

/** The facts of a commit, without when and for whom: what a repeated command would store again. */
const factsOf = (events: readonly DomainEvent[]): string =>
  JSON.stringify(events.map(({ type, data }) => ({ type, data })));

/**
 * Somebody's commit stands where ours should: our own (its answer was lost) is a success, another's a conflict. A commit
 * of our id with other facts is another's: an id that was used for two commands.
 */
export const taken = (item: CommitItem, commit: NewCommit): AppendResult => {
  const winner = readCommit(item);
  const token = tokenAfter(winner);
  return winner.commitId === commit.commitId && factsOf(winner.events) === factsOf(commit.events)
    ? { outcome: 'appended', commit: winner, token }
    : { outcome: 'conflict', winner, token };
};

/** A stream from its items after a token, oldest first. */
export const loaded = (after: StreamToken, items: readonly CommitItem[]): LoadedStream => {
  const commits = items.map(readCommit);
  const last = commits.at(-1);
  return {
    events: commits.flatMap(commit => commit.events),
    token: last ? tokenAfter(last) : after,
  };
};

/** The streams of a partition, from its items in the order of their keys. */
export const loadedByStream = (tenantId: string, partition: string, items: readonly CommitItem[]): LoadedStream[] => {
  const streams = Map.groupBy(items, item => item.s.slice(0, item.s.lastIndexOf(':')));
  return [...streams].map(([name, own]) => loaded(startOf(tenantId, { partition, name }), own));
};
