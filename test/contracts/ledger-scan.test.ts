import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveReader } from '../../shared/application/archive.ts';
import { type CommitItem, hashOf } from '../../shared/store/commit-codec.ts';
import { dynamoDBClosedLedger } from '../../shared/store/dynamodb-closed-ledger.ts';
import { type LedgerCursor, readStream, scanLedger, scanSegment } from '../../shared/store/ledger-scan.ts';
import { scanWholeLedger } from '../../shared/store/whole-ledger.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { memoryArchive } from '../support/memory-archive.ts';

const TABLE = 'ledger';
const STREAMS = 24;
const COMMITS = 10;

const itemOf = (tenant: string, stream: string, version: number): CommitItem => {
  const s = `${stream}:${String(version).padStart(9, '0')}`;
  const own = { p: `${tenant}#${stream}`, s, n: 1, b: JSON.stringify({ text: 'x'.repeat(12_000) }), g: '' };
  return { ...own, h: hashOf(own) };
};

/** 2.9 MB: three pages and more, of two tenants of which one's name begins like the other's. */
const ITEMS = Array.from({ length: STREAMS }, (_, index) =>
  Array.from({ length: COMMITS }, (__, version) => itemOf(index % 3 === 0 ? 'ab' : 'a', `match-${index}`, version + 1)),
).flat();

const byKey = (items: readonly CommitItem[]): CommitItem[] =>
  [...items].sort((x, y) => (x.p + x.s < y.p + y.s ? -1 : 1));

let dynamodb: TestDynamoDB;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  client = dynamodb.client();
  await dynamodb.createTable(TABLE);
  for (let from = 0; from < ITEMS.length; from += 25) {
    const puts = ITEMS.slice(from, from + 25).map(Item => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: puts } }));
  }
});
afterAll(() => dynamodb?.close());

describe('a scan of the ledger', () => {
  it.each([1, 4, 7])('has every commit once, a stream in its order, in %i segments', async segments => {
    const read: CommitItem[] = [];
    let pages = 0;
    for await (const items of scanLedger(client, TABLE, { segments })) {
      pages += 1;
      read.push(...items);
    }
    expect(pages).toBeGreaterThan(segments === 1 ? 2 : 1);
    expect(byKey(read)).toEqual(byKey(ITEMS));
    for (const own of Map.groupBy(read, ({ p }) => p).values()) expect(own).toEqual(byKey(own));
  });

  it('has a partition in one segment, in one piece', async () => {
    for (const segment of [0, 1, 2, 3]) {
      const partitions: string[] = [];
      for await (const { items } of scanSegment(client, TABLE, segment, { segments: 4 }))
        for (const { p } of items) if (partitions.at(-1) !== p) partitions.push(p);
      expect(new Set(partitions).size).toBe(partitions.length);
    }
  });

  it('has one tenant’s commits and no other’s', async () => {
    const read: CommitItem[] = [];
    for await (const items of scanLedger(client, TABLE, { tenantId: 'a' })) read.push(...items);
    expect(byKey(read)).toEqual(byKey(ITEMS.filter(({ p }) => p.startsWith('a#'))));
  });

  it('has only the attributes that are asked for', async () => {
    for await (const items of scanLedger(client, TABLE, { attributes: ['p', 's', 'n', 'h'] }))
      for (const item of items) expect(Object.keys(item).sort()).toEqual(['h', 'n', 'p', 's']);
  });

  it('goes on from any cursor', async () => {
    const options = { segments: 1 };
    const cursors: LedgerCursor[] = [];
    for await (const { cursor } of scanSegment(client, TABLE, 0, options)) if (cursor) cursors.push(cursor);
    expect(cursors.length).toBeGreaterThan(1);
    let left = ITEMS.length;
    for (const after of cursors) {
      let count = 0;
      for await (const { items } of scanSegment(client, TABLE, 0, { ...options, after })) count += items.length;
      expect(count).toBeLessThan(left);
      left = count;
    }
  });

  it('may be left early, and says what went wrong', async () => {
    for await (const items of scanLedger(client, TABLE)) {
      expect(items.length).toBeGreaterThan(0);
      break;
    }
    await expect(scanLedger(client, 'no-such-table').next()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('a stream', () => {
  it('is read whole and in order, and is empty when nobody knows it', async () => {
    const place = { p: 'a#match-1', stream: 'match-1' };
    expect(await readStream(client, TABLE, place)).toEqual(byKey(ITEMS.filter(({ p }) => p === place.p)));
    expect(await readStream(client, TABLE, { ...place, stream: 'match' })).toEqual([]);
  });
});

describe('a ledger of which retention took a part', () => {
  const stream = ITEMS.filter(({ p }) => p === 'ab#match-3');
  const [first, second, third] = stream as [CommitItem, CommitItem, CommitItem];
  const archive = memoryArchive();
  const whole = async (reader?: ArchiveReader): Promise<readonly CommitItem[]> => {
    const read: CommitItem[] = [];
    for await (const items of scanWholeLedger(client, TABLE, { archive: reader, tenantId: 'ab' })) read.push(...items);
    return byKey(read);
  };
  const own = byKey(ITEMS.filter(({ p }) => p.startsWith('ab#')));

  it('loses a commit to the one that archives, if it is that commit, and once', async () => {
    const ledger = dynamoDBClosedLedger({ client, tableName: TABLE, archive });
    const refused = { name: 'ConditionalCheckFailedException' };
    await expect(ledger.remove({ ...first, h: second.h })).rejects.toMatchObject(refused);
    expect(await ledger.partition(first.p)).toEqual(stream);
    for (const item of [first, second, second]) await ledger.remove(item);
    expect(await ledger.partition(first.p)).toEqual(stream.slice(2));
  });

  it('is read whole with the archive, each commit once, and not at all without it', async () => {
    const missing = { name: 'StreamArchivedError', firstPresent: 3, archive: 'archives/ab/match-3/' };
    await expect(whole()).rejects.toMatchObject(missing);
    await archive.write(first.p, [second]);
    await expect(whole(archive)).rejects.toMatchObject(missing);
    // The third one is in both: somebody was killed before it was removed.
    await archive.write(first.p, [first, second, third]);
    expect(await whole(archive)).toEqual(own);
  });
});
