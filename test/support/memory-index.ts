import type { EventIndex, EventPage } from '../../shared/application/event-index.ts';
import type { Envelope } from '../../shared/events/envelope.ts';

/** An index of events in memory, newest first by type: a page has all that fits, and none goes on. */
export const memoryIndex = (events: readonly Envelope[]): EventIndex => {
  const page = (tenantId: string, limit: number, wanted: (event: Envelope) => boolean): EventPage => {
    const own = events.filter(event => event.tenantId === tenantId);
    return {
      events: own.filter(wanted).slice(0, limit),
      more: false,
      watermark: { position: own.length, indexedUntil: own.at(-1)?.occurredAt ?? null },
    };
  };
  return {
    find: async (tenantId, id) => events.find(event => event.tenantId === tenantId && event.id === id),
    byType: async (tenantId, { type }, limit) => page(tenantId, limit, event => event.type === type),
    byCorrelation: async (tenantId, { correlationId }, limit) =>
      page(tenantId, limit, event => event.correlationId === correlationId),
    since: async (tenantId, { since = '' }, limit) => page(tenantId, limit, ({ occurredAt }) => occurredAt >= since),
    next: async (tenantId, _, limit) => page(tenantId, limit, () => true),
  };
};
