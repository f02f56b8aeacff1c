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
  /** Its logical id. */
  readonly id: string;
  readonly kind: MapNodeKind;
  readonly name: string;
  /** The handler that it is, or that it belongs to, by the name of its folder. */
  readonly handler?: string;
  /** Of a rule: what it takes from the bus. */
  readonly pattern?: unknown;
  /** Of a schedule. */
  readonly expression?: string;
  /** Of a function behind the API. */
  readonly routes?: readonly string[];
}

/** How one resource has to do with another. */
export type MapEdgeKind =
  /** A request, a schedule or a sign-in starts a function. */
  | 'starts'
  /** A bus gives a rule its events, and the rule a queue what it takes. */
  | 'routes'
  /** A queue or a stream feeds a function. */
  | 'feeds'
  | 'reads'
  | 'writes'
  | 'publishes'
  /** Where what fails goes. */
  | 'fails-to';

/** From where to where, by logical ids. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: MapEdgeKind;
}

/** What a deployment says of itself at `/map.json`: rules, queues, handlers and tables, as its template has them. */
export interface SystemMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}
