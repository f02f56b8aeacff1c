import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Commit } from '../../shared/application/event-store.ts';
import { startOf } from '../../shared/application/event-store.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { decodeCommit, encodeCommit } from '../../shared/store/commit-codec.ts';
import { dynamoDBIndexWriter } from '../../shared/store/dynamodb-index-writer.ts';
import { scheduled, started } from '../domain/samples.ts';
import { startTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { joined, newTenant } from './commits.ts';

let dynamodb: TestDynamoDB;
let indexTable: string;
beforeAll(async () => {
  dynamodb = await startTestDynamoDB();
  indexTable = await dynamodb.createTable('capacity-index');
});
afterAll(() => dynamodb?.close());

/** Units that this client's requests take, as DynamoDB counts them. */
const countUnits = (client: DynamoDBDocumentClient) => {
  const units = { write: 0, read: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: unknown };
        const sum = [ConsumedCapacity]
          .flat()
          .reduce((all: number, one) => all + ((one as { CapacityUnits?: number }).CapacityUnits ?? Number.NaN), 0);
        units[/Put|Write/.test(commandName) ? 'write' : 'read'] += sum;
        return answer;
      },
    { step: 'initialize', name: 'units' },
  );
  return units;
};

const TYPES: readonly DomainEvent[] = [scheduled(), started, joined('ada')];

/** The worst there is: every commit of a stream and of a story of its own, with random names, over the border of a minute. */
const worstBatch = (tenantId: string, size: number): readonly Commit[] =>
  Array.from({ length: size }, (_, index) => {
    const occurredAt = new Date(Date.UTC(2023, 7, 11, 19, 0, 59, 500) + index * 10).toISOString();
    const [correlationId, causationId] = [randomUUID(), randomUUID()];
    const actor = `player-${index}`;
    const event = TYPES[index % TYPES.length] ?? started;
    const fields = { commitId: causationId, occurredAt, correlationId, causationId, actor } as const;
    const item = encodeCommit(startOf(tenantId, matchStream(randomUUID())), {
      ...fields,
      priority: 'normal',
      hops: 0,
      events: [event],
    });
    return decodeCommit(item);
  });

/** Write and read units for an event, of a batch of this size. */
const unitsPerEvent = async (size: number) => {
  const tenantId = newTenant();
  const client = dynamodb.client();
  // Another shard's page of the same minute is there already: it has to be looked at.
  await dynamoDBIndexWriter({ client, indexTable }).add(worstBatch(tenantId, size));
  const units = countUnits(client);
  await dynamoDBIndexWriter({ client, indexTable }).add(worstBatch(tenantId, size));
  return { write: units.write / size, read: units.read / size };
};

test.each([
  [1, 5, 3],
  // The number of the project's own specification is 0.25.
  [100, 0.25, 0.05],
  [500, 0.12, 0.02],
])('of a batch of %i, indexing an event takes at most %d write units and %d read units', async (size, write, read) => {
  const units = await unitsPerEvent(size);
  expect(units.write).toBeGreaterThan(0);
  expect(units.write).toBeLessThanOrEqual(write);
  expect(units.read).toBeGreaterThan(0);
  expect(units.read).toBeLessThanOrEqual(read);
});
