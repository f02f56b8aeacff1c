import { laidAside } from './laid-aside.ts';
import type { Column, Role } from './roles.ts';
import type { Station, Stations } from './stations.ts';

/** Where a station stands: a column, and rows from the first to the last. */
export interface Cell {
  readonly station: Station;
  readonly column: Column;
  readonly isLedger: boolean;
  readonly first: number;
  readonly last: number;
}

/** The stations by column and row, and from which row on they are beside the way. */
export interface Rows {
  readonly cells: readonly Cell[];
  /** Into what falls, by the station that it falls out of. */
  readonly fallen: ReadonlyMap<string, readonly Station[]>;
  readonly besideFrom: number;
}

type Roles = ReadonlyMap<string, Role>;

/** What was laid aside stands below the station that it falls out of. */
const fallenOf = ({ stations, edges }: Stations): ReadonlyMap<string, readonly Station[]> => {
  const aside = laidAside({ nodes: stations, edges });
  const hosts = new Map<string, Station[]>();
  for (const station of stations) {
    if (!aside.has(station.id)) continue;
    const host = edges.find(({ to, kind }) => to === station.id && (kind === 'fails-to' || kind === 'writes'))?.from;
    if (host !== undefined) hosts.set(host, [...(hosts.get(host) ?? []), station]);
  }
  return hosts;
};

/** The nearest row that is free, and takes it. */
const nearestFree = (taken: Set<number>, wanted: number, from = 0): number => {
  for (let away = 0; ; away += 1)
    for (const row of [wanted - away, wanted + away])
      if (row >= from && !taken.has(row)) {
        taken.add(row);
        return row;
      }
};

/** Handlers in the order of their rows: who is fed by another handler comes after it, who is fed by a table at the end. */
const handlersInOrder = ({ stations, edges }: Stations, handlers: readonly Station[]): readonly Station[] => {
  const into = (id: string, ...kinds: readonly string[]) =>
    edges.filter(({ to, kind }) => to === id && kinds.includes(kind)).map(({ from }) => from);
  const feedersOf = ({ id }: Station) => into(id, 'feeds');
  const kindOf = (id: string) => stations.find(station => station.id === id)?.kind;
  const ruled = handlers.filter(one => feedersOf(one).some(queue => into(queue, 'routes').length > 0));
  const streamed = handlers.filter(one => feedersOf(one).some(id => kindOf(id) === 'table'));
  const others = handlers.filter(one => !ruled.includes(one) && !streamed.includes(one));
  const order = [...ruled];
  for (const one of others) {
    const writers = feedersOf(one).flatMap(queue => into(queue, 'writes'));
    const at = order.findIndex(({ id }) => writers.includes(id));
    order.splice(at < 0 ? order.length : at + 1, 0, one);
  }
  return [...order, ...streamed];
};

/** Gives every station of one half, on the way or beside it, its rows. */
const place = (all: Stations, own: readonly Station[], roles: Roles, start: number): readonly Cell[] => {
  const { edges } = all;
  const rows = new Map<string, readonly [number, number]>();
  const of = (column: Column) => own.filter(({ id }) => roles.get(id)?.column === column);
  const put = (id: string, row: number) => rows.set(id, [row, row]);
  const rowsOf = (ids: readonly string[]) => ids.flatMap(id => rows.get(id)?.[0] ?? []);
  const near = (id: string, end: 'from' | 'to'): readonly number[] =>
    rowsOf(edges.filter(edge => edge[end] === id).map(edge => edge[end === 'from' ? 'to' : 'from']));
  const handlers = handlersInOrder(all, of('handlers'));
  for (const [index, { id }] of handlers.entries()) put(id, start + index);
  /** Each as near as can be to those that it leads to, or that lead to it. */
  const beside = (column: Column, end: 'from' | 'to', otherwise: number): void => {
    const taken = new Set<number>();
    const wish = ({ id }: Station): readonly number[] => near(id, end);
    // Who has one neighbour comes before who has many and could be anywhere.
    for (const station of of(column).toSorted((a, b) => wish(a).length - wish(b).length)) {
      const wishes = wish(station).toSorted((a, b) => a - b);
      const [row = otherwise] = end === 'from' ? wishes : [wishes[Math.floor(wishes.length / 2)] ?? otherwise];
      put(station.id, nearestFree(taken, row, start));
    }
  };
  beside('queues', 'from', start);
  beside('rules', 'from', start);
  for (const { id } of of('bus')) {
    const own = near(id, 'from');
    rows.set(id, own.length === 0 ? [start, start] : [Math.min(...own), Math.max(...own)]);
  }
  const [top = start, bottom = start] = of('bus').flatMap(({ id }) => rows.get(id) ?? []);
  const spine = Math.floor((top + bottom) / 2);
  /** First what the way begins with: who answers most, and the ledger before what is kept beside it. */
  const weight = ({ id, nodes: [node] }: Station): number =>
    (node.routes?.length ?? 0) + Number(roles.get(id)?.isLedger);
  for (const column of ['outbox', 'ledger', 'commands'] as const)
    for (const [index, { id }] of of(column)
      .toSorted((a, b) => weight(b) - weight(a))
      .entries())
      put(id, spine + index);
  beside('asks', 'from', spine);
  beside('models', 'to', start);
  return own.map(station => {
    const [first, last] = rows.get(station.id) ?? [start, start];
    const { column = 'models', isLedger = false } = roles.get(station.id) ?? {};
    return { station, column, isLedger, first, last };
  });
};

/** Gives every station a column and rows: what is on the way of a fact above, the rest below. */
export const rowsOf = (all: Stations, roles: Roles): Rows => {
  const fallen = fallenOf(all);
  const below = new Set([...fallen.values()].flat());
  const standing = all.stations.filter(station => !below.has(station));
  const isOnTheWay = ({ id }: Station) => roles.get(id)?.onTheWay === true;
  const way = place(all, standing.filter(isOnTheWay), roles, 0);
  const besideFrom = Math.max(-1, ...way.map(({ last }) => last)) + 1;
  const rest = place(
    all,
    standing.filter(station => !isOnTheWay(station)),
    roles,
    besideFrom,
  );
  return { cells: [...way, ...rest], fallen, besideFrom };
};
