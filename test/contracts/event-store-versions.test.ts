import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type EventStore, type StreamToken, startOf } from '../../shared/application/event-store.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { FutureSchemaError, UpcastError } from '../../shared/events/envelope.ts';
import { type SchemaVersion, upcaster } from '../../shared/events/evolution.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { type OtherType, otherCode } from '../support/other-code.ts';
import { append, commitOf, joined, newTenant, type OpenStore } from './commits.ts';

const stream = poolStream('office');
const TYPE = 'pool.player-joined';
const { data: ada } = joined('ada');
const V1 = z.object({ poolId: z.string(), competition: z.string(), playerId: z.string() });
/** The next major version: who joined is a list. */
const next: OtherType = {
  version: '2.0',
  data: z.object({ pool: z.string(), players: z.array(z.string()) }),
  upcasters: upcaster(V1, ({ poolId, playerId }) => ({ pool: poolId, players: [playerId] })),
};

/** A version of which nothing is asked but that it is newer. */
const newer = (version: SchemaVersion): OtherType => ({
  version,
  data: z.unknown(),
  upcasters: upcaster(z.unknown(), data => data),
});

/** Appends an event that other code makes. */
const appendAs = async (store: EventStore, token: StreamToken, type: string, as: OtherType, data: unknown) => {
  using _other = otherCode({ [type]: as });
  return append(store, token, commitOf(`other-${type}`, { type, data } as unknown as DomainEvent));
};

const versionContract = (open: OpenStore): void => {
  const oneOfToday = async () => {
    const tenant = newTenant();
    const { token } = await append(open(), startOf(tenant, stream), commitOf('first', joined('ada')));
    return { tenant, token };
  };

  it.each([
    ['a newer major version', TYPE, '99.0', 'pool.player-joined 99.0 is newer than 1.0'],
    ['a type it does not know', 'pool.closed', '1.0', '"pool.closed" is not in the catalog of this version'],
  ] as const)(
    'a stream with an event of %s is not loaded in part, by stream and version',
    async (_, type, version, what) => {
      const { tenant, token } = await oneOfToday();
      await appendAs(open(), token, type, newer(version), { any: 'thing' });
      const message = `${tenant}/pool-office at version 2: ${what}`;
      await expect(open().load(tenant, stream)).rejects.toThrow(new FutureSchemaError(message));
      await expect(open().loadPartition(tenant, stream.partition)).rejects.toThrow(message);
      // Newer code reads it.
      using _newer = otherCode({ [type]: newer(version) });
      expect((await open().load(tenant, stream)).events.map(event => event.data)).toEqual([ada, { any: 'thing' }]);
    },
  );

  it('nothing is appended on an event that this code cannot fold', async () => {
    const { tenant, token } = await oneOfToday();
    const { token: end } = await appendAs(open(), token, TYPE, newer('2.0'), { any: 'thing' });
    await expect(open().append(token, commitOf('mine', joined('bob')))).rejects.toThrow(FutureSchemaError);
    using _newer = otherCode({ [TYPE]: newer('2.0') });
    expect((await open().load(tenant, stream)).token).toEqual(end);
  });

  it('an event of a newer minor version is one of today, without what it adds', async () => {
    const { tenant, token } = await oneOfToday();
    await appendAs(open(), token, TYPE, newer('1.3'), { ...ada, playerId: 'bob', invitedBy: 'ada' });
    const { events } = await open().load(tenant, stream);
    expect(events.map(({ schemaVersion, data }) => ({ schemaVersion, data }))).toEqual([
      { schemaVersion: '1.0', data: ada },
      { schemaVersion: '1.0', data: { ...ada, playerId: 'bob' } },
    ]);
  });

  it('events of an older version are those of today, and the stream goes on behind them', async () => {
    const { tenant, token } = await oneOfToday();
    using _next = otherCode({ [TYPE]: next });
    const before = await open().load(tenant, stream);
    expect(before).toMatchObject({
      token,
      events: [{ id: 'pool-office:1', schemaVersion: '2.0', data: { pool: 'office', players: ['ada'] } }],
    });
    expect(await open().loadPartition(tenant, stream.partition)).toEqual([before]);
    const late = { type: TYPE, data: { pool: 'office', players: ['bob'] } } as unknown as DomainEvent;
    const conflict = await open().append(startOf(tenant, stream), commitOf('late', late));
    expect(conflict).toMatchObject({ outcome: 'conflict', winner: { events: before.events, hash: token.hash } });
    await append(open(), before.token, commitOf('late', late));
    const { events } = await open().load(tenant, stream);
    expect(events.map(({ data }) => data)).toEqual([
      { pool: 'office', players: ['ada'] },
      { pool: 'office', players: ['bob'] },
    ]);
  });

  it('an upcaster that cannot read what is stored is a bug, by stream and version', async () => {
    const { tenant } = await oneOfToday();
    using _wrong = otherCode({ [TYPE]: { ...next, upcasters: upcaster(next.data, data => data) } });
    const loading = open().load(tenant, stream);
    await expect(loading).rejects.toThrow(UpcastError);
    await expect(loading).rejects.toThrow(
      new RegExp(`^${tenant}/pool-office at version 1: data\\.pool: .*\\(pool\\.player-joined 1\\.0\\)$`),
    );
    using _failing = otherCode({
      [TYPE]: {
        ...next,
        upcasters: upcaster(V1, () => {
          throw new TypeError('a bug');
        }),
      },
    });
    await expect(open().load(tenant, stream)).rejects.toMatchObject({
      message: `${tenant}/pool-office at version 1: data: cannot be brought from pool.player-joined 1.0 to today's version`,
      cause: new TypeError('a bug'),
    });
  });
};

describe('in memory', () => {
  const store = memoryEventStore();
  versionContract(() => store);
});

describe('on DynamoDB', () => {
  let dynamodb: TestDynamoDB;
  let store: EventStore;
  beforeAll(async () => {
    dynamodb = await openTestDynamoDB();
    store = dynamoDBEventStore({ client: dynamodb.client(), tableName: await dynamodb.createTable('events') });
  });
  afterAll(() => dynamodb?.close());
  versionContract(() => store);
});
