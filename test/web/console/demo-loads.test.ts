import { expect, test } from 'vitest';
import type { SystemMap } from '../../../client/system-map.ts';
import { demoLoads, type Sample, withSample } from '../../../web/console/map/demo-loads.ts';
import { isTrouble } from '../../../web/console/map/says.ts';

const MAP: SystemMap = {
  nodes: [
    { id: 'queue', kind: 'queue', name: 'queue', handler: 'score' },
    { id: 'score', kind: 'function', name: 'score', handler: 'score' },
    { id: 'health', kind: 'function', name: 'health', handler: 'health' },
  ],
  edges: [],
};
const sample = (at: number, invocations: number, failures: number, waiting = 0): Sample => ({
  at,
  counts: { handlers: [{ handler: 'score', invocations, failures, waiting, deadLetters: 0 }] },
});

test('the demo’s handlers run so often a minute by the clock of who looks, whatever its own clock does', () => {
  const known = new Map([
    ['score', { perMinute: 0, meanMs: 4 }],
    ['queue', { waiting: 0, deadLetters: 3 }],
  ]);
  const loads = demoLoads(MAP, [sample(0, 100, 1), sample(6000, 112, 1, 7)], known);
  expect(Object.fromEntries(loads)).toEqual({
    score: { meanMs: 4, runsPerMinute: 120, errorRate: 0 },
    queue: { waiting: 7, deadLetters: 3 },
  });
});

test('a handler that fails is seen at once; before anything was counted twice nothing is said of it', () => {
  const failing = demoLoads(MAP, [sample(0, 100, 1), sample(1000, 104, 3)], new Map()).get('score');
  expect(failing).toMatchObject({ errorRate: 0.5 });
  expect(isTrouble(failing ?? {})).toBe(true);
  expect(demoLoads(MAP, [sample(0, 100, 50)], new Map()).get('score')).toEqual({ runsPerMinute: 0, errorRate: 0 });
  expect(demoLoads(MAP, [], new Map()).size).toBe(0);
});

test('what was long ago is forgotten', () => {
  const samples = [0, 4000, 8000, 12_000].reduce<readonly Sample[]>((all, at) => withSample(all, sample(at, 0, 0)), []);
  expect(samples.map(({ at }) => at)).toEqual([8000, 12_000]);
});
