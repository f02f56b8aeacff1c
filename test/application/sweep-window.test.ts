import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fateOf, segmentAt, sweepOn, windowOf } from '../../shared/application/sweep.ts';
import { memoryProgress } from '../support/memory-publications.ts';
import { commitOf, HOUR, NOW, world } from './sweep-world.ts';

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
