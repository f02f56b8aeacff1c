import {
  type AttributeValue,
  type ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ArchiveReader } from '../application/archive.ts';
import type { AnyEvent, EventStore } from '../application/event-store.ts';
import type { DomainEvent } from '../events/catalog.ts';
import type { CommitItem } from './commit-codec.ts';
import type { CommitTable, KeyRange } from './commit-table.ts';
import { type EventCatalog, matchdayCatalog } from './event-catalog.ts';
import { eventStoreOn } from './event-store-on.ts';

export interface DynamoDBEventStoreOptions<Event extends AnyEvent = DomainEvent> {
  /** A client, or a document client: only its plain commands are used. */
  readonly client: DynamoDBClient | DynamoDBDocumentClient;
  /** A table with the text keys `p` and `s`. */
  readonly tableName: string;
  /** Of the events in it; Matchday's when left out. */
  readonly catalog?: EventCatalog<Event>;
  /** What retention took from the table: then it is read where it is asked for. Absent: that is a StreamArchivedError. */
  readonly archive?: ArchiveReader;
}

type Attributes = Record<string, AttributeValue>;

/** Plain attributes: an item has texts and one number, and marshalling in general took a tenth of an append. */
const attributesOf = ({ n, ...texts }: CommitItem): Attributes => {
  const attributes: Attributes = { n: { N: String(n) } };
  for (const [name, text] of Object.entries(texts)) attributes[name] = { S: text };
  return attributes;
};

/** An item as it was stored. What is missing in it shows when it is decoded. */
export const itemOf = ({ p, s, n, b, g, h, v, f, c }: Attributes): CommitItem => ({
  p: p?.S ?? '',
  s: s?.S ?? '',
  n: Number(n?.N),
  b: b?.S ?? '',
  g: g?.S ?? '',
  h: h?.S ?? '',
  ...(v?.S !== undefined && { v: v.S }),
  ...(f?.S !== undefined && { f: f.S }),
  ...(c?.S !== undefined && { c: c.S }),
});

const keyCondition = (p: string, range: KeyRange | undefined) => ({
  KeyConditionExpression: range ? 'p = :p AND s BETWEEN :first AND :last' : 'p = :p',
  ExpressionAttributeValues: { ':p': { S: p }, ...(range && { ':first': { S: range[0] }, ':last': { S: range[1] } }) },
});

/** By its name: the client may come from another copy of the SDK. */
const isConditionFailed = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** The table of commits on DynamoDB. */
export const dynamoDBTable = (client: DynamoDBClient, TableName: string): CommitTable => ({
  read: async (p, range, { newestFirst = false, limit } = {}) => {
    const items: CommitItem[] = [];
    let start: Attributes | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          ScanIndexForward: !newestFirst,
          ...keyCondition(p, range),
          ...(limit !== undefined && { Limit: limit - items.length }),
          ExclusiveStartKey: start,
        }),
      );
      for (const attributes of page.Items ?? []) items.push(itemOf(attributes));
      start = page.LastEvaluatedKey;
    } while (start && items.length < (limit ?? Number.POSITIVE_INFINITY));
    return items;
  },
  put: async item => {
    try {
      await client.send(
        new PutItemCommand({
          TableName,
          Item: attributesOf(item),
          ConditionExpression: 'attribute_not_exists(p)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return undefined;
    } catch (error) {
      if (isConditionFailed(error) && error.Item) return itemOf(error.Item);
      throw error;
    }
  },
});

/**
 * The event store on DynamoDB: one item a commit, one conditional PutItem an append.
 *
 * The condition answers with the item that stands in the way, so a conflict needs no read to learn who won, and a lost
 * answer shows itself as our own commit id. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
 *
 * @example
 * const store = dynamoDBEventStore({ client: new DynamoDBClient({}), tableName: 'events' });
 */
export const dynamoDBEventStore = <Event extends AnyEvent = DomainEvent>({
  client,
  tableName,
  catalog = matchdayCatalog as unknown as EventCatalog<Event>,
  archive,
}: DynamoDBEventStoreOptions<Event>): EventStore<Event> =>
  // A document client has the plain client's `send`, and passes plain commands on as they are.
  eventStoreOn(dynamoDBTable(client as DynamoDBClient, tableName), catalog, archive);
