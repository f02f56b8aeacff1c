import type { EventIndex, EventPage } from './event-index.ts';
import type { HandlerQueues } from './health.ts';
import { type OutcomeReader, PROJECTED, type ProjectedName } from './read-after.ts';

/** What is read to say how far a read model is behind. */
export interface LagSources {
  readonly index: Pick<EventIndex, 'since' | 'next'>;
  readonly outcomes: OutcomeReader;
}

/** An event that the read model does not know of yet. */
export interface Unhandled {
  readonly eventId: string;
  readonly occurredAt: string;
  readonly ageMs: number;
}

/** Events further back than this are not looked at: one that fails five times is a dead letter by then. Milliseconds. */
const LOOK_BACK_MS = 60 * 60 * 1000;
const PAGE = 100;
/** Pages that are looked at, at most. */
const MAX_PAGES = 10;

/** The names of the read models. */
export const PROJECTION_NAMES = Object.keys(PROJECTED) as readonly ProjectedName[];

/** Whether a handler has something to do, as far as its queue knows. */
export const isBehind = (queues: HandlerQueues | undefined): boolean =>
  queues === undefined || queues.events.waiting + queues.events.inFlight > 0;

/**
 * The oldest event of a tenant that a read model should know of and does not: among the first thousand of the last hour;
 * undefined: there is none among them.
 */
export const oldestUnhandled = async (
  { index, outcomes }: LagSources,
  { tenantId, name, now }: { readonly tenantId: string; readonly name: ProjectedName; readonly now: string },
): Promise<Unhandled | undefined> => {
  const { handler, events: types } = PROJECTED[name];
  const since = new Date(Date.parse(now) - LOOK_BACK_MS).toISOString();
  let page: EventPage = await index.since(tenantId, { since, types }, PAGE);
  for (let pages = 1; ; pages += 1) {
    const ids = page.events.map(({ id }) => id);
    const done = ids.length > 0 ? await outcomes.done(tenantId, handler, ids) : new Set<string>();
    const first = page.events.find(({ id }) => !done.has(id));
    if (first) {
      const { id: eventId, occurredAt } = first;
      return { eventId, occurredAt, ageMs: Math.max(0, Date.parse(now) - Date.parse(occurredAt)) };
    }
    if (!page.more || page.cursor === undefined || pages >= MAX_PAGES) return undefined;
    page = await index.next(tenantId, page.cursor, PAGE);
  }
};
