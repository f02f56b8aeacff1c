import { randomUUID } from 'node:crypto';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { startOf } from '../../shared/application/event-store.ts';
import { type CommitMark, type PublicationLog, UNREADABLE } from '../../shared/application/publications.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { capacity } from '../../shared/store/capacity.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBPublicationLog } from '../../shared/store/dynamodb-publication-log.ts';
import { dynamoDBSweepProgress } from '../../shared/store/dynamodb-sweep-progress.ts';
import { storedCommits } from '../../shared/store/stored-commits.ts';
import type { TestDynamoDB } from '../support/dynamodb.ts';
import { memoryPublications } from '../support/memory-publications.ts';
import { countCapacity } from '../support/sdk-faults.ts';
import { appendEach, newName } from './commits.ts';

const DAY = '2023-08-11';
/** The longest there are: names of two UUIDs. */
const marks = (count: number, at: string | null = `${DAY}T19:00:00.000Z`): CommitMark[] =>
  Array.from({ length: count }, () => ({
    key: `acme#prediction-${randomUUID()} ${randomUUID()}:000000001`,
    at: at ?? undefined,
  }));

const NOW = Date.parse('2023-08-12T00:00:00.000Z');
/** The record of publications, and what the sweeper reads of the ledger. */
export const publicationLogContract = (local: () => TestDynamoDB): void => {
  const open = async () => {
    const indexTable = await local().createTable(newName('publications'));
    const client = local().client();
    const items = async () =>
      (await client.send(new ScanCommand({ TableName: indexTable, ConsistentRead: true }))).Items ?? [];
    return { client, indexTable, log: dynamoDBPublicationLog({ client, indexTable }, () => NOW), items };
  };

  describe.each<[string, () => Promise<PublicationLog>]>([
    ['in memory', async () => memoryPublications()],
    ['on DynamoDB', async () => (await open()).log],
  ])('the record of publications %s', (_, start) => {
    it('knows each commit by its day, and no other', async () => {
      const log = await start();
      const [a, b, c, none] = [marks(130), marks(2, '2023-08-12T00:00:00.000Z'), marks(1, null), marks(1)];
      await log.record({ published: [...a, ...b], quarantined: c });
      const known = async (day: string, among: readonly CommitMark[]) => {
        const record = await log.ofDay(day);
        return among.map(({ key }) => record.recordedAs(key));
      };
      expect(new Set(await known(DAY, a))).toEqual(new Set(['published']));
      expect(await known('2023-08-12', b)).toEqual(['published', 'published']);
      expect(await known(UNREADABLE, c)).toEqual(['quarantined']);
      expect(await known(DAY, [...b, ...c, ...none])).toEqual([undefined, undefined, undefined, undefined]);
    });

    it('counts a commit as published that came out of quarantine, whichever came first', async () => {
      const [log, other] = [await start(), await start()];
      const [one] = marks(1) as [CommitMark];
      await log.record({ published: [], quarantined: [one] });
      expect((await log.ofDay(DAY)).recordedAs(one.key)).toBe('quarantined');
      await log.record({ published: [one], quarantined: [] });
      expect((await log.ofDay(DAY)).recordedAs(one.key)).toBe('published');
      await other.record({ published: [one], quarantined: [] });
      await other.record({ published: [], quarantined: [one] });
      expect((await other.ofDay(DAY)).recordedAs(one.key)).toBe('published');
    });
  });

  describe('a page of the record', () => {
    it('is the same however often and in whatever order its commits are put', async () => {
      const { log, items } = await open();
      const commits = marks(20);
      for (const published of [commits, commits, commits.toReversed(), [...commits, ...commits]])
        await log.record({ published, quarantined: [] });
      expect(await items()).toHaveLength(1);
    });

    it('expires when nobody asks for it any more: 40 days after its commits, and some to spare', async () => {
      const { log, items } = await open();
      await log.record({ published: marks(1), quarantined: marks(1, null) });
      const days = (await items()).map(({ p, expires }) => [
        String(p).split('#')[2],
        (1000 * expires - NOW) / 86_400_000,
      ]);
      expect(days.toSorted()).toEqual([
        [DAY, 45],
        [UNREADABLE, 46],
      ]);
    });

    it('spreads the pages of a day over four partitions, which no tenant can have', async () => {
      const { log, items } = await open();
      await Promise.all(Array.from({ length: 40 }, () => log.record({ published: marks(1), quarantined: [] })));
      const partitions = new Set((await items()).map(({ p }) => String(p)));
      expect([...partitions].sort()).toEqual([0, 1, 2, 3].map(shard => `#published#${DAY}#${shard}`));
    });

    it.each([1, 100, 500])(
      'of %i commits takes the write units that are declared, and 0.03 an event at most from 100 on',
      async count => {
        const { client, log } = await open();
        const units = countCapacity(client);
        await log.record({ published: marks(count), quarantined: [] });
        const write = units.reduce((sum, one) => sum + one, 0);
        expect(write).toBe(capacity.recordPublished(count).write);
        if (count >= 100) expect(write / count).toBeLessThanOrEqual(0.03);
      },
    );
  });

  it('how far a segment was swept is kept for each number of segments', async () => {
    const { client, indexTable } = await open();
    const of = (segment: number, segments: number) =>
      dynamoDBSweepProgress({ client, indexTable }, { segment, segments });
    expect(await of(3, 24).read()).toBeUndefined();
    await of(3, 24).write(5);
    await of(3, 24).write(7);
    expect(await Promise.all([of(3, 24), of(3, 4), of(4, 24)].map(({ read }) => read()))).toEqual([
      7,
      undefined,
      undefined,
    ]);
  });

  it('the ledger has every commit with its time and its events, and those that cannot be read', async () => {
    const eventsTable = await local().createTable(newName('events'));
    const client = local().client();
    const store = dynamoDBEventStore({ client, tableName: eventsTable });
    await appendEach(store, startOf('acme', poolStream('office')), ['ada', 'bob']);
    const broken = { n: 1, g: '', h: '' };
    for (const [s, b] of [
      ['x:1', '{'],
      ['y:1', '{"at":5}'],
      ['z:1', '{"at":"2023-08-11T18:00:00.000Z"}'],
    ])
      await client.send(new PutCommand({ TableName: eventsTable, Item: { p: 'acme#x', s, b, ...broken } }));
    const found: unknown[] = [];
    for (const segment of [0, 1])
      for await (const page of storedCommits(client, eventsTable, { segment, segments: 2 }))
        for (const { key, at, read } of page) {
          const { content } = read();
          found.push([key, at, 'events' in content ? content.events.map(({ id }) => id) : content.error.name]);
        }
    const at = '2023-08-11T18:00:00.000Z';
    expect(found.map(line => JSON.stringify(line)).sort()).toEqual(
      [
        ['acme#pool-office pool-office:000000001', at, ['pool-office:1']],
        ['acme#pool-office pool-office:000000002', at, ['pool-office:2']],
        ['acme#x x:1', undefined, 'CorruptCommitError'],
        ['acme#x y:1', undefined, 'CorruptCommitError'],
        ['acme#x z:1', at, 'CorruptCommitError'],
      ].map(line => JSON.stringify(line)),
    );
  });
};
