import { addHandlings, type HandlingMinute, type Handlings, minuteOf, noHandlings, withoutPicks } from './handling.ts';

/** How it stands: all is well; errors or queues need somebody; the store does not answer. */
export type HealthStatus = 'ok' | 'degraded' | 'unhealthy';

/** Messages of a queue, about. */
export interface QueueDepth {
  readonly waiting: number;
  /** Handed out and not yet handled. */
  readonly inFlight: number;
}

/** The queues of a handler: of its events, of those it failed on for good, and of those the bus could not deliver. */
export interface HandlerQueues {
  readonly events: QueueDepth;
  readonly deadLetters: QueueDepth;
  readonly undelivered: QueueDepth;
}

/** Rates of handling over some minutes. */
export interface Rates {
  readonly events: number;
  readonly errors: number;
  /** Of all handlings; 0 when there were none. */
  readonly errorRate: number;
  readonly successRate: number;
  readonly eventsPerSecond: number;
  /** Null when there were none. */
  readonly meanMs: number | null;
  readonly meanDelayMs: number | null;
  readonly maxDelayMs: number;
}

export interface HandlerHealth {
  readonly handler: string;
  readonly lastFiveMinutes: Rates;
  readonly lastHour: Rates;
  readonly queues: HandlerQueues | null;
}

/** A type of event over the last hour: of each handler that takes it, one handling. */
export interface TypeHealth {
  readonly type: string;
  readonly total: number;
  readonly processed: number;
  readonly parked: number;
  readonly deadLettered: number;
  /** Failed, and not yet delivered again. */
  readonly pending: number;
  readonly meanMs: number | null;
}

export interface EventsHealth {
  readonly status: HealthStatus;
  /** Why it is not `ok`, a sentence each. */
  readonly reasons: readonly string[];
  readonly at: string;
  readonly lastFiveMinutes: Rates;
  readonly lastHour: Rates;
  readonly backlog: number;
  readonly deadLetters: number;
  readonly handlers: readonly HandlerHealth[];
  readonly types: readonly TypeHealth[];
}

/** Above this share of errors over the last five minutes it is degraded. */
const MAX_ERROR_RATE = 0.05;
/** More messages than this that wait for one handler are too many. */
const MAX_WAITING = 1000;

const [RECENT_MINUTES, HOUR_MINUTES] = [5, 60];

/** The first minute that counts: the current one is the last of them. */
const since = (now: string, minutes: number): string =>
  minuteOf(new Date(Date.parse(now) - (minutes - 1) * 60_000).toISOString());

/** From which minute on minutes are to be read. */
export const healthSince = (now: string): string => since(now, HOUR_MINUTES);

const handled = ({ succeeded, skipped, parked, failed, deadLettered }: Handlings): number =>
  succeeded + skipped + parked + failed + deadLettered;

const mean = (sum: number, count: number): number | null => (count === 0 ? null : sum / count);

const ratesOf = (sum: Handlings, minutes: number): Rates => {
  const events = handled(sum);
  const errors = sum.failed + sum.deadLettered;
  return {
    events,
    errors,
    errorRate: events === 0 ? 0 : errors / events,
    successRate: events === 0 ? 1 : (sum.succeeded + sum.skipped) / events,
    eventsPerSecond: events / (minutes * 60),
    meanMs: mean(sum.ms, events),
    meanDelayMs: mean(sum.delayMs, events),
    maxDelayMs: sum.maxDelayMs,
  };
};

const sumOf = (minutes: readonly HandlingMinute[]): Handlings =>
  minutes.flatMap(({ types }) => Object.values(types)).reduce(addHandlings, noHandlings);

const both = (minutes: readonly HandlingMinute[], now: string) => ({
  lastFiveMinutes: ratesOf(sumOf(minutes.filter(({ minute }) => minute >= since(now, RECENT_MINUTES))), RECENT_MINUTES),
  lastHour: ratesOf(sumOf(minutes), HOUR_MINUTES),
});

const typesOf = (minutes: readonly HandlingMinute[]): readonly TypeHealth[] => {
  const byType = new Map<string, Handlings>();
  for (const [type, own] of minutes.flatMap(({ types }) => Object.entries(types)))
    byType.set(type, addHandlings(byType.get(type) ?? noHandlings, own));
  return [...byType]
    .map(([type, sum]) => {
      const processed = sum.succeeded + sum.skipped;
      const ended = processed + sum.parked + sum.deadLettered;
      return {
        type,
        total: sum.arrived,
        processed,
        parked: sum.parked,
        deadLettered: sum.deadLettered,
        // What failed before the hour and ended in it arrived earlier.
        pending: Math.max(0, sum.arrived - ended),
        meanMs: mean(sum.ms, handled(sum)),
      };
    })
    .sort((a, b) => (a.type < b.type ? -1 : 1));
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const troubleOf = ({ handler, lastFiveMinutes, queues }: HandlerHealth): readonly string[] => {
  const waiting = queues?.events.waiting ?? 0;
  return [
    ...(lastFiveMinutes.errorRate > MAX_ERROR_RATE
      ? [`${handler} failed on ${percent(lastFiveMinutes.errorRate)} of what it handled in five minutes`]
      : []),
    ...(waiting > MAX_WAITING ? [`${waiting} events wait for ${handler}`] : []),
  ];
};

/** What is known of the handlers: what they did in each minute of the last hour, and their queues; null: unknown. */
export interface HealthFacts {
  readonly now: string;
  readonly handlers: readonly string[];
  readonly minutes: readonly HandlingMinute[];
  readonly queues: Readonly<Record<string, HandlerQueues>> | null;
}

/** How the handling of events stands. */
export const eventsHealth = ({ now, handlers, minutes, queues }: HealthFacts): EventsHealth => {
  const counted = withoutPicks(minutes).filter(({ minute }) => minute >= healthSince(now) && minute <= minuteOf(now));
  const each = handlers.map((handler): HandlerHealth => {
    const own = counted.filter(minute => minute.handler === handler);
    return { handler, ...both(own, now), queues: queues?.[handler] ?? null };
  });
  const known = each.flatMap(({ queues }) => (queues ? [queues] : []));
  const reasons = [...each.flatMap(troubleOf), ...(queues === null ? ['the queues do not answer'] : [])];
  return {
    status: reasons.length > 0 ? 'degraded' : 'ok',
    reasons,
    at: now,
    ...both(counted, now),
    backlog: known.reduce((sum, { events }) => sum + events.waiting + events.inFlight, 0),
    deadLetters: known.reduce(
      (sum, { deadLetters, undelivered }) => sum + deadLetters.waiting + undelivered.waiting,
      0,
    ),
    handlers: each,
    types: typesOf(counted),
  };
};
