import type { ChainItem } from '../../shared/application/chain-items.ts';
import { hashOf } from '../../shared/store/commit-codec.ts';

/** What a commit of a test's chain is to hold; whatever it is, its hash is right. */
export interface Draft {
  readonly events: number;
  readonly at?: string;
  readonly bytes?: string;
  readonly count?: number;
  /** Characters more in each event. */
  readonly padding?: number;
}

/** An item with other contents, and the hash that belongs to them. */
export const forged = ({ h: _, ...item }: ChainItem, change: Partial<Omit<ChainItem, 'h'>>): ChainItem => {
  const changed = { ...item, ...change };
  return { ...changed, h: hashOf(changed) };
};

const bytesOf = ({ events, at = '2023-08-11T18:00:00.000Z', padding = 0 }: Draft, index: number): string =>
  JSON.stringify({
    id: `commit-${index}`,
    at,
    correlation: 'c',
    causation: 'c',
    actor: 'ada',
    events: Array.from({ length: events }, (_, event) => ({
      type: 'pool.player-joined',
      schema: '1.0',
      data: { playerId: `player-${index}-${event}`, padding: 'x'.repeat(padding) },
    })),
  });

/** The commits of a stream, chained as the store does it. */
export const chainOf = (drafts: readonly Draft[], stream = 'match-a-b', p = `demo#${stream}`): ChainItem[] => {
  const items: ChainItem[] = [];
  let version = 1;
  for (const [index, draft] of drafts.entries()) {
    const s = `${stream}:${String(version).padStart(9, '0')}`;
    const own = {
      p,
      s,
      n: draft.count ?? draft.events,
      b: draft.bytes ?? bytesOf(draft, index),
      g: items.at(-1)?.h ?? '',
    };
    items.push({ ...own, h: hashOf(own) });
    version += draft.events;
  }
  return items;
};
