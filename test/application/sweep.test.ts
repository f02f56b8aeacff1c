import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Publisher, PublishResult } from '../../shared/application/outbox.ts';
import { dayOf, type PublicationLog, relayRecorded, UNREADABLE } from '../../shared/application/publications.ts';
import { fateOf, type StoredCommit, segmentAt, sweep, sweepOn, windowOf } from '../../shared/application/sweep.ts';
import { joined } from '../contracts/commits.ts';
import { envelop } from '../projections/harness.ts';
import { memoryProgress, memoryPublications } from '../support/memory-publications.ts';

const HOUR = 3_600_000;
const NOW = new Date('2023-08-20T12:00:00.000Z');
const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

const hoursAgo = (hours: number): string => new Date(NOW.getTime() - hours * HOUR).toISOString();

/** A commit of one event, made so many hours ago. */
const commitOf = (stream: string, version: number, hours = 20): StoredCommit => {
  const at = hoursAgo(hours);
  const key = `acme#${stream} ${stream}:${version}`;
  const event = envelop(stream, version, joined('ada'), at);
  return { key, at, read: () => ({ sequenceNumber: key, key, content: { events: [event] } }) };
};
const unreadable = (at: string | undefined): StoredCommit => {
  const key = 'acme#x x:1';
  return {
    key,
    at,
    read: () => ({ sequenceNumber: key, key, content: { error: new Error('not those that were hashed') } }),
  };
};

type Pages = readonly (readonly StoredCommit[])[];

/** A bus that answers as it is told, and what it took. */
const world = (
  answer: (id: string) => PublishResult['outcome'] = () => 'published',
  log: PublicationLog = memoryPublications(),
) => {
  const sent: string[] = [];
  const aside: string[] = [];
  const publisher: Publisher = {
    split: events => events.map(event => [event]),
    publish: async events =>
      events.map(({ id }) => {
        const outcome = answer(id);
        if (outcome === 'published') sent.push(id);
        return outcome === 'published' ? { outcome } : { outcome, reason: 'told so' };
      }),
  };
  const quarantine = {
    put: async ({ key }: { readonly key: string }) => {
      aside.push(key);
    },
  };
  const relay = { publisher, quarantine, sleep: async () => {}, random: () => 0 };
  const run = (pages: Pages | AsyncIterable<Pages[number]>, options: { readonly withQuarantined?: boolean } = {}) =>
    sweep({ ledger: ReadableStream.from(pages), log, window: EVER, relay, ...options });
  const publish = (commits: readonly StoredCommit[]) =>
    relayRecorded(
      { ...relay, log },
      commits.map(commit => commit.read()),
    );
  return { sent, aside, log, relay, run, publish };
};

describe('a sweep', () => {
  const commits = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 90 })), {
      selector: ([stream, version]) => `${stream} ${version}`,
      maxLength: 150,
    })
    .map(list => list.sort(([a, v], [b, w]) => (a === b ? v - w : a < b ? -1 : 1)));

  it('publishes exactly what is not published, in the order of each stream, and then nothing more', async () => {
    const property = fc.asyncProperty(
      commits,
      fc.infiniteStream(fc.boolean()),
      fc.integer({ min: 1, max: 60 }),
      async (list, choice, pageSize) => {
        const stored = list.map(([stream, version]) => commitOf(stream, version, version));
        const before = stored.filter(() => choice.next().value);
        const missing = stored.filter(commit => !before.includes(commit));
        const pages = Array.from({ length: Math.ceil(stored.length / pageSize) }, (_, n) =>
          stored.slice(n * pageSize, (n + 1) * pageSize),
        );
        const { publish, run, sent } = world();
        await publish(before);
        sent.length = 0;
        const swept = await run(pages);
        const ids = missing.map(({ key }) => key.split(' ')[1]);
        expect(sent.toSorted()).toEqual(ids.toSorted());
        for (const stream of ['a:', 'b:', 'c:'])
          expect(sent.filter(id => id.startsWith(stream))).toEqual(ids.filter(id => id?.startsWith(stream)));
        expect(swept).toMatchObject({ closed: missing.length, waiting: 0 });
        expect(swept.fates).toMatchObject({ published: before.length, missing: missing.length });
        expect(swept.first).toEqual(missing.slice(0, 10).map(({ key }) => key));

        sent.length = 0;
        expect((await run(pages)).fates).toMatchObject({ published: stored.length, missing: 0 });
        expect(sent).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('that only compares publishes nothing', async () => {
    const { log } = world();
    const ledger = ReadableStream.from([[commitOf('a', 1)]]);
    expect(await sweep({ ledger, log, window: EVER })).toMatchObject({ fates: { missing: 1 }, closed: 0, waiting: 0 });
  });

  it('puts a commit that the bus refuses aside once, and tries it again only when it is told to', async () => {
    let mended = false;
    const { run, aside, sent } = world(id => (id === 'a:2' && !mended ? 'refused' : 'published'));
    const pages = [[commitOf('a', 1), commitOf('a', 2), commitOf('a', 3)]];
    expect(await run(pages)).toMatchObject({ fates: { missing: 3 }, closed: 3 });
    expect(await run(pages)).toMatchObject({ fates: { published: 2, quarantined: 1, missing: 0 }, closed: 0 });
    expect(aside).toEqual(['acme#a a:2']);

    mended = true;
    expect(await run(pages, { withQuarantined: true })).toMatchObject({ fates: { quarantined: 1 }, closed: 1 });
    expect(sent).toEqual(['a:1', 'a:3', 'a:2']);
    expect(await run(pages)).toMatchObject({ fates: { published: 3, quarantined: 0 } });
  });

  it.each([hoursAgo(20), undefined])('puts a commit that cannot be read aside once (its time: %s)', async at => {
    const { run, aside } = world();
    const pages = [[unreadable(at), commitOf('a', 1)]];
    expect(await run(pages)).toMatchObject({ fates: { missing: 2 }, closed: 2 });
    expect(await run(pages)).toMatchObject({ fates: { published: 1, quarantined: 1, missing: 0 } });
    expect(aside).toEqual(['acme#x x:1']);

    const other = world();
    await other.publish([unreadable(at)]);
    expect(await other.run([[unreadable(at)]])).toMatchObject({ fates: { quarantined: 1, missing: 0 } });
  });

  it('ends where the bus takes nothing: what follows is for the next run', async () => {
    let down = true;
    const { run, sent } = world(id => (down && id.startsWith('b') ? 'retry' : 'published'));
    const pages = [[commitOf('a', 1), commitOf('b', 1)], [commitOf('c', 1)]];
    expect(await run(pages)).toMatchObject({ closed: 1, waiting: 1 });
    expect(sent).toEqual(['a:1']);
    down = false;
    expect(await run(pages)).toMatchObject({ fates: { published: 1, missing: 2 }, closed: 2, waiting: 0 });
  });

  it('fails when it cannot keep the record, or it would publish the same for ever', async () => {
    const log = { ...memoryPublications(), record: () => Promise.reject(new Error('no table')) };
    await expect(world(undefined, log).run([[commitOf('a', 1)]])).rejects.toThrow('no table');
  });

  it('takes nothing for missing that the outbox published while the sweep was under way', async () => {
    const { run, publish, sent } = world();
    await publish([commitOf('a', 1)]);
    const late = commitOf('a', 2);
    async function* pages() {
      yield [commitOf('a', 1)];
      await publish([late]);
      yield [late];
    }
    expect(await run(pages())).toMatchObject({ fates: { published: 2, missing: 0 } });
    expect(sent).toEqual(['a:1', 'a:2']);
  });
});

describe('the record', () => {
  it('comes after publishing: of what waits nothing is on record', async () => {
    const log = memoryPublications();
    const { publish } = world(id => (id === 'a:1' ? 'published' : 'retry'), log);
    expect(await publish([commitOf('a', 1), commitOf('a', 2)])).toMatchObject({
      published: 1,
      unpublished: ['acme#a a:2'],
    });
    expect([...log.entries]).toEqual([[`${dayOf(hoursAgo(20))} acme#a a:1`, 'published']]);
  });

  it('that fails leaves published what is published, and the sweeper publishes it again', async () => {
    const log = memoryPublications();
    const broken = world(undefined, { ...log, record: () => Promise.reject(new Error('throttled')) });
    expect(await broken.publish([commitOf('a', 1)])).toMatchObject({
      published: 1,
      unpublished: [],
      unrecorded: { message: 'throttled' },
    });
    const { run, sent } = world(undefined, log);
    await run([[commitOf('a', 1)]]);
    expect([broken.sent, sent]).toEqual([['a:1'], ['a:1']]);
  });

  it('has commits by their day in UTC', () => {
    expect(['2023-08-11T23:59:59.999Z', '2023-08-12T00:30:00.000+01:00', 'soon', undefined].map(dayOf)).toEqual([
      '2023-08-11',
      '2023-08-11',
      UNREADABLE,
      UNREADABLE,
    ]);
  });
});

describe('what is compared', () => {
  const fates = (hours: number, sweptTo?: number) => fateOf(commitOf('a', 1, hours), windowOf(NOW, sweptTo), new Map());

  it('is older than an hour and younger than the record goes', () => {
    expect([0.5, 1, 1.1, 40 * 24, 40 * 24 + 0.1].map(hours => fates(hours))).toEqual([
      'young',
      'young',
      'missing',
      'missing',
      'old',
    ]);
  });

  it('begins where the last sweep ended, an hour before', () => {
    const sweptTo = NOW.getTime() - 25 * HOUR;
    expect([25.9, 26, 26.1].map(hours => fates(hours, sweptTo))).toEqual(['missing', 'missing', 'old']);
  });

  it('is all there is on record when the clock was set back, or the last sweep is long ago', () => {
    for (const sweptTo of [NOW.getTime() + HOUR, 0]) expect(windowOf(NOW, sweptTo)).toEqual(windowOf(NOW, undefined));
  });

  it('has no gap between two runs, however far apart they are within the record', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 38 * 24 * HOUR }),
      fc.integer({ min: 0, max: 1000 }),
      (apart, back) => {
        const first = windowOf(NOW, undefined);
        const next = windowOf(new Date(NOW.getTime() + apart), first.to - back);
        expect(next.from).toBeLessThanOrEqual(first.to - back);
      },
    );
    fc.assert(property);
  });

  it('is a segment an hour, every segment in turn', () => {
    const turns = Array.from({ length: 24 }, (_, hour) => segmentAt(new Date(NOW.getTime() + hour * HOUR), 24));
    expect(new Set(turns).size).toBe(24);
    expect(segmentAt(NOW, 1)).toBe(0);
  });

  it('is compared again by the next run when the bus was down', async () => {
    let down = true;
    const { relay, log } = world(() => (down ? 'retry' : 'published'));
    const progress = memoryProgress();
    const run = () => sweepOn(progress, NOW, { ledger: ReadableStream.from([[commitOf('a', 1)]]), log, relay });
    expect(await run()).toMatchObject({ waiting: 1 });
    expect(progress.to).toBeUndefined();
    down = false;
    expect(await run()).toMatchObject({ closed: 1, waiting: 0 });
    expect(progress.to).toBe(NOW.getTime() - HOUR);
  });

  it('looks a second time before it takes a commit for missing: the outbox may have it in its hands', async () => {
    const { relay, log, publish, sent } = world();
    const commit = commitOf('a', 1);
    const sleep = async (): Promise<void> => {
      await publish([commit]);
    };
    const ledger = ReadableStream.from([[commit]]);
    const swept = await sweepOn(memoryProgress(), NOW, { ledger, log, relay: { ...relay, sleep } });
    expect(swept).toMatchObject({ fates: { published: 1, missing: 0 }, closed: 0 });
    expect(sent).toHaveLength(1);
  });
});
