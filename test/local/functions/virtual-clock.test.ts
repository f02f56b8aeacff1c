import { expect, test } from 'vitest';
import { arnOf, lambda, payloadOf, start } from './harness.ts';

test('functions see the machine’s clock at once, in running environments too, and in UTC', async () => {
  const { functions, clock } = await start([lambda('probe', 'probe.ts')]);
  const instant = Date.UTC(2024, 4, 19, 15);
  const ask = async () => payloadOf(await functions.invoke(arnOf('probe'), { do: 'dates' })) as { now: number };

  expect(Math.abs((await ask()).now - Date.now())).toBeLessThan(5_000);

  clock.set(new Date(instant));
  expect(await ask()).toEqual({
    now: instant,
    iso: '2024-05-19T15:00:00.000Z',
    asFunction: 'Sun May 19 2024 15:00:00 GMT+0000 (Coordinated Universal Time)',
    local: 'Sun May 19 2024 15:00:00 GMT+0000 (Coordinated Universal Time)',
    subclass: instant + 1,
    subclassInstance: true,
    isDate: true,
    constructor: true,
    explicit: '1970-01-02T00:00:00.000Z',
    parts: '2024-01-02T03:00:00.000Z',
    utc: Date.UTC(2024, 0, 1),
    parsed: Date.UTC(2024, 0, 1),
    elapsed: true,
  });

  clock.release();
  expect(Math.abs((await ask()).now - Date.now())).toBeLessThan(5_000);
});

test('timeouts and the remaining time are real, whatever the clock shows', async () => {
  const { functions, clock } = await start([lambda('probe', 'probe.ts', { Timeout: 3 })]);
  clock.set(new Date('2050-01-01T00:00:00Z'));
  const context = payloadOf(await functions.invoke(arnOf('probe'), { do: 'context' })) as { remaining: number };
  expect(context.remaining).toBeGreaterThan(1_000);
  expect(payloadOf(await functions.invoke(arnOf('probe'), { do: 'sleep', ms: 20 }))).toBe(2);
});
