import type { MapEdge, MapNode, SystemMap } from '../../client/system-map.ts';
import { edgesOf } from './edges.ts';
import { nodesOf } from './nodes.ts';
import type { Resources } from './resources.ts';

/** Kinds that belong to one handler: what is before a function, and what falls out of it. */
const BELONGING: readonly MapNode['kind'][] = ['rule', 'schedule', 'queue', 'dead-letters'];
/** The ways along which a resource and its handler are found. */
const ON_THE_WAY: readonly MapEdge['kind'][] = ['routes', 'feeds', 'starts', 'fails-to'];

/** The handlers next to a node, over edges of its own kind of way. */
const withHandlers = (nodes: readonly MapNode[], edges: readonly MapEdge[]): readonly MapNode[] => {
  const known = new Map(nodes.flatMap(({ id, handler }) => (handler === undefined ? [] : [[id, handler] as const])));
  const belonging = nodes.filter(({ kind }) => BELONGING.includes(kind));
  // From the function to its queue, from there to rules and dead letters: three steps at most.
  for (let step = 0; step < 3; step += 1)
    for (const { id } of belonging)
      for (const { from, to, kind } of edges) {
        if (known.has(id) || !ON_THE_WAY.includes(kind) || (from !== id && to !== id)) continue;
        const handler = known.get(from === id ? to : from);
        if (handler !== undefined) known.set(id, handler);
      }
  return nodes.map(node => {
    const handler = known.get(node.id);
    return handler === undefined ? node : { ...node, handler };
  });
};

/** The map of the system: drawn from the resources of its template, so that it cannot show what is not there. */
export const drawMap = (resources: Resources): SystemMap => {
  const nodes = nodesOf(resources);
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = edgesOf(resources).filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { nodes: withHandlers(nodes, edges), edges };
};
