import type { EventIndex } from '../application/event-index.ts';
import type { Envelope } from '../events/envelope.ts';
import { streamNamed } from '../events/stream-names.ts';
import { type CommitItem, decodeCommit, partitionKey, sortKeysAfter } from './commit-codec.ts';
import { byCorrelation } from './index-by-correlation.ts';
import { byType } from './index-by-type.ts';
import { type CorrelationProgress, decodeCursor, type SinceProgress, type TypeProgress } from './index-cursor.ts';
import type { EventTables } from './index-events.ts';
import { firstOf, logEnd } from './index-reads.ts';
import { since } from './index-since.ts';

/** `<stream>:<version>` */
const EVENT_ID = /^([a-z0-9.-]{1,300}):([1-9]\d{0,7})$/;

/** The commit with a version, when retention took it: then the ledger still has a later one. */
const findArchived = async (
  { client, eventsTable, archive }: EventTables,
  p: string,
  name: string,
  version: number,
): Promise<CommitItem | undefined> => {
  const [from, to] = sortKeysAfter(name, version);
  if (!archive || !(await firstOf<CommitItem>(client, eventsTable, { p, from, to }))) return undefined;
  const [first] = sortKeysAfter(name, 0);
  return (await archive.read(p))?.commits.findLast(({ s }) => s >= first && s < from);
};

const find = async (tables: EventTables, tenantId: string, id: string): Promise<Envelope | undefined> => {
  const [, name = '', version = ''] = EVENT_ID.exec(id) ?? [];
  const stream = streamNamed(name);
  if (!stream) return undefined;
  const [from] = sortKeysAfter(name, 0);
  const [to] = sortKeysAfter(name, Number(version) - 1);
  const p = partitionKey(tenantId, stream.partition);
  const item =
    (await firstOf<CommitItem>(tables.client, tables.eventsTable, { p, from, to, descending: true })) ??
    (await findArchived(tables, p, name, Number(version)));
  return item && decodeCommit(item).events.find(event => event.id === id);
};

/**
 * Answers from the index table, and from the ledger itself for the events. All reads are consistent: what is in a tenant's
 * log when the question comes is in the answer.
 *
 * @example
 * const index = dynamoDBEventIndex({ client, eventsTable: 'Events', indexTable: 'Index' });
 * const { events, cursor } = await index.byType('demo', { type: 'match.finished' }, 20);
 */
export const dynamoDBEventIndex = (tables: EventTables): EventIndex => {
  const ask = async (tenantId: string, limit: number, progress: TypeProgress | CorrelationProgress | SinceProgress) => {
    // The end first: whatever has its place in the log now has all its pointers, and will be seen.
    const question = { tenantId, limit, end: await logEnd(tables, tenantId) };
    switch (progress.of) {
      case 'type':
        return byType(tables, question, progress);
      case 'correlation':
        return byCorrelation(tables, question, progress);
      case 'since':
        return since(tables, question, progress);
    }
  };
  return {
    find: (tenantId, id) => find(tables, tenantId, id),
    byType: (tenantId, query, limit) => ask(tenantId, limit, { of: 'type', query }),
    byCorrelation: (tenantId, query, limit) => ask(tenantId, limit, { of: 'correlation', query }),
    since: (tenantId, query, limit) => ask(tenantId, limit, { of: 'since', query }),
    next: async (tenantId, cursor, limit) => ask(tenantId, limit, decodeCursor(tenantId, cursor)),
  };
};
