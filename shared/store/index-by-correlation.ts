import type { EventPage } from '../application/event-index.ts';
import type { CorrelationProgress } from './index-cursor.ts';
import { answer, compare, type Entry, type EventTables, entriesOf, type Question } from './index-events.ts';
import {
  type CorrelationPointer,
  correlationDigest,
  correlationPartition,
  FIRST,
  hasDigest,
  LAST,
  readPointer,
} from './index-layout.ts';
import { itemsOf, readPages } from './index-reads.ts';

/** Pages that are held at the same time; of each only the story's own entries are kept. */
const PAGES_AT_ONCE = 50;

type Order = Pick<Entry, 'hops' | 'at' | 'version'> & { readonly name: string };

const causal = (a: Order, b: Order): number =>
  compare([a.hops, b.hops], [a.at, b.at], [a.name, b.name], [a.version, b.version]);

const ordered = ({ hops, at, version, stream }: Entry): Order => ({ hops, at, version, name: stream.name });

/** The pages that may have a part of the story. */
const pagesWith = async (
  { client, indexTable }: EventTables,
  tenantId: string,
  { correlationId, from = FIRST }: CorrelationProgress['query'],
): Promise<readonly string[]> => {
  const digest = correlationDigest(correlationId);
  const range = { p: correlationPartition(tenantId, digest), from, to: LAST };
  const ids: string[] = [];
  for await (const pointers of itemsOf<CorrelationPointer>(client, indexTable, range))
    ids.push(...pointers.filter(pointer => hasDigest(pointer, digest)).map(pointer => readPointer(pointer).page));
  return ids;
};

/**
 * The story of a correlation id. All of its entries are gathered, sorted and cut; entries are small, and the events
 * themselves are read for the answer alone.
 */
export const byCorrelation = async (
  tables: EventTables,
  question: Question,
  { query, last }: CorrelationProgress,
): Promise<EventPage> => {
  const { tenantId } = question;
  const digest = correlationDigest(query.correlationId);
  const behind = last && { ...last, name: last.stream };
  const ids = await pagesWith(tables, tenantId, query);
  const found = new Map<string, Entry>();
  for (let start = 0; start < ids.length; start += PAGES_AT_ONCE) {
    for (const page of await readPages(tables, tenantId, ids.slice(start, start + PAGES_AT_ONCE))) {
      const commits = page.commits.filter(({ correlation, at }) => correlation === digest && at >= (query.from ?? ''));
      for (const entry of entriesOf({ ...page, commits }))
        if (!behind || causal(ordered(entry), behind) > 0) found.set(`${entry.stream.name}:${entry.version}`, entry);
    }
  }
  const entries = [...found.values()].sort((a, b) => causal(ordered(a), ordered(b)));
  return answer(
    tables,
    question,
    entries,
    ({ hops, at, stream, version }) => ({
      of: 'correlation',
      query,
      last: { hops, at, stream: stream.name, version },
    }),
    event => event.correlationId === query.correlationId,
  );
};
