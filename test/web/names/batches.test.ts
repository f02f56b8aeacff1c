import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inBatches } from '../../../web/names/batches.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reader of our own, that notes what was asked at once and how many requests there were at a time. */
const reader = () => {
  const asked: (readonly string[])[] = [];
  let [running, most] = [0, 0];
  const load = inBatches(async ids => {
    asked.push(ids);
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => setTimeout(resolve, 5));
    running -= 1;
    if (ids.includes('broken')) throw new Error('down');
    return new Map(ids.filter(id => !id.endsWith('0')).map(id => [id, `Name of ${id}`]));
  });
  return { load, asked, most: () => most };
};

describe('names that are read together', () => {
  it('make one request, each id once; who has none gets null', async () => {
    const { load, asked } = reader();
    const names = Promise.all(['a1', 'b0', 'a1'].map(load));
    await vi.runAllTimersAsync();
    expect([await names, asked]).toEqual([['Name of a1', null, 'Name of a1'], [['a1', 'b0']]]);
  });

  it('fail together, and others do not', async () => {
    const { load, asked } = reader();
    const failing = Promise.allSettled(['a1', 'broken'].map(load));
    await vi.runAllTimersAsync();
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = load('a1');
    await vi.runAllTimersAsync();
    expect([await again, asked.length]).toEqual(['Name of a1', 2]);
  });

  it('are all answered, in requests that the API takes, four at a time', async () => {
    const id = fc.tuple(fc.nat(99_999), fc.constantFrom(1, 36, 100)).map(([n, length]) => `${n}`.padStart(length, 'p'));
    const waves = fc.array(fc.array(id, { maxLength: 400 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(waves, async all => {
        const { load, asked, most } = reader();
        const answers = all.map(async (ids, index) => {
          await new Promise(resolve => setTimeout(resolve, index * 7));
          return Promise.all(ids.map(async one => [one, await load(one)] as const));
        });
        await vi.runAllTimersAsync();
        for (const [one, name] of (await Promise.all(answers)).flat())
          expect(name).toBe(one.endsWith('0') ? null : `Name of ${one}`);
        for (const ids of asked) expect([ids.length <= 100, ids.join().length <= 4000]).toEqual([true, true]);
        expect(most()).toBeLessThanOrEqual(4);
      }),
      { numRuns: 25, examples: [[[Array.from({ length: 1000 }, (_, n) => `p-${n}`)]]] },
    );
  });
});
