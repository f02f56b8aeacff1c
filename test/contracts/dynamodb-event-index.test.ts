import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvalidCursorError } from '../../shared/application/cursor.ts';
import type { EventPage } from '../../shared/application/event-index.ts';
import type { Commit } from '../../shared/application/event-store.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { newTenant } from './commits.ts';
import { type Draft, type IndexWorld, idsOf, openIndexWorld } from './index-world.ts';

let dynamodb: TestDynamoDB;
let world: IndexWorld;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  world = await openIndexWorld(dynamodb, 'contract');
});
afterAll(() => dynamodb?.close());

/** Commits of one stream, a millisecond apart. */
const inARow = (tenant: string, count: number): Promise<readonly Commit[]> =>
  world.fill(
    [tenant, tenant],
    Array.from({ length: count }, (_, at) => ({ tenant: 0, stream: 0, events: [0], correlation: 0, hops: 0, at })),
  );

/** How batches are cut: from one commit to before another. */
const DELIVERIES: readonly (readonly [how: string, batches: readonly (readonly [from: number, to: number])[]])[] = [
  [
    'the same again',
    [
      [0, 6],
      [0, 6],
    ],
  ],
  [
    'shorter',
    [
      [0, 6],
      [0, 3],
      [3, 9],
    ],
  ],
  [
    'longer',
    [
      [0, 3],
      [0, 9],
    ],
  ],
  [
    'in halves',
    [
      [0, 6],
      [0, 3],
      [3, 6],
    ],
  ],
  [
    'from the middle of a page',
    [
      [0, 6],
      [2, 9],
    ],
  ],
  [
    'from the middle of one page to the middle of another',
    [
      [0, 3],
      [3, 6],
      [2, 5],
      [4, 8],
    ],
  ],
  [
    'all over again, in one',
    [
      [0, 2],
      [2, 4],
      [4, 6],
      [0, 9],
    ],
  ],
];

test.each(DELIVERIES)('a batch that comes again %s adds nothing twice', async (_, batches) => {
  const tenant = newTenant();
  const commits = await inARow(tenant, 9);
  for (const [from, to] of batches) await world.writer().add(commits.slice(from, to));
  const { events } = await world.index.since(tenant, {}, 100);
  const covered = Math.max(...batches.map(([, to]) => to));
  expect(idsOf(events)).toEqual(commits.slice(0, covered).flatMap(commit => idsOf(commit.events)));
});

describe('a cursor', () => {
  const pageOf = async (tenant: string): Promise<EventPage> => {
    const draft: Draft = { tenant: 0, stream: 0, events: [0, 1, 2], correlation: 0, hops: 0, at: 0 };
    await world.writer().add(await world.fill([tenant, tenant], [draft, draft]));
    return world.index.since(tenant, {}, 2);
  };

  test('is refused to another tenant', async () => {
    const { cursor = '' } = await pageOf(newTenant());
    await expect(world.index.next(newTenant(), cursor, 2)).rejects.toThrow(InvalidCursorError);
  });

  test.each(['', 'x', 'e30', Buffer.from('{"v":2}').toString('base64url'), '%'])('%j is none', async cursor => {
    await expect(world.index.next(newTenant(), cursor, 2)).rejects.toThrow(InvalidCursorError);
  });

  test('of "since" waits for what comes: it is given also when there is no more', async () => {
    const tenant = newTenant();
    const first = await world.index.since(tenant, {}, 10);
    expect(first).toMatchObject({ events: [], more: false, watermark: { position: 0, indexedUntil: null } });
    await pageOf(tenant);
    const second = await world.index.next(tenant, first.cursor ?? '', 4);
    expect(idsOf(second.events)).toEqual(['match-a-b:1', 'match-a-b:2', 'match-a-b:3', 'match-a-b:4']);
    expect(second).toMatchObject({ more: true, watermark: { position: 1, indexedUntil: '2023-08-11T19:00:00.000Z' } });
    const third = await world.index.next(tenant, second.cursor ?? '', 4);
    expect(idsOf(third.events)).toEqual(['match-a-b:5', 'match-a-b:6']);
    expect(await world.index.next(tenant, third.cursor ?? '', 4)).toMatchObject({ events: [], more: false });
  });
});

test('an event is found by its id in the middle of a commit, and nothing by what is none', async () => {
  const tenant = newTenant();
  const draft: Draft = { tenant: 0, stream: 2, events: [0, 1, 2], correlation: 0, hops: 0, at: 0 };
  const commits = await world.fill([tenant, tenant], [draft, draft]);
  for (const event of commits.flatMap(({ events }) => events))
    expect(await world.index.find(tenant, event.id)).toEqual(event);
  for (const id of [
    'prediction-a-b.ada:7',
    'prediction-a-b.ada:0',
    'prediction-a-b.ad:1',
    'match-a-b',
    '',
    ':1',
    '%:1',
  ])
    expect(await world.index.find(tenant, id)).toBeUndefined();
  expect(await world.index.find(newTenant(), 'prediction-a-b.ada:1')).toBeUndefined();
});
