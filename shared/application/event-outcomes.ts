import type { Clock } from './execution.ts';
import { type Locks, lockedAmong } from './locks.ts';
import type { Outcome } from './outcome.ts';

/** What the audit has of one event at one handler: its last outcome. */
export interface RecordedOutcome {
  readonly handler: string;
  readonly status: Outcome['status'];
  /** Why it was skipped, parked or failed; null: it succeeded. */
  readonly reason: string | null;
  /** The name of the error; null without one. */
  readonly error: string | null;
  /** 1 for the first delivery. */
  readonly attempt: number;
  /** ISO 8601. */
  readonly at: string;
  /** In the handler, of the batch that the event was in. */
  readonly ms: number;
}

/** Reads what the audit has of events. */
export interface RecordedOutcomes {
  /** By event, each by handler; an event that nobody has handled has none. */
  of(tenantId: string, eventIds: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedOutcome[]>>;
}

/** The outcomes of an event as people may see them. */
export interface ShownOutcomes {
  readonly eventId: string;
  /** The match is not locked yet: who handled a pick, and how, depends on the pick. */
  readonly withheld: boolean;
  readonly outcomes: readonly RecordedOutcome[];
}

/** What outcomes are shown from. */
export interface OutcomeSources {
  readonly recorded: RecordedOutcomes;
  readonly store: Locks['store'];
  readonly clock: Clock;
}

/** `prediction-<match>.<player>:<version>` */
const PREDICTION_EVENT = /^prediction-([^.:]+)\./;

/** The match whose lock decides whether it may be shown what handlers made of an event; undefined: it always may. */
export const lockedWith = (eventId: string): string | undefined => PREDICTION_EVENT.exec(eventId)?.[1];

/**
 * What became of events at each handler. Of a prediction nothing before its match is locked: some handlers take only picks of
 * which a player is sure, and filters of webhooks may look at anything, so that who has handled it tells what was picked.
 */
export const shownOutcomes = async (
  { recorded, store, clock }: OutcomeSources,
  tenantId: string,
  eventIds: readonly string[],
): Promise<readonly ShownOutcomes[]> => {
  // Read before the lock is looked at: what was read while picks were open is shown only when they have closed since.
  const found = await recorded.of(tenantId, eventIds);
  const matches = eventIds.flatMap(eventId => lockedWith(eventId) ?? []);
  const locked = await lockedAmong({ store, clock }, tenantId, matches);
  return eventIds.map(eventId => {
    const matchId = lockedWith(eventId);
    const withheld = matchId !== undefined && !locked.has(matchId);
    return { eventId, withheld, outcomes: withheld ? [] : (found.get(eventId) ?? []) };
  });
};
