import { type EventIndex, type EventPage, InvalidCursorError } from '../../shared/application/event-index.ts';
import type { Envelope } from '../../shared/events/envelope.ts';

/** An index of these events, for tests that ask for few: an answer is one page. */
export const memoryIndex = (events: readonly Envelope[]): EventIndex => {
  const page = async (tenantId: string, wanted: (event: Envelope) => boolean): Promise<EventPage> => ({
    events: events.filter(event => event.tenantId === tenantId && wanted(event)),
    more: false,
    watermark: { position: 0, indexedUntil: null },
  });
  return {
    find: async (tenantId, eventId) => events.find(event => event.tenantId === tenantId && event.id === eventId),
    byType: (tenantId, { type }) => page(tenantId, event => event.type === type),
    byCorrelation: (tenantId, { correlationId }) => page(tenantId, event => event.correlationId === correlationId),
    since: (tenantId, { since = '' }) => page(tenantId, ({ occurredAt }) => occurredAt >= since),
    next: async () => {
      throw new InvalidCursorError('no answer of this index had a cursor');
    },
  };
};
