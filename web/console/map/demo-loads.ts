import { useEffect, useState } from 'react';
import type { Counts, HandlerCounts } from '../../../client/demo.ts';
import type { SystemMap } from '../../../client/system-map.ts';
import { useDemo } from '../../demo/demo-api.ts';
import { useSession } from '../../session/session.tsx';
import type { Load } from './load.ts';

/** What was counted, and when by the clock of who looks. */
export interface Sample {
  readonly at: number;
  readonly counts: Pick<Counts, 'handlers'>;
}

/** Over how long is looked. */
const WINDOW_MS = 8000;

/** The samples of the last seconds, with a new one. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] => [
  ...samples.filter(({ at }) => at > sample.at - WINDOW_MS && at < sample.at),
  sample,
];

/**
 * What happens at each node of the demo. Its clock leaps from match to match, and a rate by that clock says little: here it is
 * runs a minute by the clock of who looks.
 */
export const demoLoads = (
  { nodes }: SystemMap,
  samples: readonly Sample[],
  loads: ReadonlyMap<string, Load>,
): ReadonlyMap<string, Load> => {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return loads;
  const before = new Map(first.counts.handlers.map(one => [one.handler, one]));
  const minutes = (last.at - first.at) / 60_000;
  const now = new Map(last.counts.handlers.map(one => [one.handler, one]));
  const grown = (own: HandlerCounts, of: 'invocations' | 'failures'): number =>
    Math.max(0, own[of] - (before.get(own.handler)?.[of] ?? own[of]));
  return new Map([
    ...loads,
    ...nodes.flatMap((node): readonly (readonly [string, Load])[] => {
      const own = node.handler === undefined ? undefined : now.get(node.handler);
      const load = loads.get(node.id) ?? {};
      if (own && node.kind === 'queue') return [[node.id, { ...load, waiting: own.waiting }]];
      if (!own || node.kind !== 'function') return [];
      const runs = grown(own, 'invocations');
      const { perMinute: _, ...known } = load;
      const runsPerMinute = minutes > 0 ? runs / minutes : 0;
      const errorRate = runs > 0 ? grown(own, 'failures') / runs : 0;
      return [[node.id, { ...known, runsPerMinute, errorRate }]];
    }),
  ]);
};

/** What happens at each node: in the demo as it happens. */
export const useDemoLoads = (map: SystemMap, loads: ReadonlyMap<string, Load>): ReadonlyMap<string, Load> => {
  const { config } = useSession();
  const { data, dataUpdatedAt } = useDemo(config.demo);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const counts = data?.counts;
  useEffect(() => {
    if (counts) setSamples(known => withSample(known, { at: dataUpdatedAt, counts }));
  }, [counts, dataUpdatedAt]);
  return demoLoads(map, samples, loads);
};
