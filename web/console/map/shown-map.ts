import type { SystemMap } from '../../../client/system-map.ts';
import { laidAside } from './laid-aside.ts';
import { rolesOf } from './roles.ts';

/** What of the map is shown. */
export interface MapView {
  /** Who reads which table. */
  readonly reads: boolean;
  /** Where what fails goes. */
  readonly failures: boolean;
  /** What is not on the way of a fact. */
  readonly rest: boolean;
}

/** The map as it is shown: with nodes that something leads to or from. */
export const shownMap = (map: SystemMap, { reads, failures, rest }: MapView): SystemMap => {
  const roles = rolesOf(map);
  const isShown = (id: string): boolean => rest || roles.get(id)?.onTheWay === true;
  const aside = laidAside(map);
  const shown = map.edges.filter(
    ({ kind, from, to }) => (reads || kind !== 'reads') && (failures || !aside.has(to)) && isShown(from) && isShown(to),
  );
  const connected = new Set(shown.flatMap(({ from, to }) => [from, to]));
  return { nodes: map.nodes.filter(({ id }) => connected.has(id)), edges: shown };
};
