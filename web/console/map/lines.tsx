import type { Line } from './layout.ts';
import type { Point } from './route.ts';

/** How round corners are. */
const RADIUS = 7;

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = Math.hypot(to.x - from.x, to.y - from.y);
  const share = whole === 0 ? 0 : Math.min(1, length / whole);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
};
const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The path through points, with round corners. */
const pathOf = (points: readonly Point[]): string =>
  points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${at(point)}`;
      if (!after) return `L${at(point)}`;
      const room = (other: Point): number => Math.min(RADIUS, Math.hypot(other.x - point.x, other.y - point.y) / 2);
      const radius = Math.min(room(before), room(after));
      return `L${at(towards(point, before, radius))} Q${at(point)} ${at(towards(point, after, radius))}`;
    })
    .join(' ');

export interface EdgesProps {
  readonly lines: readonly Line[];
  readonly chosen: string | undefined;
  readonly isBusy: (line: Line) => boolean;
}

/** The lines of the map; those of the chosen station are over the others. */
export const Edges = ({ lines, chosen, isBusy }: EdgesProps) => {
  const isLit = ({ edge }: Line): boolean => edge.from === chosen || edge.to === chosen;
  return lines
    .toSorted((a, b) => Number(isLit(a)) - Number(isLit(b)))
    .map(line => {
      const { edge, points, hasFacts } = line;
      const lit = isLit(line);
      return (
        <path
          key={`${edge.from} ${edge.to} ${edge.kind}`}
          className={`edge ${edge.kind}${hasFacts ? ' fact' : ''}${lit ? ' lit' : ''}${isBusy(line) ? ' busy' : ''}`}
          d={pathOf(points)}
          markerEnd="url(#map-arrow)"
        />
      );
    });
};
