import type { Envelope } from '../events/envelope.ts';
import type { Commit } from './event-store.ts';

/**
 * How fresh an answer of the index is.
 *
 * The index follows the store by the batching window of its builder (2 s) and its run time; an alarm sounds at 60 s. Of each
 * ledger partition it knows a prefix: when version n of a stream is in the answer, so are all versions before it that the
 * query asks for. A partition of which nothing was written lately is complete; when DynamoDB splits a shard, Lambda reads
 * its children after it, so that the prefix stays one. Shards advance independently: an event of another partition that
 * was stored before `indexedUntil` may follow. It then comes behind every cursor of {@link EventIndex.since}, never before one.
 */
export interface Watermark {
  /** Pages of the tenant that are in the index, all of them visible to all queries. Grows by one with each page. */
  readonly position: number;
  /** `occurredAt` of the newest event among them; null when there is none. */
  readonly indexedUntil: string | null;
}

/** One page of an answer. */
export interface EventPage {
  /** Whole envelopes, as stored. A page may hold fewer than its limit, or none, and yet not be the last: see `more`. */
  readonly events: readonly Envelope[];
  /** Where to read on; opaque. `since` always gives one, to ask again later; the others when there is more. */
  readonly cursor?: string;
  /** There is more now. */
  readonly more: boolean;
  readonly watermark: Watermark;
}

/** Events of one type, newest first: by `occurredAt`, then by stream and version. */
export interface TypeQuery {
  readonly type: string;
  /** Inclusive, ISO 8601. */
  readonly from?: string | undefined;
  /** Exclusive, ISO 8601. */
  readonly to?: string | undefined;
}

/**
 * A whole story: what one command began. In causal order: by `hops` (an effect has one more than its cause), then by
 * `occurredAt`, stream and version. An order by immutable fields: news never shift a page that was read.
 */
export interface CorrelationQuery {
  readonly correlationId: string;
  /** An instant not after the first event of the story: what is older is not searched. Inclusive, ISO 8601. */
  readonly from?: string | undefined;
}

/** Events in the order in which they reached the index, which is that of their versions within a stream. */
export interface SinceQuery {
  /** Only events that occurred at this instant or later, ISO 8601; without it, all there are. */
  readonly since?: string | undefined;
  /** Only events of these types; without it, of all. The others are not read from the ledger. */
  readonly types?: readonly string[] | undefined;
}

/** The index contradicts itself: a page that it names is not there. */
export class CorruptIndexError extends Error {
  override readonly name = 'CorruptIndexError';
}

/**
 * Answers the four questions that a ledger of streams cannot: by id, by type, by correlation id, everything since. The
 * events themselves come from the ledger. A tenant sees its own alone. Limits are 1 to 100 events; an event whose commit
 * was removed by retention is left out.
 *
 * @example
 * let page = await index.since('demo', { since: '2026-11-20T00:00:00.000Z' }, 100);
 * while (page.more && page.cursor) page = await index.next('demo', page.cursor, 100);
 */
export interface EventIndex {
  /** Reads the ledger by key: needs no index and is never behind. */
  find(tenantId: string, eventId: string): Promise<Envelope | undefined>;
  byType(tenantId: string, query: TypeQuery, limit: number): Promise<EventPage>;
  byCorrelation(tenantId: string, query: CorrelationQuery, limit: number): Promise<EventPage>;
  since(tenantId: string, query: SinceQuery, limit: number): Promise<EventPage>;
  /**
   * The next page of any of the three.
   *
   * @throws InvalidCursorError
   */
  next(tenantId: string, cursor: string, limit: number): Promise<EventPage>;
}

/** What fills the index. */
export interface IndexWriter {
  /**
   * Adds commits, in the order of the table's stream; those that are in the index already are passed over. When it throws,
   * any part may be done: the same again, with more or fewer behind it, finishes it.
   */
  add(commits: readonly Commit[]): Promise<void>;
}
