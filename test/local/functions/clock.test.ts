import { expect, test } from 'vitest';
import { machineClock } from '../../../local/clock.ts';

test('shows the real time until it is set, stands still then, and runs again once released', async () => {
  const clock = machineClock();
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);

  clock.set(new Date('2024-05-19T15:00:00Z'));
  await new Promise(resolve => setTimeout(resolve, 5));
  expect(clock.now().toISOString()).toBe('2024-05-19T15:00:00.000Z');
  expect(new Float64Array(clock.buffer)[0]).toBe(Date.UTC(2024, 4, 19, 15));

  clock.release();
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
});

test('is not released by an invalid date', () => {
  const clock = machineClock();
  clock.set(new Date(0));
  expect(() => clock.set(new Date('no date'))).toThrow(RangeError);
  expect(clock.now().getTime()).toBe(0);
});
