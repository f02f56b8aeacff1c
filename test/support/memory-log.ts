import type { EventIndex, EventPage, SinceQuery } from '../../shared/application/event-index.ts';
import type { Envelope } from '../../shared/events/envelope.ts';

/** A log of events that can be asked "since", as the index can: pages are cut anywhere, and may be empty though there is more. */
export interface MemoryLog {
  readonly index: Pick<EventIndex, 'since' | 'next'>;
  append(...events: readonly Envelope[]): void;
}

/** @param sizeOf - how much of the log an answer looks at, of at most this limit; absent: as much */
export const memoryLog = (sizeOf: (limit: number) => number = limit => limit): MemoryLog => {
  const log: Envelope[] = [];
  const answer = async (query: SinceQuery, from: number, limit: number): Promise<EventPage> => {
    const to = Math.min(log.length, from + sizeOf(limit));
    const isWanted = ({ type, occurredAt }: Envelope): boolean =>
      (query.types?.includes(type) ?? true) && occurredAt >= (query.since ?? '');
    return {
      events: log.slice(from, to).filter(isWanted),
      cursor: JSON.stringify({ query, to }),
      more: to < log.length,
      watermark: { position: log.length, indexedUntil: log.at(-1)?.occurredAt ?? null },
    };
  };
  return {
    index: {
      since: (_, query, limit) => answer(query, 0, limit),
      next: (_, cursor, limit) => {
        const { query, to } = JSON.parse(cursor) as { readonly query: SinceQuery; readonly to: number };
        return answer(query, to, limit);
      },
    },
    append: (...events) => {
      log.push(...events);
    },
  };
};
