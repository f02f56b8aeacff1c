import { beforeAll, describe } from 'vitest';
import type { EventStore } from '../../shared/application/event-store.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { eventStoreContract } from './event-store.contract.ts';

describe('the event store in memory', () => {
  let store: EventStore;
  beforeAll(() => {
    store = memoryEventStore();
  });
  eventStoreContract(() => store, { patience: 1, modelRuns: 100 });
});
