import type { EventIndex, EventPage } from '../../shared/application/event-index.ts';

const nothing = async (): Promise<EventPage> => ({
  events: [],
  more: false,
  watermark: { position: 0, indexedUntil: null },
});

/** An index that knows no event, for tests that ask for none. */
export const emptyIndex: EventIndex = {
  find: async () => undefined,
  byType: nothing,
  byCorrelation: nothing,
  since: nothing,
  next: nothing,
};
