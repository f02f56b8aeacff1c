import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../shared/application/errors.ts';
import { type EventStore, type NewCommit, startOf } from '../../shared/application/event-store.ts';
import { poolStream, predictionStream } from '../../shared/events/streams.ts';
import { decodeStreamed } from '../../shared/store/commit-codec.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { fixture, scheduled } from '../domain/samples.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { brokenConnection, countCapacity, onWire, throttled, type WireRequest } from '../support/sdk-faults.ts';
import { append, appendEach, commitOf, joined, newTenant } from './commits.ts';
import { eventStoreContract } from './event-store.contract.ts';

const tableName = 'events';
const stream = poolStream('office');
let dynamodb: TestDynamoDB;
let store: EventStore;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable(tableName);
  store = dynamoDBEventStore({ client: dynamodb.client(), tableName });
});
afterAll(() => dynamodb?.close());

/** A store of which every request meets this. */
const faulty = (handle: (request: WireRequest) => Promise<unknown>, maxAttempts = 3): EventStore => {
  const client = dynamodb.client(maxAttempts);
  onWire(client, handle);
  return dynamoDBEventStore({ client, tableName });
};

describe('the event store on DynamoDB', () => eventStoreContract(() => store, { patience: 1, modelRuns: 8 }));

describe('an append to DynamoDB of which the answer is lost', () => {
  const losing = (fault: (request: WireRequest) => Promise<unknown>) => {
    const commands: string[] = [];
    const lossy = faulty(async request => {
      commands.push(request.command);
      return request.count === 1 ? fault(request) : request.send();
    });
    return { lossy, commands };
  };

  it('succeeds with the result of the write that went through', async () => {
    const tenant = newTenant();
    const { lossy, commands } = losing(async ({ send }) => {
      await send();
      throw brokenConnection();
    });
    const result = await lossy.append(startOf(tenant, stream), commitOf('mine', joined('ada')));
    expect(result).toMatchObject({ outcome: 'appended', commit: { commitId: 'mine', firstVersion: 1 } });
    expect(commands).toEqual(['PutItemCommand', 'PutItemCommand']);
    expect(await store.load(tenant, stream)).toMatchObject({ events: [{ id: 'pool-office:1' }], token: result.token });
  });

  it('is a conflict when it never went through and another was faster', async () => {
    const tenant = newTenant();
    const { lossy } = losing(async () => {
      await append(store, startOf(tenant, stream), commitOf('faster', joined('bob')));
      throw brokenConnection();
    });
    const result = await lossy.append(startOf(tenant, stream), commitOf('mine', joined('ada')));
    expect(result).toMatchObject({ outcome: 'conflict', winner: { commitId: 'faster' } });
    expect((await store.load(tenant, stream)).events).toHaveLength(1);
  });

  it('for good is said to be unknown, and repeating the commit settles it', async () => {
    const tenant = newTenant();
    const commit = commitOf('mine', joined('ada'));
    const dead = faulty(async ({ send }) => {
      await send().catch(() => {});
      throw brokenConnection();
    });
    await expect(dead.append(startOf(tenant, stream), commit)).rejects.toThrow(
      `${tenant}/pool-office at version 1: the commit may or may not be stored`,
    );
    expect(await store.append(startOf(tenant, stream), commit)).toMatchObject({ outcome: 'appended' });
    expect((await store.load(tenant, stream)).events).toHaveLength(1);
  });
});

describe('a DynamoDB that does not serve', () => {
  it.each([
    ['throttles', throttled],
    ['does not answer', brokenConnection],
  ])('is an unavailable store, with the cause, when it %s; nothing is stored', async (_what, error) => {
    const tenant = newTenant();
    const down = faulty(async () => {
      throw error();
    }, 1);
    const attempts = [
      down.append(startOf(tenant, stream), commitOf('c', joined('ada'))),
      down.load(tenant, stream),
      down.loadPartition(tenant, stream.partition),
    ];
    for (const result of await Promise.allSettled(attempts)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailableError' } });
      if (result.status === 'rejected') {
        expect(result.reason).toBeInstanceOf(StoreUnavailableError);
        expect(result.reason).toMatchObject({ place: { tenantId: tenant }, cause: { message: error().message } });
      }
    }
    expect((await store.load(tenant, stream)).events).toEqual([]);
  });
});

describe('a partition of more than a page of DynamoDB (1 MB)', () => {
  const large = (id: string): NewCommit => ({ ...commitOf(id, joined(id)), actor: 'x'.repeat(390_000) });

  it('is read to its end', async () => {
    const tenant = newTenant();
    let { token } = await append(store, startOf(tenant, stream), large('one'));
    for (const id of ['two', 'three', 'four']) token = (await append(store, token, large(id))).token;
    let pages = 0;
    const counting = faulty(({ send }) => {
      pages += 1;
      return send();
    });
    const loaded = await counting.load(tenant, stream);
    expect(pages).toBeGreaterThan(1);
    expect(loaded.events.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(loaded.token).toEqual(token);
    expect(await counting.loadPartition(tenant, stream.partition)).toEqual([loaded]);
  });
});

describe('what the event store costs on DynamoDB', () => {
  const metered = () => {
    const client = dynamodb.client();
    return { units: countCapacity(client), own: dynamoDBEventStore({ client, tableName }) };
  };

  it('is one write unit for an event of 300 bytes, and half a read unit for each 4 KB of a stream, doubled for consistency', async () => {
    const { units, own } = metered();
    const tenant = newTenant();
    const match = { partition: 'match-burnley-city', name: 'match-burnley-city' };
    const { commit } = await append(own, startOf(tenant, match), commitOf('3f1c2a9e-0d55-4a55-9a3e-9d8a', scheduled()));
    expect(Buffer.byteLength(JSON.stringify(commit.events[0]?.data))).toBeGreaterThan(180);
    await appendEach(own, (await own.load(tenant, match)).token, ['a', 'b', 'c', 'd']);
    await own.load(tenant, match);
    const [first, load, ...rest] = units;
    console.info(`append ${first} WRU, load of 1 event ${load} RRU, load of 5 events ${rest.at(-1)} RRU`);
    expect([first, load, rest.at(-1)]).toEqual([1, 1, 1]);
    expect(rest.slice(0, -1)).toEqual([1, 1, 1, 1]);
  });

  it('is one write unit for a prediction', async () => {
    const { units, own } = metered();
    const [matchId, playerId] = ['2024-05-19-brighton-hove-albion-fc-manchester-united-fc', 'player-000123'];
    await append(own, startOf(newTenant(), predictionStream(matchId, playerId)), {
      ...commitOf('0198f3a2-7c7e-7d4e-b0a1-5f4e6a1c9d22', {
        type: 'prediction.created',
        data: {
          predictionId: `${matchId}.${playerId}`,
          matchId,
          competition: fixture.competition,
          playerId,
          predicted: { home: 2, away: 1 },
          confidence: 0.75,
          matchVersion: 1,
          locksAt: '2024-05-19T15:00:00.000Z',
        },
      }),
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    expect(units).toEqual([1]);
  });
});

describe('an item of the event store', () => {
  it('lies where its stream and first version say, and stands its own check', async () => {
    const tenant = newTenant();
    const [first, second] = await appendEach(store, startOf(tenant, stream), ['ada', 'bob']);
    const Key = { p: `${tenant}#pool-office`, s: 'pool-office:000000002' };
    const { Item } = await dynamodb.client().send(new GetCommand({ TableName: tableName, Key }));
    expect(Item).toMatchObject({ ...Key, n: 1, g: first?.commit.hash, h: second?.commit.hash });
    expect(decodeStreamed(Item ?? {})).toEqual(second?.commit);
  });
});
