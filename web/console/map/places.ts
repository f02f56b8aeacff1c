import { COLUMNS, type Column } from './roles.ts';
import type { Box } from './route.ts';
import type { Rows } from './rows.ts';
import type { Station } from './stations.ts';

/** Pixels. A column, and the gap after it, in which lines go up and down. */
const COLUMN: Readonly<Record<Column, readonly [width: number, gap: number]>> = {
  asks: [104, 26],
  commands: [124, 34],
  ledger: [92, 28],
  outbox: [118, 28],
  bus: [32, 26],
  rules: [92, 30],
  queues: [112, 30],
  handlers: [142, 76],
  models: [106, 0],
};
const ROW = { height: 40, gap: 16, below: 26, space: 6 } as const;
const MARGIN = 10;
/** Room for what the columns are called, and between the way and what is beside it. */
const HEAD = 46;
const TOP = 24;
const BAND = 34;

/** A station with its place. */
export interface Placed extends Box {
  readonly station: Station;
  readonly column: Column;
  readonly isLedger: boolean;
  /** Of what falls out of another station: that one. It stands below it. */
  readonly above?: Station;
}

/** Everything with its place, and the lines along which ways can go. */
export interface Places {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  /** The columns that there are, with where they begin. */
  readonly columns: readonly { readonly column: Column; readonly left: number }[];
  /** Where what is beside the way begins. */
  readonly besideTop: number | undefined;
  /** Before, between and after columns, from and to. */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  /** Above, between and below rows. */
  readonly lanes: readonly (readonly [from: number, to: number])[];
}

const columnsOf = (used: ReadonlySet<Column>) => {
  let left = MARGIN;
  const columns = COLUMNS.map(column => {
    const [width, gap] = COLUMN[column];
    const own = { column, left, right: left + (used.has(column) ? width : 0), next: 0 };
    own.next = own.right + (used.has(column) ? gap : 0);
    left = own.next;
    return own;
  });
  return { columns, width: left + MARGIN };
};

/** How high each row is: what falls out of a station stands below it. */
const rowTops = ({ cells, fallen, besideFrom }: Rows) => {
  const count = Math.max(-1, ...cells.map(({ last }) => last)) + 1;
  const tops: { readonly top: number; readonly bottom: number }[] = [];
  let top = MARGIN + HEAD;
  for (let row = 0; row < count; row += 1) {
    if (row === besideFrom) top += BAND;
    const most = Math.max(
      0,
      ...cells.map(({ station, last }) => (last === row ? (fallen.get(station.id)?.length ?? 0) : 0)),
    );
    const bottom = top + ROW.height + most * (ROW.below + ROW.space);
    tops.push({ top, bottom });
    top = bottom + ROW.gap;
  }
  return { tops, height: top + MARGIN };
};

/** Gives everything its place. */
export const placesOf = (rows: Rows): Places => {
  const { columns, width } = columnsOf(new Set(rows.cells.map(({ column }) => column)));
  const { tops, height } = rowTops(rows);
  const placed = rows.cells.flatMap(({ station, column, isLedger, first, last }): readonly Placed[] => {
    const { left = 0, right = 0 } = columns.find(each => each.column === column) ?? {};
    const top = tops[first]?.top ?? 0;
    const bottom = (tops[last]?.top ?? 0) + ROW.height;
    const below = (rows.fallen.get(station.id) ?? []).map((fallen, index): Placed => {
      const at = bottom + ROW.space + index * (ROW.below + ROW.space);
      return { station: fallen, column, isLedger: false, left, right, top: at, bottom: at + ROW.below, above: station };
    });
    return [{ station, column, isLedger, left, right, top, bottom }, ...below];
  });
  const lanes = tops.map(({ bottom }, row) => [bottom, tops[row + 1]?.top ?? bottom + ROW.gap] as const);
  const first = tops[0]?.top ?? 0;
  return {
    width,
    height,
    placed,
    columns: columns.filter(({ left, right }) => right > left),
    besideTop: rows.cells.some(({ first }) => first >= rows.besideFrom) ? tops[rows.besideFrom]?.top : undefined,
    gaps: [[0, MARGIN] as const, ...columns.map(({ right, next }) => [right, next] as const)],
    lanes: [[first - TOP, first] as const, ...lanes],
  };
};
