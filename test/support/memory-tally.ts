import type { StoredEntry, TallyTable } from '../../shared/application/project.ts';
import type { ReadModel, TallyReader } from '../../shared/application/read-models.ts';
import { type Key, keyText } from '../../shared/projections/tally.ts';

/** A tally in memory, for tests of what is built on the port. It passes the same contract as the one on DynamoDB. */
export const memoryTally = (): TallyTable & TallyReader => {
  const entries = new Map<string, StoredEntry<never>>();
  const counters = new Map<string, { key: Key; counters: Record<string, number> }>();
  const under = <T extends { readonly key: Key }>(items: Iterable<T>, p: string, prefix: string): T[] =>
    [...items]
      .filter(({ key }) => key.p === p && key.s.startsWith(prefix))
      .sort((a, b) => (a.key.s < b.key.s ? -1 : 1));
  return {
    read: async keys =>
      keys.flatMap(key => {
        const entry = entries.get(keyText(key));
        return entry ? [entry] : [];
      }),
    write: async (written, contributions) => {
      const stale = written.flatMap(({ key, revision }) => {
        const there = entries.get(keyText(key));
        return (there?.revision ?? 0) === revision ? [] : there ? [there] : [];
      });
      if (stale.length > 0) return { outcome: 'stale', entries: stale };
      for (const entry of written)
        entries.set(keyText(entry.key), { ...entry, revision: entry.revision + 1 } as StoredEntry<never>);
      for (const { key, add } of contributions) {
        const item = counters.get(keyText(key)) ?? { key, counters: {} };
        for (const [name, amount] of Object.entries(add)) item.counters[name] = (item.counters[name] ?? 0) + amount;
        counters.set(keyText(key), item);
      }
      return { outcome: 'written' };
    },
    entries: async (p, prefix) => under(entries.values(), p, prefix),
    counters: async (p, prefix) => structuredClone(under(counters.values(), p, prefix)),
    countersOf: async keys =>
      new Map(
        keys.flatMap(key => {
          const item = counters.get(keyText(key));
          return item ? [[key.s, { ...item.counters }] as const] : [];
        }),
      ),
  };
};

/** A tally in memory as queries read it. */
export const memoryReadModel = (tally: TallyReader): ReadModel => ({ eventual: tally, consistent: tally });
