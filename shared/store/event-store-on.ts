import { ArchiveError, type ArchiveReader } from '../application/archive.ts';
import { EventStoreError, placeOf, StoreUnavailableError } from '../application/errors.ts';
import type { AnyEvent, AppendResult, EventStore, NewCommit } from '../application/event-store.ts';
import { type StreamToken, startOf } from '../application/stream-token.ts';
import { FutureSchemaError, UpcastError } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import { checkPlace, checkToken, type PreparedCommit, prepareCommit } from './append-checks.ts';
import { type CommitItem, partitionKey, sortKeysAfter, tokenAfter } from './commit-codec.ts';
import { historyAfter } from './commit-digests.ts';
import type { CommitTable } from './commit-table.ts';
import { currentCommit, readCommit } from './current-commit.ts';
import type { EventCatalog } from './event-catalog.ts';
import { withArchived } from './fill-gaps.ts';
import { foldForward, loaded, loadedByStream, readBack } from './read-back.ts';
import { checkRepeat, findCommit } from './repeats.ts';

/** Errors that say themselves what is wrong. */
const OWN_ERRORS = [EventStoreError, ArchiveError, FutureSchemaError, UpcastError] as const;

/** Does something with the table; what fails there is an unavailable store, with the cause. */
const attempt = async <T>(
  what: string,
  { tenantId, stream, version }: { readonly tenantId: string; readonly stream: StreamRef; readonly version: number },
  task: () => Promise<T>,
): Promise<T> => {
  try {
    return await task();
  } catch (error) {
    if (OWN_ERRORS.some(own => error instanceof own)) throw error;
    throw new StoreUnavailableError(what, placeOf(tenantId, stream, version), { cause: error });
  }
};

/** The token at the end of an item that follows `expected`. */
const tokenOf = (item: CommitItem, commit: Parameters<typeof tokenAfter>[0], expected: StreamToken): StreamToken =>
  tokenAfter(commit, historyAfter(item, commit, item.f === undefined ? expected.history.sinceState + 1 : 0));

/** What the put of a commit came to: `there` is what stood in its place. Our own (its answer was lost) is a success. */
const answer = <Event extends AnyEvent>(
  expected: StreamToken,
  newCommit: NewCommit<Event>,
  prepared: PreparedCommit<Event>,
  { there, catalog }: { readonly there: CommitItem | undefined; readonly catalog: EventCatalog<Event> },
): AppendResult<Event> => {
  if (!there)
    return {
      outcome: 'appended',
      commit: prepared.commit,
      token: tokenOf(prepared.item, prepared.commit, expected),
    };
  const winner = readCommit(there, catalog);
  const token = tokenOf(there, winner, expected);
  if (winner.commitId !== newCommit.commitId) return { outcome: 'conflict', winner, token };
  checkRepeat(winner, newCommit);
  return { outcome: 'appended', commit: winner, token };
};

/**
 * An event store on a table of commits: all that the stores in memory and on DynamoDB have in common.
 *
 * @param archive of what retention took from the table; absent: who asks for it gets a StreamArchivedError
 */
export const eventStoreOn = <Event extends AnyEvent>(
  table: CommitTable,
  catalog: EventCatalog<Event>,
  archive?: ArchiveReader,
): EventStore<Event> => {
  /** Ids that were looked for and not found before a token: an append on it need not look again. */
  const absent = new WeakMap<StreamToken, string>();

  const find: EventStore<Event>['findCommit'] = async (token, identity, after) => {
    checkToken(token, token.tenantId, token.stream);
    if (absent.get(token) === identity.commitId) return undefined;
    const found = await attempt('the stream could not be read', token, () =>
      findCommit<Event>(table, token, identity, after?.version ?? 0),
    );
    if (!found) absent.set(token, identity.commitId);
    return found && { ...found, commit: currentCommit(found.commit, catalog) };
  };

  return {
    findCommit: find,
    load: async (tenantId, stream, after = startOf(tenantId, stream)) => {
      checkPlace(tenantId, stream);
      checkToken(after, tenantId, stream);
      const range = sortKeysAfter(stream.name, after.version);
      const items = await attempt('the stream could not be read', after, async () =>
        withArchived(archive, after, await table.read(partitionKey(tenantId, stream.partition), range)),
      );
      return loaded(after, items, catalog);
    },
    loadState: async (tenantId, stream, reducer, known) => {
      checkPlace(tenantId, stream);
      const from = known ?? { state: reducer.initial, token: startOf(tenantId, stream) };
      checkToken(from.token, tenantId, stream);
      const back = await attempt('the stream could not be read', from.token, () =>
        readBack({ table, archive, catalog }, from.token, reducer),
      );
      return foldForward(reducer, from, back);
    },
    loadPartition: async (tenantId, partition) => {
      const stream = { partition, name: partition };
      checkPlace(tenantId, stream);
      return attempt('the partition could not be read', { tenantId, stream, version: 0 }, async () =>
        loadedByStream(tenantId, partition, await table.read(partitionKey(tenantId, partition)), { archive, catalog }),
      );
    },
    append: async (expected, newCommit, inline) => {
      const prepared = prepareCommit(expected, newCommit, catalog, inline);
      const earlier = await find(expected, newCommit);
      if (earlier) {
        checkRepeat(earlier.commit, newCommit);
        return { outcome: 'repeated', ...earlier };
      }
      const { tenantId, stream, version } = expected;
      const there = await attempt(
        'the commit may or may not be stored',
        { tenantId, stream, version: version + 1 },
        () => table.put(prepared.item),
      );
      const result = answer(expected, newCommit, prepared, { there, catalog });
      // The winner is not ours: then our id is not before its end either.
      if (result.outcome === 'conflict') absent.set(result.token, newCommit.commitId);
      return result;
    },
  };
};
