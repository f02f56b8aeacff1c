import type { MapEdgeKind, MapNode, SystemMap } from '../../../client/system-map.ts';

/** The nodes that some lead to and come from, each once with how. */
export const neighboursOf = (
  { nodes, edges }: SystemMap,
  ids: readonly string[],
): { readonly into: readonly Neighbour[]; readonly out: readonly Neighbour[] } => {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const of = (own: 'from' | 'to', other: 'from' | 'to'): readonly Neighbour[] => {
    const found = edges.flatMap(edge => {
      const node = ids.includes(edge[own]) ? byId.get(edge[other]) : undefined;
      return node ? [{ node, kind: edge.kind }] : [];
    });
    return [...new Map(found.map(one => [`${one.node.id} ${one.kind}`, one])).values()];
  };
  return { into: of('to', 'from'), out: of('from', 'to') };
};

export interface Neighbour {
  readonly node: MapNode;
  readonly kind: MapEdgeKind;
}
