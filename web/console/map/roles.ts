import type { MapEdge, MapNode, SystemMap } from '../../../client/system-map.ts';

/** The steps of a fact's way, from left to right. */
export const COLUMNS = [
  'asks',
  'commands',
  'ledger',
  'outbox',
  'bus',
  'rules',
  'queues',
  'handlers',
  'models',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a node is for the way of a fact. */
export interface Role {
  readonly column: Column;
  /** Whether facts come by; what does not is beside the way. */
  readonly onTheWay: boolean;
  /** Whether facts are written down in it. */
  readonly isLedger: boolean;
}

type Graph = Pick<SystemMap, 'nodes' | 'edges'>;
type Ids = ReadonlySet<string>;

const KEEPS: readonly MapNode['kind'][] = ['table', 'bucket', 'channel'];
const ASKS: readonly MapNode['kind'][] = ['api', 'users', 'schedule'];

/** What lies behind nodes in the direction in which facts go; tables are the end of it. */
const behind = ({ nodes, edges }: Graph, starts: Ids): Ids => {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const goesOn = ({ to, kind }: MapEdge): boolean =>
    ['feeds', 'publishes', 'routes'].includes(kind) || (kind === 'writes' && kinds.get(to) === 'queue');
  const found = new Set<string>();
  let latest = [...starts];
  while (latest.length > 0) {
    latest = edges.flatMap(edge =>
      goesOn(edge) && latest.includes(edge.from) && !found.has(edge.to) ? [edge.to] : [],
    );
    for (const id of latest) found.add(id);
  }
  return found;
};

/** Ids at one end of edges of a kind, of those whose other end is among some. */
const ends = ({ edges }: Graph, end: 'from' | 'to', kinds: readonly MapEdge['kind'][], others: Ids): Ids =>
  new Set(
    edges.flatMap(edge =>
      kinds.includes(edge.kind) && others.has(edge[end === 'from' ? 'to' : 'from']) ? [edge[end]] : [],
    ),
  );

const columnBeside = ({ kind }: MapNode, fed: boolean): Column => {
  if (ASKS.includes(kind)) return 'asks';
  if (KEEPS.includes(kind)) return 'models';
  if (kind === 'bus') return 'bus';
  if (kind === 'rule') return 'rules';
  if (kind === 'function') return fed ? 'handlers' : 'commands';
  return 'queues';
};

/**
 * What each node is for the way of a fact. It is found by what the template connects, not by names: the ledger is the table whose
 * stream feeds what publishes on a bus, and who writes to it without being told by a fact commands.
 */
export const rolesOf = (map: Graph): ReadonlyMap<string, Role> => {
  const ofKind = (...kinds: readonly MapNode['kind'][]): Ids =>
    new Set(map.nodes.flatMap(({ id, kind }) => (kinds.includes(kind) ? [id] : [])));
  const functions = ofKind('function');
  const publishing = ends(map, 'from', ['publishes'], ofKind('bus'));
  const outbox = ends(map, 'to', ['feeds'], ofKind('table')).intersection(publishing);
  const ledgers = ends(map, 'from', ['feeds'], outbox).intersection(ofKind('table'));
  const told = behind(map, ledgers);
  const commanders = ends(map, 'from', ['writes'], ledgers).intersection(functions).difference(told);
  const askers = ends(map, 'from', ['starts'], commanders);
  const models = ends(map, 'to', ['writes', 'publishes'], told.intersection(functions)).intersection(ofKind(...KEEPS));
  const kept = ends(map, 'to', ['writes'], commanders)
    .intersection(ofKind(...KEEPS))
    .difference(models);
  const fed = ends(map, 'to', ['feeds'], new Set(map.nodes.map(({ id }) => id)));
  const columnOf = (node: MapNode): Column => {
    if (ledgers.has(node.id) || kept.has(node.id)) return 'ledger';
    if (outbox.has(node.id)) return 'outbox';
    if (commanders.has(node.id)) return 'commands';
    return columnBeside(node, fed.has(node.id));
  };
  const way = [ledgers, told, commanders, askers, models, kept].reduce<Ids>((all, ids) => all.union(ids), new Set());
  const failing = ends(map, 'to', ['fails-to'], way);
  return new Map(
    map.nodes.map(node => {
      const { id } = node;
      const onTheWay = way.has(id) || failing.has(id);
      return [id, { column: columnOf(node), onTheWay, isLedger: ledgers.has(id) }] as const;
    }),
  );
};
