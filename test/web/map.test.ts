import { expect, test } from 'vitest';
import type { EventsHealth, HandlerHealth } from '../../web/console/api-types.ts';
import { layoutOf, stepFrom } from '../../web/console/map/layout.ts';
import { loadsOf } from '../../web/console/map/load.ts';
import { neighboursOf, type SystemMap, shownMap } from '../../web/console/map/system-map.ts';

/** A fact's way in small: what is written comes back to the table that it came from. */
const MAP: SystemMap = {
  nodes: [
    { id: 'Events', kind: 'table', name: 'Events' },
    { id: 'publish', kind: 'function', name: 'publish', handler: 'publish' },
    { id: 'Bus', kind: 'bus', name: 'Bus' },
    { id: 'rule', kind: 'rule', name: 'rule', handler: 'score' },
    { id: 'queue', kind: 'queue', name: 'queue', handler: 'score' },
    { id: 'dead', kind: 'dead-letters', name: 'dead', handler: 'score' },
    { id: 'undelivered', kind: 'dead-letters', name: 'undelivered', handler: 'score' },
    { id: 'score', kind: 'function', name: 'score', handler: 'score' },
    { id: 'Scores', kind: 'table', name: 'Scores' },
  ],
  edges: [
    { from: 'Events', to: 'publish', kind: 'feeds' },
    { from: 'publish', to: 'Bus', kind: 'publishes' },
    { from: 'Bus', to: 'rule', kind: 'routes' },
    { from: 'rule', to: 'queue', kind: 'routes' },
    { from: 'rule', to: 'undelivered', kind: 'fails-to' },
    { from: 'queue', to: 'score', kind: 'feeds' },
    { from: 'queue', to: 'dead', kind: 'fails-to' },
    { from: 'score', to: 'Events', kind: 'reads' },
    { from: 'score', to: 'Events', kind: 'writes' },
    { from: 'score', to: 'Scores', kind: 'writes' },
  ],
};

test('the map goes from left to right, although handlers write to where facts come from', () => {
  const { nodes, lines } = layoutOf(shownMap(MAP, { reads: true, failures: false }));
  const placed = new Map(nodes.map(({ node, x }) => [node.id, x]));
  const way = ['Events', 'publish', 'Bus', 'rule', 'queue', 'score', 'Scores'].map(id => placed.get(id) ?? 0);
  expect(way).toEqual(way.toSorted((a, b) => a - b));
  const back = lines.find(({ edge }) => edge.to === 'Events' && edge.kind === 'writes')?.points ?? [];
  expect(back.at(0)?.x).toBeGreaterThan(back.at(-1)?.x ?? Number.POSITIVE_INFINITY);
});

test('reads and failures are shown when they are wanted, and no node that nothing leads to', () => {
  const little = shownMap(MAP, { reads: false, failures: false });
  expect(little.nodes.map(({ id }) => id)).not.toContain('dead');
  expect(little.edges.map(({ kind }) => kind)).not.toContain('reads');
  expect(shownMap(MAP, { reads: true, failures: true })).toEqual(MAP);
});

test('arrow keys lead to the nearest node in their direction, and stop at the edge', () => {
  const { nodes } = layoutOf(shownMap(MAP, { reads: false, failures: true }));
  const step = (from: string, key: 'ArrowRight' | 'ArrowLeft') => stepFrom(nodes, from, key)?.node.id;
  expect([step('Events', 'ArrowRight'), step('publish', 'ArrowRight'), step('publish', 'ArrowLeft')]).toEqual([
    'publish',
    'Bus',
    'Events',
  ]);
  expect(step('Events', 'ArrowLeft')).toBeUndefined();
});

test('a node knows what leads to it and where it leads', () => {
  const { into, out } = neighboursOf(MAP, 'queue');
  const said = (neighbours: typeof into) => neighbours.map(({ node, kind }) => `${kind} ${node.id}`);
  expect([said(into), said(out)]).toEqual([['routes rule'], ['feeds score', 'fails-to dead']]);
});

test('what happens is joined by the handler: rates at its function, messages at its queues', () => {
  const score = {
    handler: 'score',
    lastFiveMinutes: { eventsPerSecond: 0.5, errorRate: 0.1, meanMs: 12 },
    queues: {
      events: { waiting: 7, inFlight: 2 },
      deadLetters: { waiting: 3, inFlight: 0 },
      undelivered: { waiting: 1, inFlight: 0 },
    },
  } as HandlerHealth;
  const loads = loadsOf(MAP, { handlers: [score] } as unknown as EventsHealth);
  expect(Object.fromEntries(loads)).toEqual({
    score: { perMinute: 30, errorRate: 0.1, meanMs: 12 },
    queue: { waiting: 7, inFlight: 2, deadLetters: 4 },
    dead: { deadLetters: 3 },
    undelivered: { deadLetters: 1 },
  });
  expect(loadsOf(MAP, undefined).size).toBe(0);
});
