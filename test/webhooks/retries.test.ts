import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAttempt, retryAfterMs, WAITS } from '../../shared/application/webhooks/retries.ts';

const now = '2023-08-11T18:00:00.000Z';
const wait = (failures: number, random: number, retryAfter = 0): number | undefined => {
  const due = nextAttempt(failures, { now, random, retryAfterMs: retryAfter });
  return due === undefined ? undefined : Date.parse(due) - Date.parse(now);
};

test('attempts are made ten times, over three days', () => {
  const waits = Array.from({ length: 10 }, (_, index) => wait(index + 1, 0));
  expect(waits.map(ms => ms && ms / 1000)).toEqual([...WAITS, undefined]);
  expect(WAITS.reduce((sum, seconds) => sum + seconds, 0) / 86_400).toBeCloseTo(3.15, 1);
});

test('no wait is shorter than the schedule or than was asked for, nor longer than a day and its jitter', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(10 ** 9),
      (failures, random, asked) => {
        const ms = wait(failures, random, asked) ?? 0;
        expect(ms).toBeGreaterThanOrEqual((WAITS[failures - 1] ?? 0) * 1000);
        expect(ms).toBeGreaterThanOrEqual(Math.min(asked, 86_400_000));
        expect(ms).toBeLessThanOrEqual(86_400_000 * 1.1 + 1);
      },
    ),
  );
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 11 Aug 2023 18:01:00 GMT', 60_000],
  ['Fri, 11 Aug 2023 17:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  ['1e9', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j asks to wait %s ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
