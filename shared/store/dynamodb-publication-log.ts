import { createHash } from 'node:crypto';
import {
  type CommitMark,
  type DayRecord,
  dayOf,
  type PublicationLog,
  RECORD_DAYS,
} from '../application/publications.ts';
import { batchPut } from './batch.ts';
import { FIRST, type ItemKey, LAST } from './index-layout.ts';
import { type IndexTable, itemsOf } from './index-reads.ts';

/** Commits that were published together, by digests of their keys. Never changed; put again it is the same. */
interface PublishedPage extends ItemKey {
  /** Published. */
  readonly d: Uint8Array;
  /** In quarantine. */
  readonly q?: Uint8Array;
  /** Epoch seconds: when DynamoDB may delete it. */
  readonly expires: number;
}

/** Of a million commits a day one that is missing is taken for another once in 18 million million. */
const DIGEST_BYTES = 8;
/** Partitions of a day: each takes 1,000 pages a second. */
const SHARDS = 4;
const DAY_SECONDS = 24 * 3600;
/** A page outlives the last question for its day: who is late, or has another clock, still finds it. */
const SPARE_DAYS = 5;
/** No tenant's name begins with it. */
const partitionOf = (day: string, shard: number): string => `#published#${day}#${shard}`;

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest().subarray(0, DIGEST_BYTES);

/** Each once and sorted: the same commits make the same bytes. */
const packed = (marks: readonly CommitMark[]): Buffer => {
  const digests = new Map(marks.map(({ key }) => [key, digestOf(key)]));
  return Buffer.concat([...digests.values()].sort(Buffer.compare));
};

const expiryOf = (day: string, now: number): number => {
  const end = Date.parse(day);
  return Math.floor((Number.isNaN(end) ? now : end) / 1000) + (1 + RECORD_DAYS + SPARE_DAYS) * DAY_SECONDS;
};

const pageOf = (
  day: string,
  { published, quarantined }: Parameters<PublicationLog['record']>[0],
  now: number,
): PublishedPage => {
  const own = (marks: readonly CommitMark[]) => packed(marks.filter(({ at }) => dayOf(at) === day));
  const [d, q] = [own(published), own(quarantined)];
  const id = createHash('sha256').update(d).update('/').update(q).digest();
  return {
    p: partitionOf(day, (id[0] ?? 0) % SHARDS),
    s: id.toString('hex').slice(0, 16),
    d,
    ...(q.length > 0 && { q }),
    expires: expiryOf(day, now),
  };
};

const addDigests = (set: Set<string>, bytes: Uint8Array = Buffer.alloc(0)): void => {
  const buffer = Buffer.from(bytes);
  for (let at = 0; at < buffer.length; at += DIGEST_BYTES) set.add(buffer.toString('latin1', at, at + DIGEST_BYTES));
};

/**
 * The record of publications in the table of the index: a page for each day in a batch, which as a rule is one write unit
 * for a hundred commits. DynamoDB deletes pages late: nobody asks for a day that is older than the record goes.
 */
export const dynamoDBPublicationLog = ({ client, indexTable }: IndexTable, now = () => Date.now()): PublicationLog => ({
  record: async commits => {
    const days = new Set([...commits.published, ...commits.quarantined].map(({ at }) => dayOf(at)));
    await batchPut(
      client,
      indexTable,
      Array.from(days, day => pageOf(day, commits, now())),
    );
  },
  ofDay: async (day): Promise<DayRecord> => {
    const [published, quarantined] = [new Set<string>(), new Set<string>()];
    const readShard = async (shard: number): Promise<void> => {
      const range = { p: partitionOf(day, shard), from: FIRST, to: LAST };
      for await (const pages of itemsOf<PublishedPage>(client, indexTable, range))
        for (const { d, q } of pages) {
          addDigests(published, d);
          addDigests(quarantined, q);
        }
    };
    await Promise.all(Array.from({ length: SHARDS }, (_, shard) => readShard(shard)));
    return {
      recordedAs: key => {
        const digest = digestOf(key).toString('latin1');
        if (published.has(digest)) return 'published';
        return quarantined.has(digest) ? 'quarantined' : undefined;
      },
    };
  },
});
