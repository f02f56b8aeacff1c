import type { CommitItem } from '../../shared/store/commit-codec.ts';
import type { CommitTable } from '../../shared/store/commit-table.ts';

/** A table of commits in memory, that can be looked into and tampered with. */
export interface MemoryLedger extends CommitTable {
  readonly items: Map<string, CommitItem>;
  /** All items, in the order of their keys. */
  readonly all: () => readonly CommitItem[];
  /** How many items were read. */
  readonly reads: () => number;
}

const keyOf = ({ p, s }: Pick<CommitItem, 'p' | 's'>): string => `${p}\n${s}`;

const byKey = (a: CommitItem, b: CommitItem): number => (keyOf(a) < keyOf(b) ? -1 : 1);

export const memoryLedger = (): MemoryLedger => {
  const items = new Map<string, CommitItem>();
  let reads = 0;
  const all = (): readonly CommitItem[] => [...items.values()].sort(byKey);
  return {
    items,
    all,
    reads: () => reads,
    read: async (p, range, { newestFirst = false, limit } = {}) => {
      const own = all().filter(item => item.p === p && (!range || (item.s >= range[0] && item.s <= range[1])));
      const read = (newestFirst ? own.reverse() : own).slice(0, limit);
      reads += read.length;
      return read;
    },
    put: async item => {
      const there = items.get(keyOf(item));
      if (!there) items.set(keyOf(item), item);
      return there;
    },
  };
};
