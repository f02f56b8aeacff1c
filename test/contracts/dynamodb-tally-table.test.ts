import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProjectionContendedError, project, type TallyTable } from '../../shared/application/project.ts';
import type { TallyReader } from '../../shared/application/read-models.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { competitionPartition, standingsProjection } from '../../shared/projections/standings.ts';
import { dynamoDBTallyTable } from '../../shared/store/dynamodb-tally-table.ts';
import { after90, finished, fixture } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { onBatch, onWire, transactionCancelled, type WireRequest } from '../support/sdk-faults.ts';
import { newTenant } from './commits.ts';
import { tallyContract } from './tally-table.contract.ts';

const tableName = 'standings';
let dynamodb: TestDynamoDB;
let table: TallyTable & TallyReader;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable(tableName);
  table = dynamoDBTallyTable(dynamodb.client(), tableName);
});
afterAll(() => dynamodb?.close());

const faulty = (handle: (request: WireRequest) => Promise<unknown>): TallyTable & TallyReader => {
  const client = dynamodb.client(1);
  onWire(client, handle);
  return dynamoDBTallyTable(client, tableName);
};

describe('the tally on DynamoDB', () => tallyContract(() => table));

describe('a transaction that DynamoDB cancels', () => {
  const partitionOf = ({ tenantId }: Envelope): string => competitionPartition(tenantId, fixture.competition);
  const matchFinished = (): Envelope => ({ ...envelop('match-a', 2, finished(after90('1-0'))), tenantId: newTenant() });
  const cancelling = (times: number, ...codes: readonly string[]) =>
    faulty(async ({ count, send }) => {
      if (count <= times) throw transactionCancelled(...codes);
      return send();
    });
  const waits: number[] = [];
  const time = {
    random: () => 1,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
  };

  it('for another on the same items is contention: it is tried again after longer and longer waits', async () => {
    waits.length = 0;
    const contended = cancelling(3, 'None', 'TransactionConflict');
    const event = matchFinished();
    expect(await project(time, contended, standingsProjection, [event])).toEqual([{ status: 'succeeded' }]);
    expect(waits).toEqual([10, 20, 40]);
    expect(await table.counters(partitionOf(event), 'summary')).toMatchObject([{ counters: { finished: 1 } }]);
  });

  it('every time is given up, and nothing is written', async () => {
    const contended = cancelling(Number.POSITIVE_INFINITY, 'TransactionConflict', 'None');
    const event = matchFinished();
    const applied = project(time, contended, standingsProjection, [event]);
    await expect(applied).rejects.toBeInstanceOf(ProjectionContendedError);
    expect(await table.entries(partitionOf(event), 'match#')).toEqual([]);
  });

  it.each(['ThrottlingError', 'ValidationError', 'ItemCollectionSizeLimitExceeded'])(
    'for another reason (%s) is an error of its own',
    async code => {
      const applied = project(time, cancelling(1, 'None', code), standingsProjection, [matchFinished()]);
      await expect(applied).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    },
  );

  it('not at all but unanswered is not applied twice', async () => {
    const event = matchFinished();
    const client = dynamodb.client(3);
    onWire(client, async ({ count, send }) => {
      const output = await send();
      if (count === 1) throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
      return output;
    });
    await project(time, dynamoDBTallyTable(client, tableName), standingsProjection, [event]);
    expect(await table.counters(partitionOf(event), 'summary')).toMatchObject([{ counters: { finished: 1 } }]);
  });
});

describe('reads of the tally on DynamoDB', () => {
  it('ask again for the keys that a batch left out', async () => {
    const p = newTenant();
    const keys = Array.from({ length: 30 }, (_, index) => ({ p, s: `row#${index}` }));
    await table.write(
      [],
      keys.map((key, n) => ({ key, add: { n } })),
    );
    let requests = 0;
    const client = dynamodb.client();
    onBatch<{ readonly Keys: readonly unknown[] }>(client, async (items, send) => {
      requests += 1;
      const wanted = items[tableName]?.Keys ?? [];
      const answer = await send({ [tableName]: { Keys: wanted.slice(0, 12) } });
      return { ...answer, UnprocessedKeys: wanted.length > 12 ? { [tableName]: { Keys: wanted.slice(12) } } : {} };
    });
    expect((await dynamoDBTallyTable(client, tableName).countersOf(keys)).size).toBe(30);
    expect(requests).toBe(3);
  });

  it('go on to the last page', async () => {
    const p = newTenant();
    const history = [{ version: 1, at: '2023-08-11T20:00:00.000Z', effect: 'x'.repeat(390_000) }];
    for (const n of [1, 2, 3, 4]) await table.write([{ key: { p, s: `entry#${n}` }, revision: 0, history }], []);
    expect((await table.entries(p, 'entry#')).map(({ key }) => key.s)).toEqual([1, 2, 3, 4].map(n => `entry#${n}`));
  });
});
