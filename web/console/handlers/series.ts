import type { MinuteRates, Rates } from '../api-types.ts';

/** A minute on the charts. */
export interface Point {
  /** `2023-08-11T20:00` */
  readonly minute: string;
  readonly processed: number;
  readonly failed: number;
  readonly parked: number;
  readonly deadLettered: number;
  /** Null in a minute without events: the line has a gap there. */
  readonly meanMs: number | null;
  readonly meanDelayMs: number | null;
}

const MINUTE_MS = 60_000;

const minuteOf = (time: number): string => new Date(time).toISOString().slice(0, 16);

/** Every minute from the first to the current one. */
export const minutesOf = ({ from, at }: Pick<Rates, 'from' | 'at'>): readonly string[] => {
  const first = Date.parse(`${from}:00.000Z`);
  const count = Math.floor((Date.parse(at) - first) / MINUTE_MS) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => minuteOf(first + index * MINUTE_MS));
};

const handledIn = ({ processed, parked, failed, deadLettered }: MinuteRates): number =>
  processed + parked + failed + deadLettered;

/** The mean of means, each as heavy as what it is the mean of. */
const meanOf = (rates: readonly MinuteRates[], of: (one: MinuteRates) => number | null): number | null => {
  const known = rates.flatMap(one => {
    const mean = of(one);
    return mean === null ? [] : [{ mean, weight: handledIn(one) }];
  });
  const weight = known.reduce((sum, each) => sum + each.weight, 0);
  return weight === 0 ? null : known.reduce((sum, each) => sum + each.mean * each.weight, 0) / weight;
};

const sumOf = (rates: readonly MinuteRates[], of: (one: MinuteRates) => number): number =>
  rates.reduce((sum, one) => sum + of(one), 0);

const pointOf = (minute: string, rates: readonly MinuteRates[]): Point => ({
  minute,
  processed: sumOf(rates, one => one.processed),
  failed: sumOf(rates, one => one.failed),
  parked: sumOf(rates, one => one.parked),
  deadLettered: sumOf(rates, one => one.deadLettered),
  meanMs: meanOf(rates, one => one.meanMs),
  meanDelayMs: meanOf(rates, one => one.meanDelayMs),
});

/** The minutes of one handler, or of all of them together: every minute, also those in which nothing happened. */
export const seriesOf = (rates: Rates, handler: string | undefined): readonly Point[] => {
  const own = rates.handlers.filter(each => handler === undefined || each.handler === handler);
  const byMinute = Map.groupBy(
    own.flatMap(({ minutes }) => [...minutes]),
    ({ minute }) => minute,
  );
  return minutesOf(rates).map(minute => pointOf(minute, byMinute.get(minute) ?? []));
};

/** What a handler did in all of the minutes. */
export interface Total extends Omit<Point, 'minute'> {
  readonly handler: string;
  readonly perMinute: number;
  readonly maxDelayMs: number;
}

/** The sums of each handler, those with most to do first. */
export const totalsOf = (rates: Rates): readonly Total[] => {
  const count = Math.max(1, minutesOf(rates).length);
  return rates.handlers
    .map(({ handler, minutes }) => {
      const { minute: _, ...sum } = pointOf('', minutes);
      const maxDelayMs = Math.max(0, ...minutes.map(one => one.maxDelayMs));
      return { handler, ...sum, maxDelayMs, perMinute: sumOf(minutes, handledIn) / count };
    })
    .sort((a, b) => b.perMinute - a.perMinute || (a.handler < b.handler ? -1 : 1));
};
