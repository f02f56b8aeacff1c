import { CommitIdReusedError, placeOf } from '../application/errors.ts';
import type { AnyEvent, Commit, CommitIdentity, NewCommit } from '../application/event-store.ts';
import type { StreamToken, TokenHistory } from '../application/stream-token.ts';
import { type CommitItem, decodeCommit, tokenAfter } from './commit-codec.ts';
import { digestCount, digestIndex, digestOf, historyAfter } from './commit-digests.ts';
import { partitionKey, sortKey } from './commit-keys.ts';
import type { CommitTable } from './commit-table.ts';

/** For so long an Idempotency-Key is known, in milliseconds: as long as clients that try again are known to. */
const REPEAT_WINDOW_MS = 24 * 60 * 60 * 1000;
/** Items of a page where one commit is looked for: that of the digest is the first unless commits have many events. */
const PAGE = 8;

/** A commit that was found, and the token at its end. */
export interface FoundCommit<Event extends AnyEvent> {
  readonly commit: Commit<Event>;
  readonly token: StreamToken;
}

const factsOf = (events: readonly AnyEvent[]): string =>
  JSON.stringify(events.map(({ type, data }) => ({ type, data })));

const reused = <Event extends AnyEvent>({ tenantId, stream, firstVersion, commitId }: Commit<Event>) =>
  new CommitIdReusedError(
    `commit id ${JSON.stringify(commitId)} is that of another command`,
    placeOf(tenantId, stream, firstVersion),
  );

/**
 * Holds that a stored commit is of the same request, as far as requests are known.
 *
 * @throws CommitIdReusedError
 */
const checkRequest = <Event extends AnyEvent>(stored: Commit<Event>, { request }: CommitIdentity): void => {
  if (stored.request !== request) throw reused(stored);
};

/**
 * Holds that a stored commit of the same id is the same command: of the same request, or of the same facts where no
 * request is known. (Decided anew on another state, the same request may well make other facts.)
 *
 * @throws CommitIdReusedError
 */
export const checkRepeat = <Event extends AnyEvent>(stored: Commit<Event>, commit: NewCommit<Event>): void => {
  checkRequest(stored, commit);
  if (commit.request === undefined && factsOf(stored.events) !== factsOf(commit.events)) throw reused(stored);
};

/** The end of a commit, what is known there of the commits before, and where those begin that it does not name. */
interface Position {
  readonly version: number;
  readonly history: TokenHistory;
  readonly unnamed: number;
}

/** Each commit has one event at least: `n` of them take `n` versions or more. */
const positionAt = ({ version, history }: Omit<Position, 'unnamed'>, firstVersion = version): Position => ({
  version,
  history,
  unnamed: Math.min(version - digestCount(history.recent), firstVersion - 1),
});

const sinceUnknown = 0;

/** Commits that end at or before a version, newest first. */
const before = (
  table: CommitTable,
  { tenantId, stream }: StreamToken,
  version: number,
  limit: number,
): Promise<readonly CommitItem[]> =>
  version < 1
    ? Promise.resolve([])
    : table.read(partitionKey(tenantId, stream.partition), [sortKey(stream.name, 1), sortKey(stream.name, version)], {
        newestFirst: true,
        limit,
      });

/** The commit that lies `index` commits before the last one at a position, if it has this id. */
const locate = async <Event extends AnyEvent>(
  table: CommitTable,
  token: StreamToken,
  { version }: Position,
  index: number,
  commitId: string,
): Promise<FoundCommit<Event> | undefined> => {
  // It begins at this version or before, and at most `index` commits lie between.
  let from = version - index;
  for (let left = index + 1; left > 0; left -= PAGE) {
    const items = await before(table, token, from, Math.min(PAGE, left));
    for (const item of items) {
      const commit = decodeCommit<Event>(item);
      if (commit.commitId === commitId)
        return { commit, token: tokenAfter(commit, historyAfter(item, commit, sinceUnknown)) };
      from = commit.firstVersion - 1;
    }
  }
  return undefined;
};

/**
 * Looks for the commit of an id at or before a token. Each commit names those before it as far as it has room, so one
 * item is read for some fifty commits.
 *
 * @param floor nothing at or before this version is looked at
 * @throws CommitIdReusedError it was found, and is of another request
 */
export const findCommit = async <Event extends AnyEvent>(
  table: CommitTable,
  token: StreamToken,
  identity: CommitIdentity,
  floor: number,
): Promise<FoundCommit<Event> | undefined> => {
  const digest = digestOf(identity.commitId);
  const oldest = new Date(Date.parse(identity.occurredAt) - REPEAT_WINDOW_MS).toISOString();
  let position = positionAt(token);
  while (position.version > floor) {
    const { history, unnamed } = position;
    const index = digestIndex(history.recent, digest);
    const found = index < 0 ? undefined : await locate<Event>(table, token, position, index, identity.commitId);
    if (found && identity.request !== undefined) checkRequest(found.commit, identity);
    if (found || history.complete || identity.request === undefined) return found;
    const [item] = await before(table, token, unnamed, 1);
    if (!item) return undefined;
    const commit = decodeCommit<Event>(item);
    if (commit.occurredAt < oldest) return undefined;
    const { version } = tokenAfter(commit);
    position = positionAt({ version, history: historyAfter(item, commit, sinceUnknown) }, commit.firstVersion);
  }
  return undefined;
};
