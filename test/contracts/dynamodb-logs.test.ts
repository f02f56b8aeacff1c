import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Notification } from '../../shared/application/notifications.ts';
import { type AuditRecord, failed, skipped, succeeded } from '../../shared/application/outcome.ts';
import { TableBusyError } from '../../shared/store/batch.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBInbox } from '../../shared/store/dynamodb-inbox.ts';
import { dynamoDBOutcomes } from '../../shared/store/dynamodb-outcomes.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { onBatch } from '../support/sdk-faults.ts';
import { newTenant } from './commits.ts';
import { publicationLogContract } from './publication-log.contract.ts';

let dynamodb: TestDynamoDB;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  for (const name of ['audit', 'inbox']) await dynamodb.createTable(name);
  client = dynamodb.client();
});
afterAll(() => dynamodb?.close());

const itemsOf = async (table: string, p: string): Promise<Record<string, unknown>[]> => {
  const input = { TableName: table, KeyConditionExpression: 'p = :p', ExpressionAttributeValues: { ':p': p } };
  return (await client.send(new QueryCommand(input))).Items ?? [];
};

const record = (tenantId: string, version: number, over: Partial<AuditRecord> = {}): AuditRecord => ({
  tenantId,
  eventId: `match-a:${version}`,
  eventType: 'match.finished',
  handler: 'notify',
  outcome: succeeded,
  attempt: 1,
  at: '2023-08-11T20:00:00.000Z',
  durationMs: 12,
  ...over,
});

describe('the audit log on DynamoDB', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('keeps how each event ended at each handler', async () => {
    const tenant = newTenant();
    const error = new TypeError('x'.repeat(600));
    await dynamoDBAuditLog(client, 'audit').record([
      record(tenant, 1),
      record(tenant, 1, { handler: 'statistics', outcome: skipped('already applied') }),
      record(tenant, 1, { handler: 'standings', outcome: failed(error), attempt: 3 }),
    ]);
    expect(await itemsOf('audit', `${tenant}#match-a:1`)).toEqual([
      {
        p: `${tenant}#match-a:1`,
        s: 'notify',
        status: 'succeeded',
        eventType: 'match.finished',
        attempt: 1,
        at: '2023-08-11T20:00:00.000Z',
        durationMs: 12,
      },
      expect.objectContaining({
        s: 'standings',
        status: 'failed',
        error: 'TypeError',
        reason: 'x'.repeat(500),
        attempt: 3,
      }),
      expect.objectContaining({ s: 'statistics', status: 'skipped', reason: 'already applied' }),
    ]);
  });

  it('tells which events a handler is done with: all but those that it will be given again', async () => {
    const tenant = newTenant();
    await dynamoDBAuditLog(client, 'audit').record([
      ...Array.from({ length: 120 }, (_, index) => record(tenant, index + 1)),
      record(tenant, 121, { outcome: skipped('already applied') }),
      record(tenant, 122, { outcome: failed(new TypeError('x')) }),
      record(tenant, 123, { outcome: { status: 'parked', reason: 'newer' } }),
      record(tenant, 124, { outcome: { status: 'dead-lettered', error: new TypeError('x') } }),
      record(tenant, 125, { handler: 'another' }),
    ]);
    const asked = Array.from({ length: 130 }, (_, index) => `match-a:${index + 1}`);
    const outcomes = dynamoDBOutcomes(client, 'audit');
    const done = await outcomes.done(tenant, 'notify', asked);
    expect(asked.filter(id => !done.has(id))).toEqual([122, 125, 126, 127, 128, 129, 130].map(n => `match-a:${n}`));
    expect(await outcomes.done(newTenant(), 'notify', asked)).toEqual(new Set());
  });

  it('takes more than a request holds, and of one event the last outcome', async () => {
    const tenant = newTenant();
    const records = Array.from({ length: 60 }, (_, index) => record(tenant, index + 1));
    const again = record(tenant, 7, { outcome: skipped('already applied') });
    await dynamoDBAuditLog(client, 'audit').record([...records.slice(0, 20), again, ...records.slice(20)]);
    const found = await Promise.all(records.map(({ eventId }) => itemsOf('audit', `${tenant}#${eventId}`)));
    expect(found.map(items => items.length)).toEqual(Array(60).fill(1));
    expect(found.filter(([item]) => item?.status === 'skipped')).toHaveLength(1);
    expect(found[6]).toMatchObject([{ status: 'skipped' }]);
  });

  /** A table that takes only the first `taken` items of a request. */
  const slow = (taken: number) => {
    const own = dynamodb.client();
    const sizes: number[] = [];
    onBatch<readonly unknown[]>(own, async ({ audit: items = [] }, send) => {
      sizes.push(items.length);
      const output = taken > 0 ? await send({ audit: items.slice(0, taken) }) : {};
      return { ...output, UnprocessedItems: items.length > taken ? { audit: items.slice(taken) } : {} };
    });
    return { log: dynamoDBAuditLog(own, 'audit'), sizes };
  };

  it('sends again what a request left undone, and only that', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const tenant = newTenant();
    const { log, sizes } = slow(10);
    const records = Array.from({ length: 25 }, (_, index) => record(tenant, index + 1));
    await log.record(records);
    expect(sizes).toEqual([25, 15, 5]);
    for (const { eventId } of records) expect(await itemsOf('audit', `${tenant}#${eventId}`)).toHaveLength(1);
  });

  it('says so when nothing is taken', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { log, sizes } = slow(0);
    const recorded = log.record([record(newTenant(), 1), record(newTenant(), 2)]);
    await expect(recorded).rejects.toThrow('2 items were not taken by table audit');
    await expect(recorded).rejects.toBeInstanceOf(TableBusyError);
    expect(sizes).toEqual(Array(8).fill(2));
  });
});

describe('the inbox on DynamoDB', () => {
  const notification = (tenantId: string): Notification => ({
    tenantId,
    inbox: 'player#ada',
    eventId: 'prediction-a.ada:2',
    kind: 'prediction-result',
    at: '2023-08-11T20:00:00.000Z',
    text: 'You said 2:1.',
  });

  it('keeps each notification once, whoever puts it how often at the same time', async () => {
    const tenant = newTenant();
    const given = Array.from({ length: 30 }, (_, n) => ({ ...notification(tenant), eventId: `prediction-a.ada:${n}` }));
    const inbox = dynamoDBInbox(client, 'inbox');
    expect(await inbox.put(given.slice(0, 10))).toEqual(given.slice(0, 10));
    expect(await inbox.put([...given.slice(5, 12), ...given.slice(5, 12)])).toEqual(given.slice(10, 12));
    await Promise.all([given, given.toReversed()].map(each => inbox.put(each)));
    expect(await inbox.put(given)).toEqual([]);
    const { tenantId: _, inbox: name, eventId: __, ...rest } = notification(tenant);
    const kept = await itemsOf('inbox', `${tenant}#${name}`);
    expect(kept).toHaveLength(30);
    expect(kept[0]).toEqual({ p: `${tenant}#player#ada`, s: 'prediction-a.ada:0', ...rest });
  });

  it('passes on what went wrong', async () => {
    const put = dynamoDBInbox(client, 'no-such-table').put([notification(newTenant())]);
    await expect(put).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

publicationLogContract(() => dynamodb);
