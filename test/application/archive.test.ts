import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ArchiveError, type KeptCommit } from '../../shared/application/archive.ts';
import { loadMatch } from '../../shared/application/commands.ts';
import { StreamArchivedError } from '../../shared/application/errors.ts';
import { closingOf, removable } from '../../shared/application/retention.ts';
import { predictionPartitions, predictionStream } from '../../shared/events/streams.ts';
import { type CommitItem, hashOf } from '../../shared/store/commit-codec.ts';
import { packLines, unpackLines } from '../../shared/store/commit-lines.ts';
import { fixture } from '../domain/samples.ts';
import { memoryArchive } from '../support/memory-archive.ts';
import { type ArchiveWorld, archiveWorld, LATER, match, PLAYERS, storeOn, tenantId } from './archive-world.ts';

const { matchId } = fixture;
let world: ArchiveWorld;
beforeEach(async () => {
  world = await archiveWorld();
});

/** Everything that is known of the match: its stream, and all of its predictions. */
const everything = async ({ store }: ArchiveWorld) => {
  const { events } = await store.load(tenantId, match);
  const predictions = await Promise.all(
    predictionPartitions(matchId).map(partition => store.loadPartition(tenantId, partition)),
  );
  return { events, predictions: predictions.flat().map(stream => stream.events) };
};

/** How many commits the ledger has of each stream. */
const counts = ({ ledger }: ArchiveWorld): number[] => [
  ...new Set(
    Map.groupBy(ledger.all(), ({ s }) => s.slice(0, s.lastIndexOf(':')))
      .values()
      .map(own => own.length),
  ),
];

describe('retention', () => {
  it.each([
    ['finished', 401, 'closed'],
    ['awarded', 401, 'closed'],
    ['cancelled', 401, 'closed'],
    ['finished', 400, 'young'],
    ['postponed', 401, 'open'],
    ['started', 4000, 'open'],
    ['unknown', 4000, 'open'],
  ] as const)('a match that is %s and rests for %i days is %s', (status, days, closing) => {
    const now = '2025-01-01T00:00:00.000Z';
    const last = new Date(Date.parse(now) - days * 86_400_000).toISOString();
    const earlier = '2020-01-01T00:00:00.000Z';
    expect(closingOf(status, [earlier, last], { now, days: 400 })).toBe(closing);
  });

  const commit = (version: number, over: Partial<KeptCommit> = {}): KeptCommit => {
    const s = `match-a:${String(version).padStart(9, '0')}`;
    return { p: 'acme#match-a', s, n: 1, b: '', g: '', h: `h${version}`, ...over };
  };

  it('leaves the newest commit that is anchored, and all after it', () => {
    const anchor = fc.option(fc.integer({ min: 1, max: 14 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), anchor, fc.boolean(), (length, version, genuine) => {
        const commits = Array.from({ length }, (_, index) => commit(index + 1));
        const anchored = version === null ? undefined : ([version, genuine ? `h${version}` : 'other'] as const);
        const gone = removable(commits, anchored);
        const isKnown = genuine && version !== null && version <= length;
        expect(gone).toEqual(commits.slice(0, isKnown ? version - 1 : 0));
      }),
    );
  });
});

describe('a closed match', () => {
  it('leaves the end of each stream in the ledger, and reads as before', async () => {
    const before = await everything(world);
    expect(counts(world)).toEqual([3, 4]);
    expect(await world.run()).toEqual({ matches: 1, commits: 2 + 3 * PLAYERS.length, failures: [], left: 0 });
    expect(counts(world)).toEqual([1]);
    expect(await everything(world)).toEqual(before);
    expect(await world.run()).toEqual({ matches: 0, commits: 0, failures: [], left: 0 });
  });

  it('stays in the ledger while it is young, and while no anchor knows its end', async () => {
    expect(await world.run('2024-09-01T00:00:00.000Z')).toMatchObject({ commits: 0 });
    world.log.objects.clear();
    expect(await world.run()).toMatchObject({ commits: 0 });
    await world.anchor(LATER);
    expect(await world.run()).toMatchObject({ commits: 2 + 3 * PLAYERS.length });
  });

  it('is loaded as a state by one read of one commit', async () => {
    const before = await loadMatch(world, tenantId, matchId);
    await world.run();
    const reads = world.ledger.reads();
    expect(await loadMatch({ store: storeOn(world.ledger) }, tenantId, matchId)).toEqual(before);
    expect(world.ledger.reads() - reads).toBe(1);
  });

  it('is not loaded in part: without an archive an error says where to look', async () => {
    await world.run();
    const store = storeOn(world.ledger);
    const ada = predictionStream(matchId, 'ada');
    const error = {
      place: { tenantId, stream: match.name, version: 1 },
      firstPresent: 3,
      archive: `archives/acme/${match.name}/`,
    };
    await expect(store.load(tenantId, match)).rejects.toMatchObject(error);
    await expect(store.load(tenantId, match)).rejects.toBeInstanceOf(StreamArchivedError);
    await expect(store.loadPartition(tenantId, ada.partition)).rejects.toBeInstanceOf(StreamArchivedError);
    const newer = { name: 'match', version: 99, initial: 0, evolve: (count: number) => count + 1 };
    await expect(store.loadState(tenantId, match, newer)).rejects.toBeInstanceOf(StreamArchivedError);
    expect(await world.store.loadState(tenantId, match, newer)).toMatchObject({ state: 3, token: { version: 3 } });
  });

  it('can be corrected, and archived again with all that was archived before', async () => {
    await world.run();
    for (let goals = 3; goals < 20; goals += 1) await world.correct(`${goals}-0`, LATER);
    const before = await everything(world);
    expect(before.events).toHaveLength(20);
    await world.anchor(LATER);
    expect(await world.run('2026-06-01T00:00:00.000Z')).toMatchObject({ matches: 1, failures: [] });
    expect(Math.max(...counts(world))).toBeLessThan(17);
    expect(await everything(world)).toEqual(before);
    const manifests = [...world.archive.objects.keys()].filter(key => key.startsWith('archives/'));
    expect(new Set(manifests.map(key => key.slice(-14)))).toEqual(new Set(['999999998.json', '999999997.json']));
  });

  it('is left alone when a commit of it was tampered with', async () => {
    const [key, item] = [...world.ledger.items][1] as [string, CommitItem];
    world.ledger.items.set(key, { ...item, b: item.b.replace('ada', 'eve') });
    const { failures, commits } = await world.run();
    expect(failures).toEqual([expect.stringContaining('altered at version 1')]);
    expect(world.ledger.items.has(key)).toBe(true);
    expect(commits).toBe(0);
  });

  it('is not removed when the archive reads back as something else', async () => {
    const size = world.ledger.items.size;
    const { run, archive } = world;
    const set = archive.objects.set.bind(archive.objects);
    archive.objects.set = (key, bytes) => set(key, key.startsWith('commits/') ? bytes.subarray(0, -9) : bytes);
    expect((await run()).failures).toEqual([expect.stringMatching(/was altered: expected SHA-256/)]);
    expect(world.ledger.items.size).toBe(size);
  });
});

describe('an archive that somebody tampered with', () => {
  const tamper = async (change: (lines: string[]) => Promise<Uint8Array> | undefined): Promise<void> => {
    await world.run();
    for (const [key, bytes] of world.archive.objects)
      if (key.startsWith('commits/')) {
        const altered = await change([...(await unpackLines(bytes))]);
        if (altered) world.archive.objects.set(key, altered);
        else world.archive.objects.delete(key);
      }
  };
  const load = () => world.store.load(tenantId, match);

  it.each<[string, (lines: string[]) => Promise<Uint8Array> | undefined, RegExp]>([
    [
      'bytes',
      lines => packLines(lines.map(line => line.replace('ada', 'eve'))),
      /line 1 \(match-.*:000000001\) is not/,
    ],
    ['a line more', lines => packLines([...lines, ...lines]), /was altered: expected SHA-256/],
    ['no object', () => undefined, /is not in the bucket/],
    ['an end that was cut off', async lines => (await packLines(lines)).subarray(0, 40), /was altered/],
  ])('is not believed: %s', async (_what, change, message) => {
    await tamper(change);
    await expect(load()).rejects.toMatchObject({ name: 'ArchiveError', message: expect.stringMatching(message) });
    await expect(load()).rejects.toBeInstanceOf(ArchiveError);
  });

  it('is not believed when its own sums are right, and the chain is another', async () => {
    const p = `${tenantId}#${match.partition}`;
    await world.run();
    const { commits = [] } = (await world.archive.read(p)) ?? {};
    const forged = commits.map(commit => ({ ...commit, b: commit.b.replace('ada', 'eve') }));
    const other = memoryArchive();
    let g = '';
    for (const [index, commit] of forged.entries()) {
      forged[index] = { ...commit, g, h: hashOf({ ...commit, g }) };
      g = forged[index].h;
    }
    await other.write(p, forged);
    const store = storeOn(world.ledger, other);
    await expect(store.load(tenantId, match)).rejects.toMatchObject({ name: 'CorruptCommitError' });
  });
});

it('an archive that is killed at any point loses nothing, and is finished by the next', { timeout: 30_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }), async kills => {
      const killed = await archiveWorld();
      const before = await everything(killed);
      for (const after of kills) {
        let left = after;
        const kill = (): void => {
          left -= 1;
          if (left < 0) throw new Error('killed');
        };
        await killed.run(LATER, kill).catch((error: Error) => expect(error.message).toBe('killed'));
        expect(await everything(killed)).toEqual(before);
      }
      await killed.run();
      expect(counts(killed)).toEqual([1]);
      expect(await everything(killed)).toEqual(before);
    }),
    { numRuns: 30 },
  ),
);
