import type { Layout } from '../../../web/console/map/layout.ts';

/** Whether two stretches overlap; one may have no length. */
const overlap = (a1: number, a2: number, b1: number, b2: number): boolean =>
  Math.min(a1, a2) < b2 && Math.max(a1, a2) > b1;

/** Lines that go over a station, in words; they may end at its border. */
export const crossingsOf = ({ lines, placed }: Pick<Layout, 'lines' | 'placed'>): readonly string[] =>
  lines.flatMap(({ edge, points }) =>
    points.slice(1).flatMap((to, index) => {
      const from = points[index] ?? to;
      return placed
        .filter(box => overlap(from.x, to.x, box.left, box.right) && overlap(from.y, to.y, box.top, box.bottom))
        .map(({ station }) => `${edge.from} ${edge.kind} ${edge.to} over ${station.id}`);
    }),
  );

/** Stations that stand upon one another. */
export const overlapsOf = ({ placed }: Pick<Layout, 'placed'>): readonly string[] =>
  placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter(
        box => overlap(one.left, one.right, box.left, box.right) && overlap(one.top, one.bottom, box.top, box.bottom),
      )
      .map(({ station }) => `${one.station.id} upon ${station.id}`),
  );
