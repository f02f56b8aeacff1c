import type { Envelope } from '../events/envelope.ts';
import type { EventIndex, EventPage } from './event-index.ts';
import { type Locks, lockedAmong } from './locks.ts';

/** An event that leaves out what a player has picked, because the match is not locked yet. */
export type RedactedEvent = Omit<Envelope, 'data'> & {
  readonly redacted: true;
  readonly data: Readonly<Record<string, unknown>>;
};

/** An event as people may see it. */
export type ShownEvent = Envelope | RedactedEvent;

/** A page of events as people may see them. */
export type ShownPage = Omit<EventPage, 'events'> & { readonly events: readonly ShownEvent[] };

/** An event index whose answers may be shown: the same questions, no pick before its match is locked. */
export interface ShownEvents {
  find(...question: Parameters<EventIndex['find']>): Promise<ShownEvent | undefined>;
  byType(...question: Parameters<EventIndex['byType']>): Promise<ShownPage>;
  byCorrelation(...question: Parameters<EventIndex['byCorrelation']>): Promise<ShownPage>;
  since(...question: Parameters<EventIndex['since']>): Promise<ShownPage>;
  next(...question: Parameters<EventIndex['next']>): Promise<ShownPage>;
}

/** What of an event's data tells what was picked. A verdict is among it: it says how near a pick came. */
const PICK = ['predicted', 'confidence', 'previous', 'verdict'];

/** The match whose lock decides whether the event may be shown whole; undefined: it always may. */
const openWith = (event: Envelope): string | undefined => {
  switch (event.type) {
    case 'prediction.created':
    case 'prediction.revised':
    case 'prediction.evaluated':
      return event.data.matchId;
    default:
      return undefined;
  }
};

/** The event without the pick. */
const redact = ({ data, ...envelope }: Envelope): RedactedEvent => ({
  ...envelope,
  redacted: true,
  data: Object.fromEntries(Object.entries(data).filter(([name]) => !PICK.includes(name))),
});

const shown = async (locks: Locks, tenantId: string, events: readonly Envelope[]): Promise<readonly ShownEvent[]> => {
  const locked = await lockedAmong(
    locks,
    tenantId,
    events.flatMap(event => openWith(event) ?? []),
  );
  return events.map(event => {
    const matchId = openWith(event);
    return matchId === undefined || locked.has(matchId) ? event : redact(event);
  });
};

/**
 * An index whose answers may be shown to people: nobody, organisers included, sees a pick before its match is locked; they
 * may play too. Whoever serves events to people takes this, and not the index itself.
 */
export const shownEvents = (index: EventIndex, locks: Locks): ShownEvents => {
  const page = async (tenantId: string, answer: Promise<EventPage>): Promise<ShownPage> => {
    const { events, ...rest } = await answer;
    return { events: await shown(locks, tenantId, events), ...rest };
  };
  return {
    find: async (tenantId, id) => {
      const event = await index.find(tenantId, id);
      return event && (await shown(locks, tenantId, [event]))[0];
    },
    byType: (tenantId, ...question) => page(tenantId, index.byType(tenantId, ...question)),
    byCorrelation: (tenantId, ...question) => page(tenantId, index.byCorrelation(tenantId, ...question)),
    since: (tenantId, ...question) => page(tenantId, index.since(tenantId, ...question)),
    next: (tenantId, ...question) => page(tenantId, index.next(tenantId, ...question)),
  };
};
