import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EventStore, startOf } from '../../shared/application/event-store.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { batchPut } from '../../shared/store/batch.ts';
import { capacity } from '../../shared/store/capacity.ts';
import { type CommitItem, encodeCommit, itemBytes } from '../../shared/store/commit-codec.ts';
import { dynamoDBEventStore, itemOf } from '../../shared/store/dynamodb-event-store.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { countCapacity } from '../support/sdk-faults.ts';
import { append, commitOf, joined, newTenant } from './commits.ts';
import { counting, grow } from './event-store-state.contract.ts';

const tableName = 'events';
const stream = poolStream('office');
const LENGTHS = [1, 100, 1000] as const;
const { reducer } = counting();
let dynamodb: TestDynamoDB;
let client: DynamoDBDocumentClient;
let store: EventStore;
let units: number[];
/** A tenant with a stream of each length. */
const tenants = new Map<number, string>();

beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable(tableName);
  client = dynamodb.client();
  units = countCapacity(client);
  store = dynamoDBEventStore({ client, tableName });
  for (const length of LENGTHS) {
    const tenant = newTenant();
    tenants.set(length, tenant);
    await batchPut(client, tableName, await grownItems(tenant, length));
  }
});
afterAll(() => dynamodb?.close());

/** The items of a stream of so many commits, to be put at once: appended one by one they take seconds. */
const grownItems = async (tenant: string, length: number): Promise<CommitItem[]> => {
  const items: CommitItem[] = [];
  const send = async (command: unknown) => {
    if (command instanceof PutItemCommand) items.push(itemOf(command.input.Item ?? {}));
    return {};
  };
  const recorder = { send } as unknown as DynamoDBDocumentClient;
  await grow(dynamoDBEventStore({ client: recorder, tableName }), tenant, reducer, length);
  return items;
};

/** Units that this takes, all requests together. */
const spent = async (task: () => Promise<unknown>): Promise<number> => {
  units.length = 0;
  await task();
  return units.reduce((sum, each) => sum + each, 0);
};

const itemsOf = async (tenant: string): Promise<CommitItem[]> => {
  const items: CommitItem[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'p = :p',
        ExpressionAttributeValues: { ':p': `${tenant}#${stream.partition}` },
        ExclusiveStartKey: start,
      }),
    );
    items.push(...((page.Items ?? []) as CommitItem[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

const bytesOf = (items: readonly CommitItem[]): number => items.reduce((sum, item) => sum + itemBytes(item), 0);
const tenantOf = (length: number): string => tenants.get(length) ?? '';
const players = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => joined(`${prefix}-${n}`));

describe('what an operation takes is what it declares', () => {
  it.each([0, ...LENGTHS].flatMap(length => [1, 5].map(events => [events, length] as const)))(
    'append of %i events to a stream of %i',
    async (count, length) => {
      const tenant = length === 0 ? newTenant() : tenantOf(length);
      const { state, token } = await store.loadState(tenant, stream, reducer);
      const commit = commitOf(`budget-${count}-${length}`, ...players('budget', count));
      const budget = capacity.append(itemBytes(encodeCommit(token, commit)));
      expect(await spent(() => store.append(token, commit, { reducer, state }))).toBeLessThanOrEqual(budget.write);
      expect(budget).toEqual({ write: 1, read: 0 });
    },
  );

  it('append with a state that is due', async () => {
    const tenant = newTenant();
    const large = counting(1, 'x'.repeat(3000)).reducer;
    await grow(store, tenant, large, 11);
    const { state, token } = await store.loadState(tenant, stream, large);
    const commit = commitOf('due', joined('due'));
    const budget = capacity.appendWithStateDue(
      itemBytes(encodeCommit(token, commit)),
      JSON.stringify(state).length + 'players@1'.length + 4,
    );
    const took = await spent(() => store.append(token, commit, { reducer: large, state }));
    expect(took).toBeLessThanOrEqual(budget.write);
    expect(took).toBeGreaterThan(1);
  });

  it('conflict: the answer says all, so there is no read', async () => {
    const tenant = newTenant();
    await append(store, startOf(tenant, stream), commitOf('winner', joined('ada')));
    const result = await spent(() => store.append(startOf(tenant, stream), commitOf('loser', joined('bob'))));
    // DynamoDB says nothing of what a failed condition took; that there was one request and no answer with units is what shows.
    expect([result, units]).toEqual([0, []]);
    expect(capacity.conflict(600, 900)).toEqual({ write: 1, read: 0 });
  });

  it.each(LENGTHS)('loadState of a stream of %i commits or more', async length => {
    await grow(store, tenantOf(length), reducer, 1);
    const items = await itemsOf(tenantOf(length));
    const budget = capacity.loadState(itemBytes(items.at(-1) as CommitItem));
    expect(budget.read).toBe(1);
    expect(await spent(() => store.loadState(tenantOf(length), stream, reducer))).toBeLessThanOrEqual(budget.read);
  });

  it('loadState after a commit too large for the state: that before it has it', async () => {
    const tenant = newTenant();
    await grow(store, tenant, reducer, 20);
    const { state, token } = await store.loadState(tenant, stream, reducer);
    await store.append(token, commitOf('large', ...players('large', 5)), { reducer, state });
    expect(await spent(() => store.loadState(tenant, stream, reducer))).toBeLessThanOrEqual(
      capacity.loadStateReadingBack(1000, 4000).read,
    );
  });

  it('loadState that reads back', async () => {
    const tenant = newTenant();
    const large = counting(1, 'x'.repeat(3000)).reducer;
    await grow(store, tenant, large, 31);
    const items = await itemsOf(tenant);
    const pages = [items.slice(-1), items.slice(-5, -1), items.slice(-21, -5)];
    const budget = capacity.loadStateReadingBack(...pages.map(bytesOf));
    expect(await spent(() => store.loadState(tenant, stream, large))).toBeLessThanOrEqual(budget.read);
  });

  it.each(LENGTHS)('load and loadPartition of a stream of %i commits or more', async length => {
    const tenant = tenantOf(length);
    const bytes = bytesOf(await itemsOf(tenant));
    // Each page of 1 MB is rounded up by itself.
    const pages = Math.ceil(bytes / 2 ** 20);
    expect(await spent(() => store.load(tenant, stream))).toBeLessThanOrEqual(capacity.load(bytes).read + pages);
    expect(await spent(() => store.loadPartition(tenant, stream.partition))).toBeLessThanOrEqual(
      capacity.loadPartition(bytes).read + pages,
    );
  });

  it('a repeated id: the page with its commit, and an unknown one nothing', async () => {
    const tenant = newTenant();
    const mine = { ...commitOf('mine', joined('ada')), request: 'asked' };
    await append(store, startOf(tenant, stream), mine);
    await grow(store, tenant, reducer, 5);
    const { token } = await store.load(tenant, stream);
    const budget = capacity.repeat(8 * 1024);
    expect(await spent(() => store.append(token, mine))).toBeLessThanOrEqual(budget.read);
    expect(await spent(() => store.findCommit(token, { ...mine, commitId: 'other' }))).toBe(0);
  });
});
