import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MapNode, SystemMap } from '../../client/system-map.ts';
import type { EventsHealth, HandlerHealth } from '../../web/console/api-types.ts';
import { layoutOf } from '../../web/console/map/layout.ts';
import { loadsOf } from '../../web/console/map/load.ts';
import { neighboursOf } from '../../web/console/map/neighbours.ts';
import { shownMap } from '../../web/console/map/shown-map.ts';
import { type Direction, stepFrom } from '../../web/console/map/steps.ts';
import { crossingsOf, overlapsOf } from './console/crossings.ts';

/** A fact's way in small: what is written comes back to the table that it came from. */
const MAP: SystemMap = {
  nodes: [
    { id: 'Api', kind: 'api', name: 'Api' },
    { id: 'command', kind: 'function', name: 'command', handler: 'command' },
    { id: 'query', kind: 'function', name: 'query', handler: 'query' },
    { id: 'Events', kind: 'table', name: 'Events' },
    { id: 'publish', kind: 'function', name: 'publish', handler: 'publish' },
    { id: 'Bus', kind: 'bus', name: 'Bus' },
    { id: 'rule', kind: 'rule', name: 'rule', handler: 'score' },
    { id: 'rule2', kind: 'rule', name: 'rule 2', handler: 'score' },
    { id: 'queue', kind: 'queue', name: 'queue', handler: 'score' },
    { id: 'dead', kind: 'dead-letters', name: 'dead', handler: 'score' },
    { id: 'undelivered', kind: 'dead-letters', name: 'undelivered', handler: 'score' },
    { id: 'score', kind: 'function', name: 'score', handler: 'score' },
    { id: 'Scores', kind: 'table', name: 'Scores' },
  ],
  edges: [
    { from: 'Api', to: 'command', kind: 'starts' },
    { from: 'Api', to: 'query', kind: 'starts' },
    { from: 'command', to: 'Events', kind: 'writes' },
    { from: 'query', to: 'Scores', kind: 'reads' },
    { from: 'Events', to: 'publish', kind: 'feeds' },
    { from: 'publish', to: 'Bus', kind: 'publishes' },
    { from: 'Bus', to: 'rule', kind: 'routes' },
    { from: 'rule', to: 'queue', kind: 'routes' },
    { from: 'Bus', to: 'rule2', kind: 'routes' },
    { from: 'rule2', to: 'queue', kind: 'routes' },
    { from: 'rule', to: 'undelivered', kind: 'fails-to' },
    { from: 'rule2', to: 'undelivered', kind: 'fails-to' },
    { from: 'queue', to: 'score', kind: 'feeds' },
    { from: 'queue', to: 'dead', kind: 'fails-to' },
    { from: 'score', to: 'Events', kind: 'reads' },
    { from: 'score', to: 'Events', kind: 'writes' },
    { from: 'score', to: 'Scores', kind: 'writes' },
  ],
};

const ALL = { reads: true, failures: true, rest: true };
const WAY = { reads: false, failures: false, rest: false };
const placedOf = (map: SystemMap, id: string) => {
  const found = layoutOf(map).placed.find(({ station }) => station.nodes.some(node => node.id === id));
  if (!found) throw new Error(`${id} is not in the picture`);
  return found;
};

test('a fact goes from left to right, column by column, although handlers write to where it came from', () => {
  const way = ['Api', 'command', 'Events', 'publish', 'Bus', 'rule', 'queue', 'score', 'Scores'];
  const lefts = way.map(id => placedOf(MAP, id).left);
  expect(lefts).toEqual([...new Set(lefts)].sort((a, b) => a - b));
  const back = layoutOf(MAP).lines.find(({ edge }) => edge.from === 'score' && edge.to === 'Events');
  expect(back?.points.at(0)?.x).toBeGreaterThan(back?.points.at(-1)?.x ?? Number.POSITIVE_INFINITY);
});

test('a handler is one straight row: its rules as one, its queue, itself, and what it writes', () => {
  const { placed, lines } = layoutOf(shownMap(MAP, WAY));
  const row = ['rule', 'queue', 'score', 'Scores'].map(id => placedOf(shownMap(MAP, WAY), id));
  expect(new Set(row.map(({ top, bottom }) => top + bottom)).size).toBe(1);
  expect(placed.flatMap(({ station }) => (station.kind === 'rule' ? [station.nodes.map(({ id }) => id)] : []))).toEqual(
    [['rule', 'rule2']],
  );
  expect(lines.find(({ edge }) => edge.from === 'queue')?.points).toHaveLength(2);
});

test('facts go along lines out of the ledger and into it, and along no other', () => {
  const facts = layoutOf(MAP).lines.flatMap(({ edge, hasFacts }) => (hasFacts ? [`${edge.from} ${edge.to}`] : []));
  expect(facts.sort()).toEqual(
    ['Bus rule', 'Events publish', 'command Events', 'publish Bus', 'queue score', 'rule queue', 'score Events'].sort(),
  );
});

test('reads, failures and what is beside the way are shown when they are wanted', () => {
  const little = shownMap(MAP, WAY);
  expect(little.nodes.map(({ id }) => id)).toEqual(
    MAP.nodes.map(({ id }) => id).filter(id => !['dead', 'undelivered', 'query', 'aside'].includes(id)),
  );
  expect(little.edges.map(({ kind }) => kind)).not.toContain('reads');
  expect(shownMap(MAP, ALL)).toEqual(MAP);
  // What is beside the way stands below all that is on it.
  const { placed, besideTop = 0 } = layoutOf(MAP);
  const below = placed.flatMap(({ station, top }) => (top >= besideTop ? [station.id] : []));
  expect(below).toEqual(['query']);
});

test('what fails lies below what it fell out of', () => {
  const [queue, dead, rule, undelivered] = ['queue', 'dead', 'rule', 'undelivered'].map(id => placedOf(MAP, id));
  expect([dead?.left, undelivered?.left]).toEqual([queue?.left, rule?.left]);
  expect(dead?.top).toBeGreaterThan(queue?.bottom ?? Number.POSITIVE_INFINITY);
});

const KINDS = ['api', 'schedule', 'rule', 'queue', 'dead-letters', 'function', 'table', 'bucket'] as const;
const EDGES = ['starts', 'routes', 'feeds', 'reads', 'writes', 'publishes', 'fails-to'] as const;
const anyMap = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 24 })
  .chain(kinds => {
    const nodes = kinds.map((kind, index): MapNode => ({ id: `n${index}`, kind, name: `n${index}` }));
    const node = fc.constantFrom(...nodes.map(({ id }) => id));
    const edge = fc.record({ from: node, to: node, kind: fc.constantFrom(...EDGES) });
    return fc.array(edge, { maxLength: 40 }).map((edges): SystemMap => ({ nodes, edges: [...MAP.edges, ...edges] }));
  })
  .map(({ nodes, edges }): SystemMap => ({ nodes: [...MAP.nodes, ...nodes], edges }));

test('of any map, no line goes over a station, and no station stands upon another', () => {
  fc.assert(
    fc.property(anyMap, map => {
      const layout = layoutOf(map);
      expect([...crossingsOf(layout), ...overlapsOf(layout)]).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('arrow keys lead to the nearest node in their direction, and stop at the edge', () => {
  const { placed } = layoutOf(shownMap(MAP, { ...WAY, failures: true }));
  const step = (from: string, key: Direction) => stepFrom(placed, from, key)?.station.id;
  expect([step('Events', 'ArrowRight'), step('publish', 'ArrowRight'), step('Bus', 'ArrowRight')]).toEqual([
    'publish',
    'Bus',
    'rule',
  ]);
  expect([step('queue', 'ArrowDown'), step('dead', 'ArrowUp'), step('publish', 'ArrowLeft')]).toEqual([
    'dead',
    'queue',
    'Events',
  ]);
  expect([step('Api', 'ArrowLeft'), step('Scores', 'ArrowRight')]).toEqual([undefined, undefined]);
});

test('a node knows what leads to it and where it leads', () => {
  const { into, out } = neighboursOf(MAP, ['queue']);
  const said = (neighbours: typeof into) => neighbours.map(({ node, kind }) => `${kind} ${node.id}`);
  expect([said(into), said(out)]).toEqual([
    ['routes rule', 'routes rule2'],
    ['feeds score', 'fails-to dead'],
  ]);
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
