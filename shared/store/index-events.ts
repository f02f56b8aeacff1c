import type { ArchiveReader } from '../application/archive.ts';
import type { EventPage, Watermark } from '../application/event-index.ts';
import type { Envelope } from '../events/envelope.ts';
import { eventId, type StreamRef } from '../events/streams.ts';
import { batchGet } from './batch.ts';
import { type CommitItem, decodeCommit } from './commit-codec.ts';
import type { CommitKey } from './commit-keys.ts';
import { type Cursor, encodeCursor } from './index-cursor.ts';
import { commitKey, type LogEnd, type Page } from './index-layout.ts';
import type { IndexTable } from './index-reads.ts';

/** The tables that answers are made of. */
export interface EventTables extends IndexTable {
  readonly eventsTable: string;
  /** What retention took from the table of events; absent: those events are left out of answers. */
  readonly archive?: ArchiveReader;
}

/** An event that the index knows of. */
export interface Entry {
  readonly stream: StreamRef;
  readonly firstVersion: number;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly hops: number;
}

/** What is left of an answer to fill, and what it began with. */
export interface Question {
  readonly tenantId: string;
  readonly limit: number;
  readonly end: LogEnd;
}

/**
 * JSON of one answer, in UTF-16 units: at most 3 bytes each, so that a response stays below Lambda's 6 MB.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_ANSWER_LENGTH = 1_500_000;

export const entriesOf = ({ commits }: Page): readonly Entry[] =>
  commits.flatMap(({ stream, firstVersion, types, at, hops }) =>
    types.map((type, index) => ({ stream, firstVersion, version: firstVersion + index, type, at, hops })),
  );

/** Compares by the first that differs. */
export const compare = (...pairs: readonly (readonly [a: string | number, b: string | number])[]): number => {
  const differs = pairs.find(([a, b]) => a !== b);
  if (!differs) return 0;
  return differs[0] < differs[1] ? -1 : 1;
};

const watermarkOf = ({ position, until }: LogEnd): Watermark => ({ position, indexedUntil: until || null });

/** Those of the keys that are in the archive; a partition is read once. */
const archivedItems = async ({ archive }: EventTables, keys: readonly CommitKey[]): Promise<readonly CommitItem[]> => {
  const items: CommitItem[] = [];
  if (archive)
    for (const [p, own] of Map.groupBy(keys, key => key.p)) {
      const wanted = new Set(own.map(({ s }) => s));
      items.push(...((await archive.read(p))?.commits ?? []).filter(({ s }) => wanted.has(s)));
    }
  return items;
};

const readEnvelopes = async (
  tables: EventTables,
  tenantId: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Envelope>> => {
  const keys = entries.map(entry => commitKey(tenantId, entry));
  const { client, eventsTable } = tables;
  const items = (await batchGet(client, eventsTable, keys, { consistent: true })) as unknown as readonly CommitItem[];
  const there = new Set(items.map(({ p, s }) => `${p}|${s}`));
  const archived = await archivedItems(
    tables,
    keys.filter(({ p, s }) => !there.has(`${p}|${s}`)),
  );
  return new Map([...items, ...archived].flatMap(item => decodeCommit(item).events).map(event => [event.id, event]));
};

/** How many events from the first on fit in one answer: one at least. */
const fitting = (events: readonly (Envelope | undefined)[]): number => {
  let length = 0;
  const tooMany = events.findIndex((event, index) => {
    length += event ? JSON.stringify(event).length : 0;
    return index > 0 && length > MAX_ANSWER_LENGTH;
  });
  return tooMany === -1 ? events.length : tooMany;
};

/**
 * Makes an answer of what was found: `entries` are in order, and may be more than the limit when there are more.
 *
 * @param cursorAfter - the cursor behind an entry
 * @param wanted - for what only the event itself can say
 */
export const answer = async <E extends Entry>(
  tables: EventTables,
  { tenantId, limit, end }: Question,
  entries: readonly E[],
  cursorAfter: (entry: E) => Cursor,
  wanted: (event: Envelope) => boolean = () => true,
): Promise<EventPage> => {
  const candidates = entries.slice(0, limit);
  const envelopes = await readEnvelopes(tables, tenantId, candidates);
  const events = candidates.map(({ stream, version }) => envelopes.get(eventId(stream.name, version)));
  const count = fitting(events);
  const last = candidates[count - 1];
  const more = entries.length > count;
  return {
    events: events.slice(0, count).filter(event => event !== undefined && wanted(event)) as readonly Envelope[],
    ...(more && last && { cursor: encodeCursor(tenantId, cursorAfter(last)) }),
    more,
    watermark: watermarkOf(end),
  };
};
