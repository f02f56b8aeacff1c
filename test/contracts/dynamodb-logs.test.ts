import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AuditRecord, failed, skipped, succeeded } from '../../shared/application/outcome.ts';
import { TableBusyError } from '../../shared/store/batch.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBEventOutcomes } from '../../shared/store/dynamodb-event-outcomes.ts';
import { dynamoDBHandling } from '../../shared/store/dynamodb-handling.ts';
import { dynamoDBOutcomes } from '../../shared/store/dynamodb-outcomes.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { onBatch } from '../support/sdk-faults.ts';
import { newTenant } from './commits.ts';
import { publicationLogContract } from './publication-log.contract.ts';

let dynamodb: TestDynamoDB;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable('audit');
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

  it('tells what became of events at each handler, of one tenant', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    await dynamoDBAuditLog(client, 'audit').record([
      record(tenant, 1),
      record(tenant, 1, { handler: 'statistics', outcome: failed(new TypeError('no')), attempt: 3 }),
      record(tenant, 11, { outcome: skipped('already applied') }),
      record(other, 1, { handler: 'theirs' }),
    ]);
    const found = await dynamoDBEventOutcomes(client, 'audit').of(tenant, ['match-a:11', 'match-a:1', 'match-a:2']);
    const common = { reason: null, error: null, attempt: 1, at: '2023-08-11T20:00:00.000Z', ms: 12 };
    expect(Object.fromEntries(found)).toEqual({
      'match-a:1': [
        { ...common, handler: 'notify', status: 'succeeded' },
        { ...common, handler: 'statistics', status: 'failed', error: 'TypeError', reason: 'no', attempt: 3 },
      ],
      'match-a:11': [{ ...common, handler: 'notify', status: 'skipped', reason: 'already applied' }],
      'match-a:2': [],
    });
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
    // The 26th is the minute's.
    expect(sizes).toEqual([25, 15, 5, 1]);
    for (const { eventId } of records) expect(await itemsOf('audit', `${tenant}#${eventId}`)).toHaveLength(1);
  });

  it('says so when nothing is taken', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { log, sizes } = slow(0);
    const recorded = log.record([record(newTenant(), 1), record(newTenant(), 2)]);
    await expect(recorded).rejects.toThrow('3 items were not taken by table audit');
    await expect(recorded).rejects.toBeInstanceOf(TableBusyError);
    expect(sizes).toEqual(Array(8).fill(3));
  });

  it('counts what each environment has handled in a minute, in one item that it puts again, and keeps it for three hours', async () => {
    const handler = `counted-${newTenant()}`;
    const [one, other] = [dynamoDBAuditLog(client, 'audit'), dynamoDBAuditLog(client, 'audit')];
    const tenant = newTenant();
    await one.record([record(tenant, 1, { handler, occurredAt: '2023-08-11T19:59:58.000Z' })]);
    await one.record([record(tenant, 2, { handler }), record(tenant, 3, { handler, outcome: failed('x') })]);
    await other.record([record(tenant, 3, { handler, attempt: 2 })]);
    await one.record([record(tenant, 4, { handler, at: '2023-08-11T20:01:00.000Z' })]);
    await one.record([]);
    const read = dynamoDBHandling(client, 'audit');
    const minutes = (await read(handler, '2023-08-11T20:00')).toSorted((a, b) => (a.minute < b.minute ? -1 : 1));
    expect(minutes.map(({ minute, types }) => [minute, types['match.finished']?.arrived])).toEqual(
      expect.arrayContaining([
        ['2023-08-11T20:00', 3],
        ['2023-08-11T20:00', 0],
        ['2023-08-11T20:01', 1],
      ]),
    );
    expect(minutes).toHaveLength(3);
    const counts = minutes.map(({ types }) => types['match.finished']).find(own => own?.arrived === 3);
    expect(counts).toMatchObject({ succeeded: 2, failed: 1, ms: 36, delayMs: 2000, maxDelayMs: 2000 });
    expect(await read(handler, '2023-08-11T20:01')).toHaveLength(1);
    const [item] = await itemsOf('audit', `#handling#${handler}`);
    expect(item?.expires).toBe(Date.parse('2023-08-11T23:00:00.000Z') / 1000);
    expect((await itemsOf('audit', `${tenant}#match-a:1`))[0]).not.toHaveProperty('occurredAt');
  });
});

publicationLogContract(() => dynamodb);
