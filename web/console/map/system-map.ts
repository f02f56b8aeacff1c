/** What is on the map of the system. */
export type MapNodeKind =
  | 'api'
  | 'users'
  | 'schedule'
  | 'bus'
  | 'rule'
  | 'queue'
  | 'dead-letters'
  | 'function'
  | 'table'
  | 'bucket'
  | 'channel';

/** A resource of the template. */
export interface MapNode {
  readonly id: string;
  readonly kind: MapNodeKind;
  readonly name: string;
  readonly handler?: string;
  readonly pattern?: unknown;
  readonly expression?: string;
  readonly routes?: readonly string[];
}

export type MapEdgeKind = 'starts' | 'routes' | 'feeds' | 'reads' | 'writes' | 'publishes' | 'fails-to';

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: MapEdgeKind;
}

/** What the deployment says of itself at `/map.json`, drawn from its template. */
export interface SystemMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** What of the map is shown. */
export interface MapView {
  /** Who reads which table. */
  readonly reads: boolean;
  /** Where what fails goes. */
  readonly failures: boolean;
  /** What is not on the way of a fact. */
  readonly rest: boolean;
}

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
