import { addHandlings, type HandlingMinute, type Handlings, minuteOf, noHandlings, withoutPicks } from './handling.ts';

/** What a handler did in a minute, in numbers for a chart. */
export interface MinuteRates {
  /** `2023-08-11T20:00`, UTC. */
  readonly minute: string;
  /** Deliveries for the first time. */
  readonly arrived: number;
  /** Succeeded or skipped. */
  readonly processed: number;
  readonly parked: number;
  readonly failed: number;
  readonly deadLettered: number;
  readonly meanMs: number | null;
  readonly meanDelayMs: number | null;
  readonly maxDelayMs: number;
}

/** What handlers did, minute by minute. */
export interface HandlingRates {
  readonly at: string;
  /** The first minute that was asked for. */
  readonly from: string;
  readonly handlers: readonly { readonly handler: string; readonly minutes: readonly MinuteRates[] }[];
}

/** Counts of minutes are kept for three hours. */
export const MAX_RATE_MINUTES = 180;

const MINUTE_MS = 60_000;

/** The first of so many minutes, of which the current one is the last. */
export const ratesFrom = (now: string, minutes: number): string =>
  minuteOf(new Date(Date.parse(now) - (minutes - 1) * MINUTE_MS).toISOString());

const ratesOf = (minute: string, sum: Handlings): MinuteRates => {
  const processed = sum.succeeded + sum.skipped;
  const handled = processed + sum.parked + sum.failed + sum.deadLettered;
  const mean = (total: number): number | null => (handled === 0 ? null : total / handled);
  return {
    minute,
    arrived: sum.arrived,
    processed,
    parked: sum.parked,
    failed: sum.failed,
    deadLettered: sum.deadLettered,
    meanMs: mean(sum.ms),
    meanDelayMs: mean(sum.delayMs),
    maxDelayMs: sum.maxDelayMs,
  };
};

/** The minutes of one handler, each once: environments count on their own. A minute without deliveries is left out. */
const minutesOf = (counted: readonly HandlingMinute[]): readonly MinuteRates[] => {
  const sums = new Map<string, Handlings>();
  for (const { minute, types } of counted)
    for (const own of Object.values(types)) sums.set(minute, addHandlings(sums.get(minute) ?? noHandlings, own));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([minute, sum]) => ratesOf(minute, sum));
};

/** What is known of handlers, and since when somebody wants to know it. */
export interface RateFacts {
  readonly now: string;
  readonly from: string;
  readonly handlers: readonly string[];
  readonly minutes: readonly HandlingMinute[];
}

/** Rates by handler and minute. */
export const handlingRates = ({ now, from, handlers, minutes }: RateFacts): HandlingRates => {
  const counted = withoutPicks(minutes).filter(({ minute }) => minute >= from && minute <= minuteOf(now));
  return {
    at: now,
    from,
    handlers: handlers.map(handler => ({
      handler,
      minutes: minutesOf(counted.filter(minute => minute.handler === handler)),
    })),
  };
};
