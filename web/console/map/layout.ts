import type { MapEdge, SystemMap } from '../../../client/system-map.ts';
import { type Placed, type Places, placesOf } from './places.ts';
import { COLUMNS, rolesOf } from './roles.ts';
import { type Corner, type Grid, gridAround, type Point, type Port, routeOf } from './route.ts';
import { rowsOf } from './rows.ts';
import { stationsOf } from './stations.ts';

/** A line from one station to another. */
export interface Line {
  readonly edge: MapEdge;
  /** Whether facts go along it. */
  readonly hasFacts: boolean;
  readonly points: readonly Point[];
}

/** The map with a place for everything on it. */
export interface Layout extends Omit<Places, 'gaps' | 'lanes'> {
  readonly lines: readonly Line[];
}

interface Way {
  readonly edge: MapEdge;
  readonly from: Placed;
  readonly to: Placed;
  readonly corners: readonly Corner[];
}

/** How far from the middle of a station the lines begin and end that do not go straight on. */
const ASIDE = 9;

const middle = ({ top, bottom }: { readonly top: number; readonly bottom: number }): number => (top + bottom) / 2;
const between = ([from, to]: readonly [number, number], share: number): number => from + (to - from) * share;

/** Lines that go together: all that one station starts, or all that come to one. */
const netOf = ({ from, to, kind }: MapEdge): string =>
  kind === 'starts' || kind === 'routes' || kind === 'feeds' ? `from ${from}` : `to ${to}`;

const gridOf = ({ gaps, lanes, placed }: Places): Grid & { readonly lanes: readonly number[] } => {
  const lane = lanes.map(ends => middle({ top: ends[0], bottom: ends[1] }));
  const ys = [...new Set([...lane, ...placed.map(middle)])].sort((a, b) => a - b);
  const xs = gaps.map(ends => between(ends, 0.5));
  return { ...gridAround(xs, ys, placed), lanes: lane };
};

/** Where lines leave a station, or come to it: anywhere along a tall one. */
const portOf = ({ ys }: Grid, places: Places, placed: Placed, side: 'out' | 'in'): Port => {
  const tall = placed.station.kind === 'bus';
  const rows = new Set(places.placed.filter(({ above }) => above === undefined).map(middle));
  const heights = ys.flatMap((y, index) =>
    (tall ? rows.has(y) && y > placed.top && y < placed.bottom : y === middle(placed)) ? [index] : [],
  );
  const column = COLUMNS.indexOf(placed.column);
  return { gap: side === 'out' ? column + 1 : column, heights };
};

/** Gives each net a line of its own in every gap and every lane that it goes along. */
const tracksOf = (ways: readonly Way[], grid: Grid & { readonly lanes: readonly number[] }) => {
  const used = new Map<string, Map<string, number>>();
  for (const { edge, corners } of ways)
    for (const [index, [gap, height]] of corners.entries()) {
      const next = corners[index + 1];
      if (!next) continue;
      const across = next[1] === height;
      if (across && !grid.lanes.includes(grid.ys[height] ?? 0)) continue;
      const key = across ? `lane ${height}` : `gap ${gap}`;
      const nets = used.get(key) ?? new Map<string, number>();
      const length = Math.abs(across ? next[0] - gap : (grid.ys[next[1]] ?? 0) - (grid.ys[height] ?? 0));
      nets.set(netOf(edge), (nets.get(netOf(edge)) ?? 0) + length);
      used.set(key, nets);
    }
  /** The share of the gap or lane at which a net goes: what goes far is on the left. */
  return (key: string, edge: MapEdge): number => {
    const nets = [...(used.get(key) ?? [])].sort(([, a], [, b]) => b - a).map(([net]) => net);
    const at = nets.indexOf(netOf(edge));
    return at < 0 ? 0.5 : (at + 1) / (nets.length + 1);
  };
};

const GOES_ON: readonly MapEdge['kind'][] = ['feeds', 'publishes', 'routes'];

/** Whether facts go along a way: out of the ledger and on, or into it. */
const bearsFacts = ({ edge: { kind }, to }: Way): boolean =>
  GOES_ON.includes(kind) || (kind === 'writes' && to.isLedger);

/** The points of a way: along its tracks, beginning and ending beside the middle where it does not go straight on. */
const pointsOf = (
  { edge, from, to, corners }: Way,
  { gaps, lanes }: Places,
  grid: Grid & { readonly lanes: readonly number[] },
  track: ReturnType<typeof tracksOf>,
): readonly Point[] => {
  const yAt = (height: number): number => grid.ys[height] ?? 0;
  const [start, end] = [corners[0]?.[1] ?? 0, corners.at(-1)?.[1] ?? 0];
  const straight = corners.every(([, height]) => height === start);
  if (straight)
    return [
      { x: from.right, y: yAt(start) },
      { x: to.left, y: yAt(start) },
    ];
  const x = (gap: number): number => between(gaps[gap] ?? [0, 0], track(`gap ${gap}`, edge));
  const y = (height: number, index: number): number => {
    if (index === 0) return yAt(start) + ASIDE;
    if (index === corners.length - 1) return yAt(end) - ASIDE;
    const lane = lanes[grid.lanes.indexOf(yAt(height))];
    return lane ? between(lane, track(`lane ${height}`, edge)) : yAt(height);
  };
  // The height of a stretch is that of both its ends.
  const heights = corners.map(([, height], index) => {
    const last = corners.length - 1;
    if (height === start && (index === 0 || (index === 1 && corners[0]?.[1] === height))) return y(height, 0);
    if (height === end && (index === last || (index === last - 1 && corners[last]?.[1] === height)))
      return y(height, last);
    return y(height, index);
  });
  return [
    { x: from.right, y: heights[0] ?? 0 },
    ...corners.map(([gap], index) => ({ x: x(gap), y: heights[index] ?? 0 })),
    { x: to.left, y: heights.at(-1) ?? 0 },
  ];
};

/** How far beside a station the line goes that goes around what is first below it. */
const AROUND = 7;

/** The line to what lies below a station: straight down, or around what lies between. */
const fallingFrom = (from: Placed, to: Placed, { placed }: Places): readonly Point[] => {
  const x = (from.left + from.right) / 2;
  const isFirst = !placed.some(({ above, top }) => above === from.station && top < to.top);
  if (isFirst)
    return [
      { x, y: from.bottom },
      { x, y: to.top },
    ];
  const [start, end, beside] = [middle(from) + ASIDE, middle(to), from.right + AROUND];
  return [
    { x: from.right, y: start },
    { x: beside, y: start },
    { x: beside, y: end },
    { x: to.right, y: end },
  ];
};

/** Places the map by what each node is for the way of a fact, from left to right; no line goes over a node. */
export const layoutOf = (map: SystemMap): Layout => {
  const all = stationsOf(map);
  const places = placesOf(rowsOf(all, rolesOf(map)));
  const grid = gridOf(places);
  const byId = new Map(places.placed.map(placed => [placed.station.id, placed]));
  const ways: Way[] = [];
  const lines: Line[] = [];
  for (const edge of all.edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) continue;
    if (to.above === from.station) {
      lines.push({ edge, hasFacts: false, points: fallingFrom(from, to, places) });
      continue;
    }
    const corners = routeOf(grid, portOf(grid, places, from, 'out'), portOf(grid, places, to, 'in'));
    if (corners) ways.push({ edge, from, to, corners });
  }
  const track = tracksOf(ways, grid);
  lines.push(
    ...ways.map(way => ({
      edge: way.edge,
      hasFacts: bearsFacts(way),
      points: pointsOf(way, places, grid, track),
    })),
  );
  const { width, height, placed, columns, besideTop } = places;
  return { width, height, placed, columns, besideTop, lines };
};
