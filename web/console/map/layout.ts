import { Graph, layout } from '@dagrejs/dagre';
import type { MapEdge, MapNode, SystemMap } from './system-map.ts';

/** Pixels of a node. */
export const NODE = { width: 216, height: 44 } as const;

export interface Placed {
  readonly node: MapNode;
  /** The middle. */
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly edge: MapEdge;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** The map with a place for everything on it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Placed[];
  readonly lines: readonly Line[];
}

/** The lines along which facts go on: not where something is only kept. */
const waysOf = ({ nodes, edges }: SystemMap): readonly MapEdge[] => {
  const kept = new Set(nodes.flatMap(({ id, kind }) => (kind === 'table' || kind === 'bucket' ? [id] : [])));
  return edges.filter(({ to, kind }) => kind !== 'reads' && !(kind === 'writes' && kept.has(to)));
};

/** What lies behind a node, in the direction in which facts go. */
const behind = (ways: readonly MapEdge[], id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const look = (at: string): void => {
    for (const { from, to } of ways)
      if (from === at && !found.has(to)) {
        found.add(to);
        look(to);
      }
  };
  look(id);
  return found;
};

/** Whether a function reads or writes what it is fed from: such a line goes back, and must not turn the map round. */
const goesBack = (ways: readonly MapEdge[], { from, to, kind }: MapEdge): boolean =>
  (kind === 'reads' || kind === 'writes') && behind(ways, to).has(from);

/** Places the map from left to right, in the direction in which facts go. */
export const layoutOf = (map: SystemMap): Layout => {
  const { nodes, edges } = map;
  const ways = waysOf(map);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 56, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...NODE });
  // What only looks on does not push others apart.
  const back = new Set(edges.filter(edge => goesBack(ways, edge)));
  for (const edge of edges) {
    const [from, to] = back.has(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    graph.setEdge(from, to, { weight: edge.kind === 'reads' ? 0 : 2 }, edge.kind);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map(node => {
      const { x = 0, y = 0 } = graph.node(node.id);
      return { node, x, y };
    }),
    lines: edges.map(edge => {
      if (!back.has(edge)) return { edge, points: graph.edge(edge.from, edge.to, edge.kind).points ?? [] };
      return { edge, points: (graph.edge(edge.to, edge.from, edge.kind).points ?? []).toReversed() };
    }),
  };
};

/** A direction in which one goes from node to node. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const isBeyond: Readonly<Record<Direction, (from: Placed, to: Placed) => boolean>> = {
  ArrowLeft: (from, to) => to.x < from.x - NODE.width / 2,
  ArrowRight: (from, to) => to.x > from.x + NODE.width / 2,
  ArrowUp: (from, to) => to.y < from.y && Math.abs(to.x - from.x) < NODE.width / 2,
  ArrowDown: (from, to) => to.y > from.y && Math.abs(to.x - from.x) < NODE.width / 2,
};

/** The node that an arrow key leads to: the nearest one in its direction; undefined at the edge of the map. */
export const stepFrom = (nodes: readonly Placed[], id: string, direction: Direction): Placed | undefined => {
  const from = nodes.find(({ node }) => node.id === id);
  if (!from) return nodes[0];
  const distance = ({ x, y }: Placed): number => Math.hypot(x - from.x, 1.5 * (y - from.y));
  return nodes
    .filter(to => isBeyond[direction](from, to))
    .reduce<Placed | undefined>((best, to) => (best && distance(best) <= distance(to) ? best : to), undefined);
};
