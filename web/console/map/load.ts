import type { MapNode, SystemMap } from '../../../client/system-map.ts';
import type { EventsHealth } from '../api-types.ts';

/** What happens at a node now. */
export interface Load {
  /** Events a minute, over the last five. */
  readonly perMinute?: number;
  /** Of the demo: how often it has run lately. */
  readonly runsPerMinute?: number;
  /** Of all that was handled, what failed. */
  readonly errorRate?: number;
  readonly meanMs?: number | null;
  readonly waiting?: number;
  readonly inFlight?: number;
  /** What lies in the queues of what failed. */
  readonly deadLetters?: number;
}

/** Whether a queue has what a rule could not deliver: the other queues of what failed have what a handler gave up. */
const isUndelivered = ({ nodes, edges }: SystemMap, { id }: MapNode): boolean =>
  edges.some(edge => edge.to === id && nodes.some(({ id, kind }) => id === edge.from && kind === 'rule'));

/** What happens at each node, joined by the handler that it belongs to; nodes of which nothing is known are left out. */
export const loadsOf = (map: SystemMap, health: EventsHealth | undefined): ReadonlyMap<string, Load> => {
  const handlers = new Map(health?.handlers.map(one => [one.handler, one]));
  const loads = map.nodes.flatMap((node): readonly (readonly [string, Load])[] => {
    const own = node.handler === undefined ? undefined : handlers.get(node.handler);
    if (!own) return [];
    const { lastFiveMinutes: rates, queues } = own;
    if (node.kind === 'function')
      return [
        [node.id, { perMinute: rates.eventsPerSecond * 60, errorRate: rates.errorRate, meanMs: rates.meanMs }] as const,
      ];
    if (!queues) return [];
    if (node.kind === 'queue')
      return [
        [
          node.id,
          {
            waiting: queues.events.waiting,
            inFlight: queues.events.inFlight,
            deadLetters: queues.deadLetters.waiting + queues.undelivered.waiting,
          },
        ] as const,
      ];
    if (node.kind !== 'dead-letters') return [];
    const { waiting } = isUndelivered(map, node) ? queues.undelivered : queues.deadLetters;
    return [[node.id, { deadLetters: waiting }] as const];
  });
  return new Map(loads);
};
