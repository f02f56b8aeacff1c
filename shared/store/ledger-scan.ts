import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { StreamRef } from '../events/streams.ts';
import { type CommitItem, partitionKey, sortKeysAfter } from './commit-codec.ts';
import { itemsOf } from './index-reads.ts';

/** Where a scan of one segment goes on: the key of the last item that was read. Valid for the same number of segments. */
export interface LedgerCursor {
  readonly p: string;
  readonly s: string;
}

/** Some items, and where to go on after them; no cursor: the segment is at its end. */
export interface LedgerPage {
  readonly items: readonly CommitItem[];
  readonly cursor: LedgerCursor | undefined;
}

export interface ScanOptions {
  /** Into how many parts the table is divided, at most 1,000,000: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html */
  readonly segments?: number;
  /** Only this tenant's. The others' items are read and paid for all the same. */
  readonly tenantId?: string;
  /** Only these attributes; an item is paid for whole all the same. Absent: all. */
  readonly attributes?: readonly (keyof CommitItem)[];
  /** Items in a page, at most; absent: as many as make 1 MB. */
  readonly pageSize?: number;
}

/** Segments that keep a table's partitions busy without needing much memory: up to 1 MB a segment is held. */
const DEFAULT_SEGMENTS = 4;

const requestOf = (
  tableName: string,
  segment: number,
  { segments = DEFAULT_SEGMENTS, tenantId, attributes, pageSize }: ScanOptions,
) => ({
  TableName: tableName,
  Segment: segment,
  TotalSegments: segments,
  // What was acknowledged before the scan began is in it. Costs twice as much; a ledger that may miss commits is none.
  ConsistentRead: true,
  ...(pageSize !== undefined && { Limit: pageSize }),
  ...(tenantId !== undefined && {
    FilterExpression: 'begins_with(p, :tenant)',
    ExpressionAttributeValues: { ':tenant': partitionKey(tenantId, '') },
  }),
  ...(attributes && {
    ProjectionExpression: attributes.map(name => `#${name}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map(name => [`#${name}`, name])),
  }),
});

/**
 * Reads one segment of the ledger, page by page, from a cursor on. Commits of one partition are all in one segment, one
 * after the other in the order of their keys. No snapshot: of commits appended meanwhile a later one may be there and an
 * earlier one not, at the border of two pages.
 *
 * @throws what the client throws
 * @example
 * for await (const { items, cursor } of scanSegment(client, 'Events', 0, { segments: 4 })) await keep(items, cursor);
 */
export async function* scanSegment(
  client: DynamoDBDocumentClient,
  tableName: string,
  segment: number,
  { after, ...options }: ScanOptions & { readonly after?: LedgerCursor } = {},
): AsyncGenerator<LedgerPage> {
  const request = requestOf(tableName, segment, options);
  let cursor: LedgerCursor | undefined = after;
  do {
    const page: { readonly Items?: unknown[] | undefined; readonly LastEvaluatedKey?: unknown } = await client.send(
      new ScanCommand({ ...request, ...(cursor && { ExclusiveStartKey: { ...cursor } }) }),
    );
    cursor = page.LastEvaluatedKey as LedgerCursor | undefined;
    yield { items: (page.Items ?? []) as CommitItem[], cursor };
  } while (cursor);
}

/**
 * Reads the whole ledger or one tenant's part of it, all segments at the same time, as pages come; see {@link scanSegment}
 * for what is in order. The next page of each segment is on its way while one is worked on.
 *
 * @throws what the client throws
 * @example for await (const items of scanLedger(client, 'Events', { tenantId: 'demo' })) count += items.length;
 */
export async function* scanLedger(
  client: DynamoDBDocumentClient,
  tableName: string,
  options: ScanOptions = {},
): AsyncGenerator<readonly CommitItem[]> {
  const { segments = DEFAULT_SEGMENTS } = options;
  const next = async (pages: AsyncGenerator<LedgerPage>) => ({ pages, result: await pages.next() });
  const pending = new Map(
    Array.from({ length: segments }, (_, segment) => {
      const pages = scanSegment(client, tableName, segment, { ...options, segments });
      return [pages, next(pages)] as const;
    }),
  );
  try {
    while (pending.size > 0) {
      const { pages, result } = await Promise.race(pending.values());
      if (result.done) pending.delete(pages);
      else {
        pending.set(pages, next(pages));
        yield result.value.items;
      }
    }
  } finally {
    // What is on its way when the reader leaves early, or a segment failed: nobody waits for it any more.
    await Promise.allSettled(pending.values());
  }
}

/** All items of one stream as they are stored, oldest first. @throws what the client throws */
export const readStream = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  { p, stream }: { readonly p: string; readonly stream: string },
): Promise<readonly CommitItem[]> => {
  const [from, to] = sortKeysAfter(stream, 0);
  const items: CommitItem[] = [];
  for await (const page of itemsOf<CommitItem>(client, tableName, { p, from, to })) items.push(...page);
  return items;
};

/** Where the items of a stream are: what {@link readStream} takes. */
export const placeOfStream = (tenantId: string, { partition, name }: StreamRef) => ({
  p: partitionKey(tenantId, partition),
  stream: name,
});
