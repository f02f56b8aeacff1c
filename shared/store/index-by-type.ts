import type { EventPage } from '../application/event-index.ts';
import type { TypeProgress } from './index-cursor.ts';
import { answer, compare, type Entry, type EventTables, entriesOf, type Question } from './index-events.ts';
import { FIRST, LAST, minuteOf, type Page, readPointer, type TypePointer, typePartition } from './index-layout.ts';
import { itemsOf, readPages } from './index-reads.ts';

/** Pointers that are read at once: pages of other minutes are not read before they are needed. */
const POINTERS_AT_ONCE = 20;

const newestFirst = (a: Pick<Entry, 'at' | 'version'> & { name: string }, b: typeof a): number =>
  compare([b.at, a.at], [b.name, a.name], [b.version, a.version]);

const ordered = ({ at, version, stream }: Entry) => ({ at, version, name: stream.name });

const range = ({ query: { type, from, to }, last }: TypeProgress, tenantId: string) => ({
  p: typePartition(tenantId, type),
  from: from ?? FIRST,
  // The pointers of the last minute are read again: an event before the last one may be behind a later pointer.
  to:
    [last?.at, to].flatMap(instant => (instant === undefined ? [] : [`${minuteOf(instant)}:99${LAST}`])).sort()[0] ??
    LAST,
  descending: true,
  limit: POINTERS_AT_ONCE,
});

/** Says of an entry whether the question is for it, and has not had it yet. */
const asked = ({ query: { type, from = FIRST, to = LAST }, last }: TypeProgress) => {
  const before = last && { at: last.at, version: last.version, name: last.stream };
  return (entry: Entry): boolean =>
    entry.type === type && entry.at >= from && entry.at < to && (!before || newestFirst(ordered(entry), before) > 0);
};

/** Whether a pointer's events can be among those that are still to be answered. */
const isOpen =
  ({ query: { to = LAST }, last }: TypeProgress) =>
  ({ from }: TypePointer): boolean =>
    from < to && (!last || from <= last.at);

/**
 * Events of a type, newest first. Pointers come in the order of their newest event, each within one minute; an event is
 * final as soon as the next pointer's newest one is older.
 */
export const byType = async (tables: EventTables, question: Question, progress: TypeProgress): Promise<EventPage> => {
  const { tenantId, limit } = question;
  const isAsked = asked(progress);
  const found = new Map<string, Entry>();
  const add = (page: Page, from: string, until: string): void => {
    for (const entry of entriesOf(page))
      if (entry.at >= from && entry.at <= until && isAsked(entry))
        found.set(`${entry.stream.name}:${entry.version}`, entry);
  };
  for await (const pointers of itemsOf<TypePointer>(tables.client, tables.indexTable, range(progress, tenantId))) {
    const open = pointers.filter(isOpen(progress));
    const pages = await readPages(
      tables,
      tenantId,
      open.map(pointer => readPointer(pointer).page),
    );
    for (const [index, pointer] of open.entries()) {
      const page = pages[index];
      if (page) add(page, pointer.from, readPointer(pointer).until);
    }
    const oldest = pointers.at(-1);
    const bound = oldest ? readPointer(oldest).until : '';
    if ([...found.values()].filter(({ at }) => at > bound).length > limit) break;
  }
  const entries = [...found.values()].sort((a, b) => newestFirst(ordered(a), ordered(b)));
  return answer(tables, question, entries, ({ at, stream, version }) => ({
    of: 'type',
    query: progress.query,
    last: { at, stream: stream.name, version },
  }));
};
