import { type AppendResult, type EventStore, startOf } from '../application/event-store.ts';
import { appended, loaded, loadedByStream, prepareCommit, taken } from './append-checks.ts';
import { type CommitItem, partitionKey, sortKeysAfter } from './commit-codec.ts';

const byKey = (a: CommitItem, b: CommitItem): number => (a.s < b.s ? -1 : 1);

/** An event store in memory, for tests of what is built on the port. It passes the same contract as the one on DynamoDB. */
export const memoryEventStore = (): EventStore => {
  const partitions = new Map<string, Map<string, CommitItem>>();
  const itemsOf = (p: string): CommitItem[] => [...(partitions.get(p)?.values() ?? [])].sort(byKey);
  return {
    load: async (tenantId, stream, after = startOf(tenantId, stream)) => {
      const [first, last] = sortKeysAfter(stream.name, after.version);
      const items = itemsOf(partitionKey(tenantId, stream.partition));
      return loaded(
        after,
        items.filter(({ s }) => s >= first && s <= last),
      );
    },
    loadPartition: async (tenantId, partition) =>
      loadedByStream(tenantId, partition, itemsOf(partitionKey(tenantId, partition))),
    append: async (expected, commit): Promise<AppendResult> => {
      const item = prepareCommit(expected, commit);
      const partition = partitions.get(item.p) ?? new Map<string, CommitItem>();
      const there = partition.get(item.s);
      if (there) return taken(there, commit);
      partitions.set(item.p, partition.set(item.s, item));
      return appended(item);
    },
  };
};
