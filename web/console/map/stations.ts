import type { MapEdge, MapNode, SystemMap } from '../../../client/system-map.ts';

/** What has one place in the picture: a resource, or all rules that put events into the same queue. */
export interface Station {
  readonly id: string;
  readonly kind: MapNode['kind'];
  /** The resources that it is; more than one of rules only. */
  readonly nodes: readonly [MapNode, ...MapNode[]];
}

/** The map as the picture has it. */
export interface Stations {
  readonly stations: readonly Station[];
  readonly edges: readonly MapEdge[];
}

/** Where a rule leads: rules of the same bus and the same targets are one station. */
const keyOf = ({ edges }: SystemMap, { id, kind }: MapNode): string => {
  if (kind !== 'rule') return id;
  const ends = edges.flatMap(({ from, to }) => (from === id ? [`>${to}`] : to === id ? [`<${from}`] : []));
  return ends.length === 0 ? id : ends.sort().join(' ');
};

/** Gathers the rules of each queue, so that each handler is one row. The first rule's id is that of all. */
export const stationsOf = (map: SystemMap): Stations => {
  const gathered = new Map<string, [MapNode, ...MapNode[]]>();
  for (const node of map.nodes) {
    const key = keyOf(map, node);
    const known = gathered.get(key);
    if (known) known.push(node);
    else gathered.set(key, [node]);
  }
  const stations = [...gathered.values()].map((nodes): Station => ({ id: nodes[0].id, kind: nodes[0].kind, nodes }));
  const stationOf = new Map(stations.flatMap(({ id, nodes }) => nodes.map(node => [node.id, id] as const)));
  const edges = map.edges.flatMap(({ from, to, kind }): readonly MapEdge[] => {
    const [source, target] = [stationOf.get(from), stationOf.get(to)];
    return source === undefined || target === undefined ? [] : [{ from: source, to: target, kind }];
  });
  return { stations, edges: [...new Map(edges.map(edge => [`${edge.from} ${edge.kind} ${edge.to}`, edge])).values()] };
};
