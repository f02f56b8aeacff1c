import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventPage } from '../../shared/application/event-index.ts';
import type { Commit } from '../../shared/application/event-store.ts';
import { EVENT_TYPES } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { onWire } from '../support/sdk-faults.ts';
import { newTenant } from './commits.ts';
import { causally, type Draft, type IndexWorld, idsOf, newestFirst, openIndexWorld, readAll } from './index-world.ts';

let dynamodb: TestDynamoDB;
let world: IndexWorld;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  world = await openIndexWorld(dynamodb, 'completeness');
});
afterAll(() => dynamodb?.close());

/** One delivery of a shard's stream to a builder. */
interface Delivery {
  readonly shard: 0 | 1;
  /** Records in the batch, from the checkpoint on. */
  readonly size: number;
  /** Records before the checkpoint that come again: the mapping was made anew. */
  readonly again: number;
  /** The builder is killed at this request; undefined: it is not. */
  readonly killedAt: number | undefined;
  /** Whether that request still reached the table. */
  readonly arrives: boolean;
}

const drafts = fc.array(
  fc.record<Draft>({
    tenant: fc.constantFrom(0, 0, 0, 1),
    stream: fc.nat(3),
    events: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
    correlation: fc.nat(5),
    hops: fc.nat(2),
    at: fc.constantFrom(-60_000, -2, -1, 0, 1, 2, 59_999),
  }),
  { minLength: 1, maxLength: 30 },
);

const deliveries = fc.array(
  fc.record<Delivery>({
    shard: fc.constantFrom(0, 1),
    size: fc.integer({ min: 1, max: 25 }),
    again: fc.constantFrom(0, 0, 1, 3, 9),
    killedAt: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 1 }),
    arrives: fc.boolean(),
  }),
  { maxLength: 12 },
);

/** A client that dies at its nth request, which may or may not have arrived. */
const mortalClient = ({ killedAt, arrives }: Delivery) => {
  const client = dynamodb.client(1);
  onWire(client, async ({ count, send }) => {
    if (killedAt === undefined || count < killedAt) return send();
    if (count === killedAt && arrives) await send();
    throw new Error('killed');
  });
  return client;
};

/** Two shards, each with a checkpoint, as Lambda reads them: a partition's commits are in one of them, in order. */
const openShards = (commits: readonly Commit[]) => {
  const shards = [0, 1].map(shard => commits.filter(({ stream }) => stream.partition.length % 2 === shard));
  const checkpoints = [0, 0];
  const deliver = async (delivery: Delivery): Promise<void> => {
    const { shard, size, again } = delivery;
    const checkpoint = checkpoints[shard] ?? 0;
    const start = Math.max(0, checkpoint - again);
    const batch = shards[shard]?.slice(start, checkpoint + size) ?? [];
    try {
      await world.writer(mortalClient(delivery)).add(batch);
      checkpoints[shard] = Math.max(checkpoint, start + batch.length);
    } catch (error) {
      expect(String(error)).toContain('killed');
    }
  };
  const isRead = (): boolean => shards.every(({ length }, shard) => (checkpoints[shard] ?? 0) >= length);
  return { deliver, isRead };
};

const calm = (shard: 0 | 1): Delivery => ({ shard, size: 100, again: 0, killedAt: undefined, arrives: true });

/** Everything the index can be asked of a tenant, compared with what is in the ledger. */
const expectComplete = async (tenantId: string, ledger: readonly Envelope[], limit: number): Promise<void> => {
  const { index } = world;
  const all = (first: Promise<EventPage>) => readAll(index, tenantId, first, limit);
  const since = await all(index.since(tenantId, {}, limit));
  expect(idsOf(since).sort()).toEqual(idsOf(ledger).sort());
  for (const instant of ['2023-08-11T19:00:00.000Z', '2024-01-01T00:00:00.000Z'])
    expect(idsOf(await all(index.since(tenantId, { since: instant }, limit)))).toEqual(
      idsOf(since.filter(({ occurredAt }) => occurredAt >= instant)),
    );
  const types = ['match.started', 'pool.player-joined'];
  expect(idsOf(await all(index.since(tenantId, { types }, limit)))).toEqual(
    idsOf(since.filter(({ type }) => types.includes(type))),
  );
  for (const type of EVENT_TYPES.filter(type => /match\.(scheduled|started|cancelled)|joined/.test(type))) {
    const own = ledger.filter(event => event.type === type).sort(newestFirst);
    expect(await all(index.byType(tenantId, { type }, limit))).toEqual(own);
    const range = { from: '2023-08-11T18:59:59.999Z', to: '2023-08-11T19:00:00.001Z' };
    expect(idsOf(await all(index.byType(tenantId, { type, ...range }, limit)))).toEqual(
      idsOf(own.filter(({ occurredAt }) => occurredAt >= range.from && occurredAt < range.to)),
    );
  }
  for (const correlationId of ['story-0', 'story-1', 'story-5', 'story-99']) {
    const story = ledger.filter(event => event.correlationId === correlationId).sort(causally);
    expect(await all(index.byCorrelation(tenantId, { correlationId }, limit))).toEqual(story);
  }
  for (const event of ledger.slice(0, 5)) expect(await index.find(tenantId, event.id)).toEqual(event);
};

describe('the index', () => {
  test(
    'is complete and without duplicates, whenever builders die and however batches are cut',
    { timeout: 60_000 },
    () =>
      fc.assert(
        fc.asyncProperty(drafts, deliveries, fc.constantFrom(3, 10, 100), async (drafts, deliveries, limit) => {
          const tenants = [newTenant(), newTenant()] as const;
          const [tenant] = tenants;
          const commits = await world.fill(tenants, drafts);
          const ledger = (tenantId: string) =>
            commits.filter(commit => commit.tenantId === tenantId).flatMap(({ events }) => events);
          const { deliver, isRead } = openShards(commits);
          let page = await world.index.since(tenant, {}, limit);
          const followed: Envelope[] = [...page.events];
          const follow = async (): Promise<void> => {
            page = await world.index.next(tenant, page.cursor ?? '', limit);
            followed.push(...page.events);
          };
          // Two deliveries at a time: of one shard, they are a builder and one that Lambda gave up but that lives on.
          for (let next = 0; next < deliveries.length; next += 2) {
            const [one, other] = deliveries.slice(next, next + 2);
            await Promise.all([one && deliver(one), other && deliver(other), follow()]);
          }
          while (!isRead()) await Promise.all([deliver(calm(0)), deliver(calm(1)), follow()]);
          do await follow();
          while (page.more);
          expect(idsOf(followed).sort()).toEqual(idsOf(ledger(tenant)).sort());
          for (const tenantId of tenants) await expectComplete(tenantId, ledger(tenantId), limit);
        }),
        { numRuns: 5 },
      ),
  );
});
