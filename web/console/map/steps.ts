import type { Placed } from './places.ts';

/** A direction in which one goes from node to node. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const isBeyond: Readonly<Record<Direction, (from: Placed, to: Placed) => boolean>> = {
  ArrowLeft: (from, to) => to.right <= from.left,
  ArrowRight: (from, to) => to.left >= from.right,
  ArrowUp: (from, to) => to.bottom <= from.top && to.left < from.right && to.right > from.left,
  ArrowDown: (from, to) => to.top >= from.bottom && to.left < from.right && to.right > from.left,
};

/** How far apart two stretches are; 0 where they overlap. */
const apart = (a1: number, a2: number, b1: number, b2: number): number => Math.max(0, b1 - a2, a1 - b2);

/** How far it is from one to another: beside one another is nearer than above, and of the same the one in the middle is nearest. */
const distance = (from: Placed, to: Placed): number => {
  const [across, down] = [
    apart(from.left, from.right, to.left, to.right),
    apart(from.top, from.bottom, to.top, to.bottom),
  ];
  return Math.hypot(across, 2 * down) + Math.abs(from.top + from.bottom - to.top - to.bottom) / 1000;
};

/** The node that an arrow key leads to: the nearest one in its direction; undefined at the edge of the map. */
export const stepFrom = (placed: readonly Placed[], id: string, direction: Direction): Placed | undefined => {
  const from = placed.find(({ station }) => station.id === id);
  if (!from) return placed[0];
  return placed
    .filter(to => isBeyond[direction](from, to))
    .reduce<Placed | undefined>(
      (best, to) => (best && distance(from, best) <= distance(from, to) ? best : to),
      undefined,
    );
};
