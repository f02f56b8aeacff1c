import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexUnits } from '../../bench/event-store/index-units.ts';
import { attachMeter } from '../../bench/event-store/meter.ts';
import { SMALLEST_EVENT } from '../../bench/event-store/sample.ts';
import { dynamoDBEventIndex } from '../../shared/store/dynamodb-event-index.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { newTenant } from './commits.ts';

let dynamodb: TestDynamoDB;
let indexTable: string;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  indexTable = await dynamodb.createTable('capacity-index');
});
afterAll(() => dynamodb?.close());

test.each([
  [1, 5, 3],
  // The number of the project's own specification is 0.25.
  [100, 0.25, 0.05],
  [500, 0.12, 0.02],
])('of a batch of %i, indexing an event takes at most %d write units and %d read units', async (size, write, read) => {
  const load = { tenantId: newTenant(), size, bytes: SMALLEST_EVENT };
  const client = dynamodb.client();
  const { wru, rru } = await indexUnits({ client, meter: attachMeter(client), indexTable }, load);
  expect(wru).toBeGreaterThan(0);
  expect(wru).toBeLessThanOrEqual(write);
  expect(rru).toBeGreaterThan(0);
  expect(rru).toBeLessThanOrEqual(read);
});

test('who has caught up asks for one read unit', async () => {
  const [client, tenantId] = [dynamodb.client(), newTenant()];
  const meter = attachMeter(client);
  await indexUnits({ client, meter, indexTable }, { tenantId, size: 1, bytes: SMALLEST_EVENT });
  // No type is wanted that is there: no event is read from the ledger.
  const index = dynamoDBEventIndex({ client, eventsTable: 'none', indexTable });
  const { cursor = '', more } = await index.since(tenantId, { types: [] }, 100);
  expect(more).toBe(false);
  meter.reset();
  expect(await index.next(tenantId, cursor, 100)).toMatchObject({ events: [], more: false, cursor });
  expect(meter.read()).toEqual({ wru: 0, rru: 1 });
});
