/** A point of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle that no line goes over. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The lines of a picture along which others may go: up and down between columns, from left to right at some heights. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** By index of `xs` and of `ys`: whether something is in the way to the next of `xs`. */
  readonly blocked: readonly (readonly boolean[])[];
}

/** Where a way may begin or end: at a line between columns, at some heights. */
export interface Port {
  /** Index of `xs`. */
  readonly gap: number;
  /** Indices of `ys`. */
  readonly heights: readonly number[];
}

/** A grid that goes around boxes. */
export const gridAround = (xs: readonly number[], ys: readonly number[], boxes: readonly Box[]): Grid => {
  const isBlocked = (left: number, right: number, y: number): boolean =>
    boxes.some(box => box.right > left && box.left < right && box.top < y && box.bottom > y);
  return { xs, ys, blocked: xs.map((x, gap) => ys.map(y => isBlocked(x, xs[gap + 1] ?? x, y))) };
};

/** Indices of `xs` and `ys`. */
export type Corner = readonly [gap: number, height: number];

/** What a turn costs, in pixels of way. */
const TURN = 60;

/** A point of the grid, and whether one has come to it from the side. */
interface Stop {
  readonly gap: number;
  readonly height: number;
  readonly across: boolean;
}

/** What is one line further, with the way to it. */
const nextTo = ({ xs, ys, blocked }: Grid, { gap, height }: Stop): readonly (readonly [Stop, number])[] => {
  const [x = 0, y = 0] = [xs[gap], ys[height]];
  return [-1, 1].flatMap(side => {
    const [otherX, otherY] = [xs[gap + side], ys[height + side]];
    const isFree = otherX !== undefined && !blocked[Math.min(gap, gap + side)]?.[height];
    return [
      ...(isFree ? [[{ gap: gap + side, height, across: true }, Math.abs(otherX - x)] as const] : []),
      ...(otherY === undefined ? [] : [[{ gap, height: height + side, across: false }, Math.abs(otherY - y)] as const]),
    ];
  });
};

/** Where the way that ends with a stop turns, its two ends included. */
const cornersOf = (end: Stop, before: ReadonlyMap<Stop, Stop>): readonly Corner[] => {
  const stops: Stop[] = [];
  for (let stop: Stop | undefined = end; stop; stop = before.get(stop)) stops.unshift(stop);
  return stops
    .filter(({ across }, at) => at === 0 || stops[at + 1]?.across !== across)
    .map(({ gap, height }): Corner => [gap, height]);
};

/** Takes the cheapest out. */
const cheapestOf = (open: Map<number, readonly [Stop, number]>): readonly [number, Stop, number] | undefined => {
  let best: readonly [number, Stop, number] | undefined;
  for (const [key, [stop, cost]] of open) if (!best || cost < best[2]) best = [key, stop, cost];
  if (best) open.delete(best[0]);
  return best;
};

/**
 * The way with the least length and the fewest turns from one port to the other, over no box: its corners. It leaves to the right
 * and comes from the left. Undefined where there is none.
 */
export const routeOf = (grid: Grid, from: Port, to: Port): readonly Corner[] | undefined => {
  const keyOf = ({ gap, height, across }: Stop): number => (gap * grid.ys.length + height) * 2 + Number(across);
  const open = new Map<number, readonly [Stop, number]>();
  const before = new Map<Stop, Stop>();
  const done = new Set<number>();
  for (const height of from.heights) {
    const start = { gap: from.gap, height, across: true };
    open.set(keyOf(start), [start, 0]);
  }
  for (let found = cheapestOf(open); found; found = cheapestOf(open)) {
    const [key, stop, cost] = found;
    const isThere = stop.gap === to.gap && to.heights.includes(stop.height);
    if (isThere) return cornersOf(stop, before);
    done.add(key);
    for (const [next, length] of nextTo(grid, stop)) {
      const nextKey = keyOf(next);
      const total = cost + length + (next.across === stop.across ? 0 : TURN);
      if (done.has(nextKey) || total >= (open.get(nextKey)?.[1] ?? Number.POSITIVE_INFINITY)) continue;
      open.set(nextKey, [next, total]);
      before.set(next, stop);
    }
  }
  return undefined;
};
