/**
 * What became of one event at one handler. Exactly one of these is on record for each (event, handler) that the routing
 * brings together; an error is never swallowed.
 */
export type Outcome =
  | { readonly status: 'succeeded' }
  /** Nothing had to be done, and why: "already applied". */
  | { readonly status: 'skipped'; readonly reason: string }
  /** A schema from the future: kept in the store, handled once newer code is deployed. */
  | { readonly status: 'parked'; readonly reason: string }
  /** Will be delivered again, up to the queue's limit. */
  | { readonly status: 'failed'; readonly error: Error }
  /** The last delivery failed: the event is in the dead-letter queue. */
  | { readonly status: 'dead-lettered'; readonly error: Error };

export const succeeded: Outcome = { status: 'succeeded' };

export const skipped = (reason: string): Outcome => ({ status: 'skipped', reason });

export const failed = (error: unknown): Outcome => ({
  status: 'failed',
  error: error instanceof Error ? error : new Error(String(error)),
});

/** A line of the audit: who handled which event, how it ended, in which attempt, how long it took. */
export interface AuditRecord {
  readonly tenantId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly handler: string;
  readonly outcome: Outcome;
  readonly attempt: number;
  /** ISO 8601. */
  readonly at: string;
  readonly durationMs: number;
  /** When the event happened, as far as it could be read: counted, not kept. ISO 8601. */
  readonly occurredAt?: string | undefined;
  /** The message that brought it: tells the attempts of two deliveries apart. */
  readonly messageId?: string | undefined;
}

/** Where outcomes are kept. A later outcome of the same (event, handler) replaces an earlier one. */
export interface AuditLog {
  record(records: readonly AuditRecord[]): Promise<void>;
}
