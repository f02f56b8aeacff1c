import type { AnyEvent, EventStore } from '../application/event-store.ts';
import type { DomainEvent } from '../events/catalog.ts';
import type { CommitItem } from './commit-codec.ts';
import type { CommitTable } from './commit-table.ts';
import { type EventCatalog, matchdayCatalog } from './event-catalog.ts';
import { eventStoreOn } from './event-store-on.ts';

const byKey = (a: CommitItem, b: CommitItem): number => (a.s < b.s ? -1 : 1);

/** A table of commits in memory. */
export const memoryTable = (): CommitTable => {
  const partitions = new Map<string, Map<string, CommitItem>>();
  return {
    read: async (p, range, { newestFirst = false, limit } = {}) => {
      const items = [...(partitions.get(p)?.values() ?? [])]
        .filter(({ s }) => !range || (s >= range[0] && s <= range[1]))
        .sort(byKey);
      return (newestFirst ? items.reverse() : items).slice(0, limit);
    },
    put: async item => {
      const partition = partitions.get(item.p) ?? new Map<string, CommitItem>();
      const there = partition.get(item.s);
      if (!there) partitions.set(item.p, partition.set(item.s, item));
      return there;
    },
  };
};

/**
 * An event store in memory, for tests of what is built on the port. It passes the same contract as the one on DynamoDB.
 *
 * @param catalog of the events in it; Matchday's when left out
 * @param table where the commits lie, for who reads them too
 */
export const memoryEventStore = <Event extends AnyEvent = DomainEvent>(
  catalog: EventCatalog<Event> = matchdayCatalog as unknown as EventCatalog<Event>,
  table: CommitTable = memoryTable(),
): EventStore<Event> => eventStoreOn(table, catalog);
