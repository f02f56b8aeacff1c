import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { StoredEntry, TallyTable, TallyWrite } from '../application/project.ts';
import type { TallyReader } from '../application/read-models.ts';
import type { Contribution, History, Key } from '../projections/tally.ts';
import { batchGet } from './batch.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** An entry's item: its key, `r` the revision, `e` the history. */
interface EntryItem extends Key {
  readonly r: number;
  readonly e: readonly { readonly v: number; readonly at: string; readonly x: unknown }[];
}

const toItem = <Effect>({ key, revision, history }: StoredEntry<Effect>): EntryItem => ({
  ...key,
  r: revision + 1,
  e: history.map(({ version, at, effect }) => ({ v: version, at, x: effect })),
});

const fromItem = <Effect>({ p, s, r, e }: EntryItem): StoredEntry<Effect> => ({
  key: { p, s },
  revision: r,
  history: e.map(({ v, at, x }) => ({ version: v, at, effect: x as Effect })) satisfies History<Effect>,
});

const putEntry = <Effect>(TableName: string, entry: StoredEntry<Effect>): Actions[number] => ({
  Put: {
    TableName,
    Item: toItem(entry),
    ...(entry.revision === 0
      ? { ConditionExpression: 'attribute_not_exists(p)' }
      : { ConditionExpression: 'r = :r', ExpressionAttributeValues: { ':r': entry.revision } }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

const addToCounters = (TableName: string, { key, add }: Contribution): Actions[number] => {
  const names = Object.keys(add);
  return {
    Update: {
      TableName,
      Key: key,
      UpdateExpression: `ADD ${names.map((_, i) => `#${i} :${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:${i}`, add[name]])),
    },
  };
};

/** A condition that failed says what stands there; anything else that cancelled the transaction is contention, or an error. */
const explain = <Effect>(error: TransactionCanceledException): TallyWrite<Effect> => {
  const reasons = error.CancellationReasons ?? [];
  const entries = reasons
    .filter(({ Code, Item }) => Code === 'ConditionalCheckFailed' && Item)
    .map(({ Item }) => fromItem<Effect>(unmarshall(Item ?? {}) as EntryItem));
  if (entries.length > 0) return { outcome: 'stale', entries };
  const contended = reasons.some(({ Code }) => Code === 'TransactionConflict' || Code === 'ConditionalCheckFailed');
  if (contended) return { outcome: 'contended' };
  throw error;
};

/**
 * Keeps a tally in a DynamoDB table with the keys `p` and `s`: entries and counters change together, in one transaction.
 * Reads are eventually consistent, at half the price, unless they are asked to be `consistent`.
 */
export const dynamoDBTallyTable = (
  client: DynamoDBDocumentClient,
  tableName: string,
  { consistent = false }: { readonly consistent?: boolean } = {},
): TallyTable & TallyReader => ({
  write: async <Effect>(entries: readonly StoredEntry<Effect>[], contributions: readonly Contribution[]) => {
    const TransactItems = [
      ...entries.map(entry => putEntry(tableName, entry)),
      ...contributions.map(contribution => addToCounters(tableName, contribution)),
    ];
    try {
      await client.send(new TransactWriteCommand({ TransactItems }));
      return { outcome: 'written' };
    } catch (error) {
      if (error instanceof TransactionCanceledException) return explain<Effect>(error);
      throw error;
    }
  },
  entries: async <Effect>(p: string, prefix: string) =>
    (await query(client, { tableName, consistent }, p, prefix)).map(item =>
      fromItem<Effect>(item as unknown as EntryItem),
    ),
  counters: async (p, prefix) =>
    (await query(client, { tableName, consistent }, p, prefix)).map(({ p: _p, s, ...counters }) => ({
      key: { p, s: String(s) },
      counters: counters as Record<string, number>,
    })),
  read: async <Effect>(keys: readonly Key[]) =>
    (await batchGet(client, tableName, keys, { consistent })).map(item =>
      fromItem<Effect>(item as unknown as EntryItem),
    ),
  countersOf: async keys =>
    new Map(
      (await batchGet(client, tableName, keys, { consistent })).map(({ p: _p, s, ...counters }) => [
        String(s),
        counters as Record<string, number>,
      ]),
    ),
});

const query = async (
  client: DynamoDBDocumentClient,
  { tableName: TableName, consistent }: { readonly tableName: string; readonly consistent: boolean },
  p: string,
  prefix: string,
) => {
  const items: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: consistent,
        KeyConditionExpression: 'p = :p AND begins_with(s, :s)',
        ExpressionAttributeValues: { ':p': p, ':s': prefix },
        ExclusiveStartKey,
      }),
    );
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
};
