import type { StoredEntry, TallyTable } from '../../shared/application/project.ts';
import type { TallyReader } from '../../shared/application/read-models.ts';
import { type Key, keyText } from '../../shared/projections/tally.ts';

type Counters = Readonly<Record<string, number>>;

/** A tally in memory: what a projection writes, a query reads. */
export const memoryTally = (): TallyTable & TallyReader => {
  const entries = new Map<string, StoredEntry<unknown>>();
  const counters = new Map<string, { readonly key: Key; readonly counters: Counters }>();
  const under = <T extends { readonly key: Key }>(items: Iterable<T>, p: string, prefix: string): T[] =>
    [...items].filter(({ key }) => key.p === p && key.s.startsWith(prefix));
  return {
    write: async (changed, contributions) => {
      for (const entry of changed) entries.set(keyText(entry.key), { ...entry, revision: entry.revision + 1 });
      for (const { key, add } of contributions) {
        const sum = { ...counters.get(keyText(key))?.counters };
        for (const [name, amount] of Object.entries(add)) sum[name] = (sum[name] ?? 0) + amount;
        counters.set(keyText(key), { key, counters: sum });
      }
      return { outcome: 'written' };
    },
    entries: async <Effect>(p: string, prefix: string) =>
      under(entries.values(), p, prefix) as readonly StoredEntry<unknown>[] as readonly StoredEntry<Effect>[],
    counters: async (p, prefix) => under(counters.values(), p, prefix),
    countersOf: async keys =>
      new Map(
        keys.flatMap(key => {
          const found = counters.get(keyText(key));
          return found ? [[key.s, found.counters] as const] : [];
        }),
      ),
  };
};
