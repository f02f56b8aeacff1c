import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { CorruptIndexError } from '../application/event-index.ts';
import { batchGet } from './batch.ts';
import {
  decodePage,
  type LogEnd,
  type LogItem,
  logPartition,
  logSort,
  type Page,
  type PageItem,
  pageKey,
} from './index-layout.ts';

/** The table of the index. */
export interface IndexTable {
  readonly client: DynamoDBDocumentClient;
  readonly indexTable: string;
}

/** A part of a partition, by sort keys, both inclusive. */
export interface KeyRange {
  readonly p: string;
  readonly from: string;
  readonly to: string;
  readonly descending?: boolean;
  /** Items in one request. */
  readonly limit?: number;
}

/** The items of a range, one request at a time, as long as somebody reads on. Sees every acknowledged write. */
export async function* itemsOf<T>(
  client: DynamoDBDocumentClient,
  TableName: string,
  { p, from, to, descending = false, limit }: KeyRange,
): AsyncGenerator<readonly T[]> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  if (from > to) return;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        ScanIndexForward: !descending,
        KeyConditionExpression: 'p = :p AND s BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':p': p, ':from': from, ':to': to },
        ExclusiveStartKey,
        Limit: limit,
      }),
    );
    yield (answer.Items ?? []) as T[];
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** The first item of a range. */
export const firstOf = async <T>(
  client: DynamoDBDocumentClient,
  table: string,
  range: KeyRange,
): Promise<T | undefined> => {
  for await (const [first] of itemsOf<T>(client, table, { ...range, limit: 1 })) return first;
  return undefined;
};

const END = logSort(10 ** 12 - 1);

/** The places of a log behind a position, oldest first. */
export const logAfter = (
  { client, indexTable }: IndexTable,
  tenantId: string,
  position: number,
  limit?: number,
): AsyncGenerator<readonly LogItem[]> =>
  itemsOf(client, indexTable, {
    p: logPartition(tenantId),
    from: logSort(position + 1),
    to: END,
    ...(limit !== undefined && { limit }),
  });

export const positionOf = ({ s }: LogItem): number => Number(s);

/** Where a tenant's log ends now. */
export const logEnd = async ({ client, indexTable }: IndexTable, tenantId: string): Promise<LogEnd> => {
  const range = { p: logPartition(tenantId), from: logSort(1), to: END, descending: true };
  const last = await firstOf<LogItem>(client, indexTable, range);
  return last ? { position: positionOf(last), until: last.until } : { position: 0, until: '' };
};

/** How pages are read by id, in the order of the ids. */
export type ReadPages = (tenantId: string, ids: readonly string[]) => Promise<readonly Page[]>;

/** Pages never change: the last ones are kept, at most this many. */
export const keepingPages = (table: IndexTable, most: number): ReadPages => {
  const kept = new Map<string, Page>();
  return async (tenantId, ids) => {
    const missing = ids.filter(id => !kept.has(id));
    const read = new Map((await readPages(table, tenantId, missing)).map(page => [page.id, page]));
    const pages = ids.flatMap(id => read.get(id) ?? kept.get(id) ?? []);
    for (const page of read.values()) kept.set(page.id, page);
    for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(id);
    return pages;
  };
};

/**
 * Pages by id, in the order of the ids.
 *
 * @throws CorruptIndexError one is not there
 */
export const readPages = async (
  { client, indexTable }: IndexTable,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly Page[]> => {
  const keys = ids.map(id => pageKey(tenantId, id));
  const items = (await batchGet(client, indexTable, keys, { consistent: true })) as unknown as readonly PageItem[];
  const pages = new Map(items.map(decodePage).map(page => [page.id, page]));
  return ids.map(id => {
    const page = pages.get(id);
    if (!page) throw new CorruptIndexError(`the index of ${tenantId} names page ${id}, which is not there`);
    return page;
  });
};
