import { expect, test, vi } from 'vitest';
import { arnOf, lambda, payloadOf, start } from './harness.ts';

const SLEEP = { do: 'sleep', ms: 150 };

test('an environment runs one invocation at a time; others are started while invocations wait, up to the cap', async () => {
  const { functions } = await start([lambda('probe', 'probe.ts')], { maxEnvironments: 2 });
  const results = Promise.all([1, 2, 3, 4].map(() => functions.invoke(arnOf('probe'), SLEEP)));
  expect(functions.inFlight).toBe(4);
  // Each environment counts its own, from one: two began, and how many each got depends on how fast the second did.
  const counts = (await results).map(payloadOf).sort();
  expect([
    [1, 1, 2, 2],
    [1, 1, 2, 3],
  ]).toContainEqual(counts);
  expect(functions.statistics.get('probe')?.environments).toBe(2);
});

test('reserved concurrency limits below the cap, and none switches the function off', async () => {
  const { functions } = await start([
    lambda('one', 'probe.ts', { ReservedConcurrentExecutions: 1 }),
    lambda('none', 'probe.ts', { ReservedConcurrentExecutions: 0 }),
  ]);
  const results = await Promise.all([1, 2, 3].map(() => functions.invoke(arnOf('one'), { do: 'sleep', ms: 50 })));
  expect(results.map(payloadOf)).toEqual([1, 2, 3]);
  expect(await functions.invoke(arnOf('none'), SLEEP)).toMatchObject({
    error: { errorType: 'TooManyRequestsException' },
  });
});

test('a function that fails is refused until it is mended; the others run', async () => {
  const { functions } = await start([lambda('probe', 'probe.ts'), lambda('other', 'probe.ts')]);
  const running = functions.invoke(arnOf('probe'), SLEEP);
  functions.fail('probe');
  functions.fail('unknown');
  expect(await functions.invoke(arnOf('probe'), SLEEP)).toMatchObject({
    status: 'crashed',
    error: { errorType: 'TooManyRequestsException' },
  });
  expect(await functions.invoke(arnOf('other'), SLEEP)).toMatchObject({ status: 'succeeded' });
  expect(await running).toMatchObject({ status: 'succeeded' });
  expect(functions.statistics.get('probe')).toMatchObject({ invocations: 2, failures: 1 });
  expect([...functions.failing]).toEqual(['probe']);
  functions.mend('probe');
  expect(await functions.invoke(arnOf('probe'), SLEEP)).toMatchObject({ status: 'succeeded' });
});

test('short invocations share one environment', async () => {
  const { functions } = await start([lambda('probe', 'probe.ts')], { scaleAfterMs: 5_000 });
  await Promise.all(Array.from({ length: 50 }, () => functions.invoke(arnOf('probe'), { do: 'nothing' })));
  expect(functions.statistics.get('probe')).toMatchObject({ invocations: 50, environments: 1 });
});

test('surplus environments end when idle; one stays', async () => {
  const { functions } = await start([lambda('probe', 'probe.ts')], {
    idleMs: 100,
    scaleAfterMs: 1,
    surplusEnvironments: 3,
  });
  const environments = () => functions.statistics.get('probe')?.environments;
  const working = Promise.all([1, 2, 3].map(() => functions.invoke(arnOf('probe'), { do: 'sleep', ms: 400 })));
  await expect.poll(environments, { timeout: 5_000, interval: 10 }).toBeGreaterThan(1);
  await working;
  await expect.poll(environments, { timeout: 5_000 }).toBe(1);
});

test('all functions share the surplus: the first environment of each is its own', async () => {
  const names = ['probe', 'other'];
  const { functions } = await start(
    names.map(name => lambda(name, 'probe.ts')),
    { scaleAfterMs: 1, surplusEnvironments: 1 },
  );
  const sleeps = names.flatMap(name => [1, 2, 3].map(() => functions.invoke(arnOf(name), { do: 'sleep', ms: 300 })));
  await Promise.all(sleeps);
  const environments = names.map(name => functions.statistics.get(name)?.environments ?? 0);
  expect(environments.toSorted()).toEqual([1, 2]);
});

test('close answers what runs and what waits, and refuses what comes later', async () => {
  const { functions } = await start([lambda('probe', 'probe.ts')], { maxEnvironments: 1 });
  await functions.invoke(arnOf('probe'), { do: 'nothing' });
  const pending = Promise.all([1, 2].map(() => functions.invoke(arnOf('probe'), { do: 'sleep', ms: 60_000 })));
  await functions.close();
  expect(await pending).toMatchObject([{ status: 'crashed' }, { status: 'crashed' }]);
  expect(await functions.invoke(arnOf('probe'), SLEEP)).toMatchObject({ status: 'crashed' });
  expect(functions.inFlight).toBe(0);
});

test('more functions than the machine keeps: the one idle longest ends for another, and comes back when it is needed', async () => {
  const names = ['first', 'second', 'third'];
  const { functions } = await start(
    names.map(name => lambda(name, 'probe.ts')),
    { keptEnvironments: 2, restMs: 0 },
  );
  const environments = () => names.map(name => functions.statistics.get(name)?.environments);
  for (const name of names) payloadOf(await functions.invoke(arnOf(name), { do: 'nothing' }));
  expect(environments()).toEqual([0, 1, 1]);
  payloadOf(await functions.invoke(arnOf('first'), { do: 'nothing' }));
  expect(environments()).toEqual([1, 0, 1]);
});

test('what worked a moment ago does not end for another', async () => {
  const names = ['first', 'second'];
  const { functions } = await start(
    names.map(name => lambda(name, 'probe.ts')),
    { keptEnvironments: 1, restMs: 60_000 },
  );
  for (const name of names) payloadOf(await functions.invoke(arnOf(name), { do: 'nothing' }));
  expect(names.map(name => functions.statistics.get(name)?.environments)).toEqual([1, 1]);
});

test('one more than are kept ends when it has rested, though no other starts', async () => {
  const names = ['first', 'second'];
  const { functions } = await start(
    names.map(name => lambda(name, 'probe.ts')),
    { keptEnvironments: 1, restMs: 300 },
  );
  const environments = () => names.map(name => functions.statistics.get(name)?.environments);
  for (const name of names) payloadOf(await functions.invoke(arnOf(name), { do: 'nothing' }));
  expect(environments()).toEqual([1, 1]);
  await vi.waitFor(() => expect(environments()).toEqual([0, 1]), { timeout: 5000, interval: 20 });
});
