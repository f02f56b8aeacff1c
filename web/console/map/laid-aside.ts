import type { MapEdge, MapNode } from '../../../client/system-map.ts';

/** Ids of what lies there until somebody looks: dead letters, and queues that nobody takes from. */
export const laidAside = ({
  nodes,
  edges,
}: {
  readonly nodes: readonly Pick<MapNode, 'id' | 'kind'>[];
  readonly edges: readonly MapEdge[];
}): ReadonlySet<string> => {
  const taken = new Set(edges.flatMap(({ from, kind }) => (kind === 'feeds' ? [from] : [])));
  const lies = ({ id, kind }: Pick<MapNode, 'id' | 'kind'>): boolean =>
    kind === 'dead-letters' || (kind === 'queue' && !taken.has(id));
  return new Set(nodes.filter(lies).map(({ id }) => id));
};
