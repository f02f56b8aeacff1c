import type { AuditRecord, Outcome } from './outcome.ts';

/** What became of deliveries, in numbers. */
export interface Handlings {
  /** Deliveries of events for the first time. */
  readonly arrived: number;
  readonly succeeded: number;
  readonly skipped: number;
  readonly parked: number;
  /** Will be delivered again. */
  readonly failed: number;
  readonly deadLettered: number;
  /** Milliseconds in the handler, of all of them together. */
  readonly ms: number;
  /** Milliseconds from the event's time to its handling, of all of them, and of the one that took longest. */
  readonly delayMs: number;
  readonly maxDelayMs: number;
}

export const noHandlings: Handlings = {
  arrived: 0,
  succeeded: 0,
  skipped: 0,
  parked: 0,
  failed: 0,
  deadLettered: 0,
  ms: 0,
  delayMs: 0,
  maxDelayMs: 0,
};

export const addHandlings = (a: Handlings, b: Handlings): Handlings => ({
  arrived: a.arrived + b.arrived,
  succeeded: a.succeeded + b.succeeded,
  skipped: a.skipped + b.skipped,
  parked: a.parked + b.parked,
  failed: a.failed + b.failed,
  deadLettered: a.deadLettered + b.deadLettered,
  ms: a.ms + b.ms,
  delayMs: a.delayMs + b.delayMs,
  maxDelayMs: Math.max(a.maxDelayMs, b.maxDelayMs),
});

/** Handlings by the type of the event. */
export type HandlingsByType = Readonly<Record<string, Handlings>>;

/** What one handler did in a minute. */
export interface HandlingMinute {
  readonly handler: string;
  /** `2023-08-11T20:00`, UTC. */
  readonly minute: string;
  readonly types: HandlingsByType;
}

const NAMES = {
  succeeded: 'succeeded',
  skipped: 'skipped',
  parked: 'parked',
  failed: 'failed',
  'dead-lettered': 'deadLettered',
} as const satisfies Record<Outcome['status'], keyof Handlings>;

/** Characters of an instant up to its minute. */
const MINUTE_CHARS = 16;
export const minuteOf = (instant: string): string => instant.slice(0, MINUTE_CHARS);

const handlingOf = ({ outcome, attempt, durationMs, at, occurredAt = at }: AuditRecord): Handlings => {
  const delayMs = Math.max(0, Date.parse(at) - Date.parse(occurredAt));
  const arrived = attempt === 1 ? 1 : 0;
  return { ...noHandlings, arrived, [NAMES[outcome.status]]: 1, ms: durationMs, delayMs, maxDelayMs: delayMs };
};

const addTo = (types: HandlingsByType, record: AuditRecord): HandlingsByType => {
  const known = Object.hasOwn(types, record.eventType) ? types[record.eventType] : undefined;
  return { ...types, [record.eventType]: addHandlings(known ?? noHandlings, handlingOf(record)) };
};

/** The minute with a batch of the same handler added; a new one when the batch is of a later minute. */
export const countHandlings = (
  counted: HandlingMinute | undefined,
  records: readonly [AuditRecord, ...AuditRecord[]],
): HandlingMinute => {
  const [{ handler, at }] = records;
  const minute = minuteOf(at);
  const types = counted?.minute === minute && counted.handler === handler ? counted.types : {};
  return { handler, minute, types: records.reduce(addTo, types) };
};

/**
 * Handlers that take some events of a type only, by what was picked: `notify` takes picks of which a player is sure. In a quiet
 * minute the count of these would tell the pick of whoever made one.
 */
export const ROUTED_BY_PICK: Readonly<Record<string, readonly string[]>> = { notify: ['prediction.created'] };

/** The counts that may be shown: without events that came to a handler, or not, by what was picked. */
export const withoutPicks = (minutes: readonly HandlingMinute[]): readonly HandlingMinute[] =>
  minutes.map(minute => {
    const hidden = Object.hasOwn(ROUTED_BY_PICK, minute.handler) ? ROUTED_BY_PICK[minute.handler] : undefined;
    if (!hidden) return minute;
    const types = Object.fromEntries(Object.entries(minute.types).filter(([type]) => !hidden.includes(type)));
    return { ...minute, types };
  });
