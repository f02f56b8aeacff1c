import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, UNREADABLE } from '../../shared/application/publications.ts';
import { sweep } from '../../shared/application/sweep.ts';
import { memoryPublications } from '../support/memory-publications.ts';
import { commitOf, EVER, hoursAgo, unreadable, world } from './sweep-world.ts';

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
