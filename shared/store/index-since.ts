import type { EventPage } from '../application/event-index.ts';
import { encodeCursor, type SinceProgress } from './index-cursor.ts';
import { answer, type Entry, type EventTables, entriesOf, type Question } from './index-events.ts';
import { type LogItem, logPartition, logSort } from './index-layout.ts';
import { firstOf, type IndexTable, logAfter, positionOf, readPages } from './index-reads.ts';

/** Pages that are read at once. */
const PAGES_AT_ONCE = 10;
/** Pages that one answer looks at, however few of their events the question is for. */
const MAX_PAGES = 100;

/** An event and its place in the log: in the page behind `position`, the `offset`th, from 1. */
interface LogEntry extends Entry {
  readonly position: number;
  readonly offset: number;
}

/**
 * The last position before which every event is older than the instant. `until` never falls from one place of the log to
 * the next, so that it can be found by halves, in 20 reads for a million pages.
 */
const positionBefore = async (
  { client, indexTable }: IndexTable,
  { tenantId, end }: Question,
  since: string,
): Promise<number> => {
  let [older, newer] = [0, end.position + 1];
  while (newer - older > 1) {
    const middle = Math.floor((older + newer) / 2);
    const s = logSort(middle);
    const item = await firstOf<LogItem>(client, indexTable, { p: logPartition(tenantId), from: s, to: s });
    if ((item?.until ?? '') < since) older = middle;
    else newer = middle;
  }
  return older;
};

/** Entries behind a place, until there are more than enough, or enough pages were looked at, or the log ends. */
const entriesAfter = async (
  tables: EventTables,
  { tenantId, limit, end }: Question,
  last: { readonly position: number; readonly offset: number },
  isWanted: (entry: LogEntry) => boolean,
): Promise<{ readonly entries: readonly LogEntry[]; readonly seen: number }> => {
  const entries: LogEntry[] = [];
  let seen = last.position;
  // Whoever has caught up asks often.
  if (seen >= end.position) return { entries, seen };
  for await (const items of logAfter(tables, tenantId, last.position, PAGES_AT_ONCE)) {
    const known = items.filter(item => positionOf(item) <= end.position);
    const pages = await readPages(
      tables,
      tenantId,
      known.map(({ page }) => page),
    );
    for (const [index, page] of pages.entries()) {
      const position = seen + index;
      const offsets = entriesOf(page).map((entry, at) => ({ ...entry, position, offset: at + 1 }));
      const fresh = position === last.position ? offsets.slice(last.offset) : offsets;
      entries.push(...fresh.filter(isWanted));
    }
    seen += pages.length;
    if (entries.length > limit || seen - last.position >= MAX_PAGES || known.length < items.length) break;
  }
  return { entries, seen };
};

/** All events since an instant, or since a cursor: in the order of the log, which only grows at its end. */
export const since = async (
  tables: EventTables,
  question: Question,
  { query, last }: SinceProgress,
): Promise<EventPage> => {
  const { tenantId, end } = question;
  const instant = query.since ?? '';
  const start = last ?? { position: instant ? await positionBefore(tables, question, instant) : 0, offset: 0 };
  const types = query.types && new Set(query.types);
  const isWanted = ({ at, type }: LogEntry): boolean => at >= instant && (types?.has(type) ?? true);
  const { entries, seen } = await entriesAfter(tables, question, start, isWanted);
  const page = await answer(tables, question, entries, ({ position, offset }) => ({
    of: 'since',
    query,
    last: { position, offset },
  }));
  if (page.more) return page;
  const cursor = encodeCursor(tenantId, { of: 'since', query, last: { position: seen, offset: 0 } });
  return { ...page, cursor, more: seen < end.position };
};
