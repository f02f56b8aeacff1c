import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RebuildJob, RebuildJobs, ReplayCursor } from '../../shared/application/rebuild-job.ts';
import { batchPut } from '../../shared/store/batch.ts';
import { decodeCommit } from '../../shared/store/commit-codec.ts';
import { dynamoDBRebuildJobs } from '../../shared/store/dynamodb-rebuild-jobs.ts';
import { countCommits, ledgerReplay } from '../../shared/store/ledger-replay.ts';
import { archiveWorld } from '../application/archive-world.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import type { memoryArchive } from '../support/memory-archive.ts';
import { memoryRebuildJobs } from '../support/memory-rebuilds.ts';
import { newName } from './commits.ts';

const LEDGER = 'ledger';

let dynamodb: TestDynamoDB;
let archive: ReturnType<typeof memoryArchive>;
/** Ids of all events there ever were. */
let expected: readonly string[];
/** Commits that retention left. */
let left = 0;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable(LEDGER);
  const world = await archiveWorld(4);
  archive = world.archive;
  expected = world.ledger.all().flatMap(item => decodeCommit(item).events.map(({ id }) => id));
  await world.run();
  left = world.ledger.all().length;
  await batchPut(dynamodb.client(), LEDGER, world.ledger.all());
});
afterAll(() => dynamodb?.close());

/** Reads the ledger, and begins anew where it was after every page. */
const inSteps = async (pageSize: number): Promise<{ ids: string[]; commits: number; pages: number }> => {
  const read = { ids: [] as string[], commits: 0, pages: 0 };
  let cursor: ReplayCursor = 'start';
  while (cursor !== 'end') {
    const source = ledgerReplay(dynamodb.client(), LEDGER, archive, pageSize);
    const { value: page } = await source.from(cursor).next();
    if (!page) throw new Error('there is always a page');
    read.ids.push(...page.events.map(({ id }: { readonly id: string }) => id));
    read.commits += page.commits;
    read.pages += 1;
    cursor = JSON.parse(JSON.stringify(page.next)) as ReplayCursor;
  }
  return read;
};

describe('the ledger in steps', () => {
  it.each([1, 2, 3, 1000])('has every event, what is archived too, in pages of %i', async pageSize => {
    const { ids, commits, pages } = await inSteps(pageSize);
    expect(left).toBeLessThan(expected.length);
    expect([...new Set(ids)].sort()).toEqual([...expected].sort());
    expect(commits).toBe(left);
    expect(pages).toBeGreaterThanOrEqual(Math.ceil(left / pageSize));
  });

  it('says when the archive does not have what is missing', async () => {
    const nothing = { read: async () => undefined };
    await expect(ledgerReplay(dynamodb.client(), LEDGER, nothing).from('start').next()).rejects.toMatchObject({
      name: 'StreamArchivedError',
    });
  });

  it('is counted', async () => {
    expect(await countCommits(dynamodb.client(), LEDGER)).toBe(left);
  });
});

/** What every place for rebuilds does. */
const jobsContract = (open: () => Promise<RebuildJobs>): void => {
  const at = '2023-08-12T09:00:00.000Z';
  const job: RebuildJob = {
    ...{ id: 'one', state: 'waiting', generation: 1, cursor: 'start', commits: 0, events: 0, total: 7 },
    ...{ by: 'otto', startedAt: at, changedAt: at, revision: 1 },
  };

  it('keeps the last rebuild, written by one of those who try at the same time', async () => {
    const jobs = await open();
    expect(await jobs.read()).toBeUndefined();
    expect(await jobs.write(job)).toBe(true);
    const place = { p: 'acme#match-a', s: 'match-a:000000001', stream: 'match-a', next: 2 };
    const next: RebuildJob = { ...job, state: 'replaying', cursor: place, events: 3, revision: 2 };
    const tries = await Promise.all([jobs.write(next), jobs.write({ ...next, events: 4 }), jobs.write(job)]);
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await jobs.read()).toEqual({ ...next, events: tries[0] ? 3 : 4 });
  });
};

describe('the rebuild of a read model', () => {
  describe('in memory', () => jobsContract(async () => memoryRebuildJobs()));
  describe('on DynamoDB', () =>
    jobsContract(async () => {
      const table = await dynamodb.createTable(newName('rebuilds'));
      return dynamoDBRebuildJobs(dynamodb.client(), table);
    }));
});
