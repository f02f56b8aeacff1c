import type { ArchiveReader } from '../application/archive.ts';
import type { AnyEvent, Commit, LoadedState, LoadedStream, Reducer } from '../application/event-store.ts';
import { type StreamToken, startOf } from '../application/stream-token.ts';
import { type CommitItem, tokenAfter } from './commit-codec.ts';
import { historyAfter } from './commit-digests.ts';
import { partitionKey, sortKey, sortKeysAfter } from './commit-keys.ts';
import type { CommitTable } from './commit-table.ts';
import { readCommit } from './current-commit.ts';
import type { EventCatalog } from './event-catalog.ts';
import { readOnce, withArchived } from './fill-gaps.ts';
import { COMMITS_WITHOUT_STATE, inlineStateOf } from './inline-state.ts';

/**
 * Items asked for, request by request: the last commit; a few more, since a large one without the state mostly follows one
 * that bears it; all that may lie after a state; then as many as there are.
 */
const PAGES = [1, 4, COMMITS_WITHOUT_STATE] as const;
const LAST_PAGES = 1000;

/** Commits after the last one that bears a state; `otherwise` when none does. */
const sinceStateOf = (items: readonly CommitItem[], otherwise: number): number => {
  const last = items.findLastIndex(({ f }) => f !== undefined);
  return last < 0 ? otherwise + items.length : items.length - 1 - last;
};

/** A stream from its items after a token, oldest first. */
export const loaded = <Event extends AnyEvent>(
  after: StreamToken,
  items: readonly CommitItem[],
  catalog: EventCatalog<Event>,
): LoadedStream<Event> => {
  const commits = items.map(item => readCommit(item, catalog));
  const [commit, item] = [commits.at(-1), items.at(-1)];
  const sinceState = sinceStateOf(items, after.history.sinceState);
  return {
    events: commits.flatMap(({ events }) => events),
    token: commit && item ? tokenAfter(commit, historyAfter(item, commit, sinceState)) : after,
  };
};

/** Where commits are, and how their events are read. */
interface Sources<Event extends AnyEvent> {
  readonly table: CommitTable;
  readonly archive: ArchiveReader | undefined;
  readonly catalog: EventCatalog<Event>;
}

/** The streams of a partition, from its items in the order of their keys. */
export const loadedByStream = async <Event extends AnyEvent>(
  tenantId: string,
  partition: string,
  items: readonly CommitItem[],
  { archive, catalog }: Omit<Sources<Event>, 'table'>,
): Promise<LoadedStream<Event>[]> => {
  const streams = Map.groupBy(items, item => item.s.slice(0, item.s.lastIndexOf(':')));
  const once = archive && readOnce(archive);
  const all: LoadedStream<Event>[] = [];
  for (const [name, own] of streams) {
    const start = startOf(tenantId, { partition, name });
    all.push(loaded(start, await withArchived(once, start, own), catalog));
  }
  return all;
};

/** Commits after `known`, newest first, back to the first one that bears the state, if any does. */
interface ReadBack<State, Event extends AnyEvent> {
  readonly items: readonly CommitItem[];
  readonly commits: readonly Commit<Event>[];
  readonly inline: { readonly state: State } | undefined;
}

/** What was read back to a version, or else what the archive has as well; a newer reducer than the state's asks for that. */
const toTheEnd = async <State, Event extends AnyEvent>(
  { archive, catalog }: Sources<Event>,
  known: StreamToken,
  read: { readonly items: readonly CommitItem[]; readonly commits: readonly Commit<Event>[] },
): Promise<ReadBack<State, Event>> => {
  const all = await withArchived(archive, known, read.items.toReversed());
  if (all.length === read.items.length) return { ...read, inline: undefined };
  const items = all.toReversed();
  return { items, commits: items.map(item => readCommit(item, catalog)), inline: undefined };
};

/** Reads a stream back to the newest state that a commit bears for this reducer, or to `known`. */
export const readBack = async <State, Event extends AnyEvent>(
  sources: Sources<Event>,
  known: StreamToken,
  reducer: Reducer<State, Event>,
): Promise<ReadBack<State, Event>> => {
  const { table, catalog } = sources;
  const { tenantId, stream, version } = known;
  const items: CommitItem[] = [];
  const commits: Commit<Event>[] = [];
  let [first, last] = sortKeysAfter(stream.name, version);
  for (let page = 0; ; page += 1) {
    const limit = PAGES[page] ?? LAST_PAGES;
    const read = await table.read(partitionKey(tenantId, stream.partition), [first, last], {
      newestFirst: true,
      limit,
    });
    for (const item of read) {
      const commit = readCommit(item, catalog);
      const inline = inlineStateOf(item, reducer);
      items.push(item);
      commits.push(commit);
      if (inline) return { items, commits, inline };
      if (commit.firstVersion === version + 1) return { items, commits, inline: undefined };
      last = sortKey(stream.name, commit.firstVersion - 1);
    }
    if (read.length < limit) return toTheEnd(sources, known, { items, commits });
  }
};

/** A stream folded to its end from what was read back. */
export const foldForward = <State, Event extends AnyEvent>(
  reducer: Reducer<State, Event>,
  known: LoadedState<State>,
  { items, commits, inline }: ReadBack<State, Event>,
): LoadedState<State> => {
  const [item, commit] = [items[0], commits[0]];
  if (!item || !commit) return known;
  // The commit that bears the state is in it already.
  const since = inline ? commits.slice(0, -1) : commits;
  const state = since.reduceRight(
    (before, { events }) => events.reduce((current, event) => reducer.evolve(current, event), before),
    inline ? inline.state : known.state,
  );
  const sinceState = inline ? since.length : known.token.history.sinceState + since.length;
  return { state, token: tokenAfter(commit, historyAfter(item, commit, sinceState)) };
};
