import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { placeOf, StoreUnavailableError } from '../application/errors.ts';
import { type AppendResult, type EventStore, startOf } from '../application/event-store.ts';
import { appended, loaded, loadedByStream, prepareCommit, taken } from './append-checks.ts';
import { type CommitItem, partitionKey, sortKeysAfter } from './commit-codec.ts';

export interface DynamoDBEventStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** All items of a partition, or those from one sort key to another, oldest first, over all pages. */
const query = async (
  { client, tableName }: DynamoDBEventStoreOptions,
  p: string,
  range?: readonly [first: string, last: string],
): Promise<readonly CommitItem[]> => {
  const items: CommitItem[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: range ? 'p = :p AND s BETWEEN :first AND :last' : 'p = :p',
        ExpressionAttributeValues: { ':p': p, ...(range && { ':first': range[0], ':last': range[1] }) },
        ExclusiveStartKey: start,
      }),
    );
    items.push(...((page.Items ?? []) as CommitItem[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

/**
 * The event store on DynamoDB: one item a commit, one conditional PutItem an append.
 *
 * The condition answers with the item that stands in the way, so a conflict needs no read to learn who won, and a lost
 * answer shows itself as our own commit id. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
 */
export const dynamoDBEventStore = (options: DynamoDBEventStoreOptions): EventStore => ({
  load: async (tenantId, stream, after = startOf(tenantId, stream)) => {
    const place = placeOf(tenantId, stream, after.version);
    const range = sortKeysAfter(stream.name, after.version);
    const items = await query(options, partitionKey(tenantId, stream.partition), range).catch(error => {
      throw new StoreUnavailableError('the stream could not be read', place, { cause: error });
    });
    return loaded(after, items);
  },
  loadPartition: async (tenantId, partition) => {
    const place = placeOf(tenantId, { partition, name: partition }, 0);
    const items = await query(options, partitionKey(tenantId, partition)).catch(error => {
      throw new StoreUnavailableError('the partition could not be read', place, { cause: error });
    });
    return loadedByStream(tenantId, partition, items);
  },
  append: async (expected, commit): Promise<AppendResult> => {
    const item = prepareCommit(expected, commit);
    try {
      await options.client.send(
        new PutCommand({
          TableName: options.tableName,
          Item: item,
          ConditionExpression: 'attribute_not_exists(p)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return appended(item);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && error.Item)
        return taken(unmarshall(error.Item) as CommitItem, commit);
      const place = placeOf(expected.tenantId, expected.stream, expected.version + 1);
      throw new StoreUnavailableError('the commit may or may not be stored', place, { cause: error });
    }
  },
});
