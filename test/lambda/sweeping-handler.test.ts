import './environment.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Swept } from '../../shared/application/sweep.ts';
import { sweepingHandler } from '../../shared/lambda/sweeping-handler.ts';
import { captureOutput, contextWith } from './support.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const invoke = async (found: Partial<Swept['fates']>, did: Partial<Swept> = {}): Promise<void> => {
  const fates = { published: 7, quarantined: 1, missing: 0, young: 5, old: 9, ...found };
  await sweepingHandler(async () => ({ fates, closed: 0, waiting: 0, first: [], ...did }))({}, contextWith());
};
const metricsOf = () =>
  output.metrics().map(({ compared, storedNotPublished, closed }) => ({ compared, storedNotPublished, closed }));

test('counts what it compared, and says nothing when all is published', async () => {
  await invoke({});
  expect(metricsOf()).toEqual([{ compared: 8, storedNotPublished: 0, closed: 0 }]);
  expect(output.logs()).toEqual([]);
});

test('raises the alarm for what was missing, also when it is published now, and names it', async () => {
  await invoke({ missing: 2 }, { closed: 2, first: ['acme#a a:1', 'acme#a a:2'] });
  expect(metricsOf()).toEqual([{ compared: 10, storedNotPublished: 2, closed: 2 }]);
  expect(output.logs()).toMatchObject([
    { level: 'ERROR', message: 'commits were stored and not published', count: 2, first: ['acme#a a:1', 'acme#a a:2'] },
  ]);
});

test('fails when the bus takes nothing, after it has counted', async () => {
  await expect(invoke({ missing: 2 }, { waiting: 2 })).rejects.toThrow('2 commits could not be published');
  expect(metricsOf()).toEqual([{ compared: 10, storedNotPublished: 2, closed: 0 }]);
});

test('fails when the sweep does', async () => {
  const broken = sweepingHandler(() => Promise.reject(new Error('no table')));
  await expect(broken({}, contextWith())).rejects.toThrow('no table');
  expect(output.logs()).toMatchObject([{ level: 'ERROR', message: 'sweeping failed' }]);
});
