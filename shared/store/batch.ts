import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Limit of BatchWriteItem. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const MAX_PUTS = 25;
/** Limit of BatchGetItem. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const MAX_GETS = 100;
const MAX_ATTEMPTS = 8;
const BACK_OFF_MS = 50;

/** The keys that all tables have in common. */
interface ItemKey {
  readonly p: string;
  readonly s: string;
}

/** A table kept refusing items, for want of capacity. What it took stays: repeating all of it changes nothing. */
export class TableBusyError extends Error {
  override readonly name = 'TableBusyError';
}

/** Sends a batch, and what it left undone again, after a pause with jitter. @returns how much was left at last */
const untilDone = async <T>(
  batch: readonly T[],
  send: (pending: readonly T[]) => Promise<readonly T[]>,
): Promise<number> => {
  let pending = batch;
  for (let attempt = 0; attempt < MAX_ATTEMPTS && pending.length > 0; attempt += 1) {
    if (attempt > 0) await new Promise(resolve => setTimeout(resolve, BACK_OFF_MS * 2 ** attempt * Math.random()));
    pending = await send(pending);
  }
  return pending.length;
};

const distinct = <T extends ItemKey>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map(item => [`${item.p}|${item.s}`, item])).values(),
];

/**
 * Puts items without a condition, 25 in one request: for items that are the same however often they are put. Of two with
 * the same key the later one counts; a request may not name a key twice.
 *
 * @throws TableBusyError, and what the client throws: then some may be stored
 */
export const batchPut = async (
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly ItemKey[],
): Promise<void> => {
  const requests = distinct(items).map(Item => ({ PutRequest: { Item } }));
  for (let start = 0; start < requests.length; start += MAX_PUTS) {
    const left = await untilDone(requests.slice(start, start + MAX_PUTS), async pending => {
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: [...pending] } }));
      return (answer.UnprocessedItems?.[table] ?? []) as typeof requests;
    });
    if (left > 0) throw new TableBusyError(`${left} items were not taken by table ${table}`);
  }
};

/**
 * Reads items by key, 100 in one request. Those that are not there are left out; in no order.
 *
 * @throws TableBusyError, and what the client throws
 */
export const batchGet = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly ItemKey[],
  { consistent = false }: { readonly consistent?: boolean } = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const found: Record<string, unknown>[] = [];
  const unique = distinct(keys);
  for (let start = 0; start < unique.length; start += MAX_GETS) {
    const left = await untilDone(unique.slice(start, start + MAX_GETS), async pending => {
      const request = { Keys: [...pending], ConsistentRead: consistent };
      const answer = await client.send(new BatchGetCommand({ RequestItems: { [table]: request } }));
      found.push(...(answer.Responses?.[table] ?? []));
      return (answer.UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[];
    });
    if (left > 0) throw new TableBusyError(`${left} items were not read from table ${table}`);
  }
  return found;
};
