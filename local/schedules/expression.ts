import { LocalRuntimeError } from '../types.ts';

/** The first instant after another at which a schedule is due; undefined: never again. */
export type NextDue = (after: Date) => Date | undefined;

const MINUTE_MS = 60_000;
const UNIT_MS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 1440 * MINUTE_MS };

/** A cron that is not due within this many days never is: the longest gap is that of 29 February around a century. */
const HORIZON_DAYS = 8 * 366 + 1;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Field {
  readonly low: number;
  readonly high: number;
  readonly names?: readonly string[];
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html: minutes hours day-of-month month day-of-week year. */
const FIELDS: readonly Field[] = [
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12, names: MONTHS },
  { low: 1, high: 7, names: WEEKDAYS },
  { low: 1970, high: 2199 },
];

const numberOf = (text: string, field: Field): number => {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + field.low : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= field.low && value <= field.high))
    throw new SyntaxError(`"${text}" is not within ${field.low} to ${field.high}`);
  return value;
};

/** One part of a field: `*`, `5`, `MON-FRI`, `0/15`, `8-18/2`. L, W and # are not for here. */
const partOf = (text: string, field: Field): readonly number[] => {
  const [range = '', step, ...surplus] = text.split('/');
  const [from = '', to, ...more] = range.split('-');
  if (surplus.length > 0 || more.length > 0) throw new SyntaxError(`"${text}" is not understood`);
  const every = range === '*' || range === '?';
  const low = every ? field.low : numberOf(from, field);
  const high = to !== undefined ? numberOf(to, field) : every || step !== undefined ? field.high : low;
  const by = step === undefined ? 1 : Number(step);
  if (!Number.isInteger(by) || by < 1) throw new SyntaxError(`"${text}" has no valid step`);
  const values: number[] = [];
  for (let value = low; value <= high; value += by) values.push(value);
  return values;
};

const cron = (text: string): NextDue => {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 6) throw new SyntaxError('a cron expression has six fields');
  const sets = FIELDS.map(
    (field, index) => new Set((parts[index] ?? '').split(',').flatMap(part => partOf(part, field))),
  );
  const [minutes, hours, days, months, weekdays, years] = sets;
  const fits = (set: Set<number> | undefined, value: number): boolean => set?.has(value) === true;
  const dayFits = (date: Date): boolean =>
    fits(years, date.getUTCFullYear()) &&
    fits(months, date.getUTCMonth() + 1) &&
    fits(days, date.getUTCDate()) &&
    fits(weekdays, date.getUTCDay() + 1);
  return after => {
    const first = new Date(Math.floor(after.getTime() / MINUTE_MS) * MINUTE_MS + MINUTE_MS);
    for (let day = 0; day <= HORIZON_DAYS; day += 1) {
      const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate() + day);
      if (!dayFits(new Date(start))) continue;
      for (let minute = 0; minute < 1440; minute += 1) {
        const due = start + minute * MINUTE_MS;
        if (due < first.getTime()) continue;
        if (fits(hours, Math.floor(minute / 60)) && fits(minutes, minute % 60)) return new Date(due);
      }
    }
    return undefined;
  };
};

const rate = (value: number, unit: string, anchor: Date): NextDue => {
  const period = value * (UNIT_MS[unit.replace(/s$/, '')] ?? 0);
  if (!(period > 0)) throw new SyntaxError('a rate is a positive number of minutes, hours or days');
  return after => {
    const periods = Math.floor((after.getTime() - anchor.getTime()) / period) + 1;
    return new Date(anchor.getTime() + Math.max(1, periods) * period);
  };
};

const parse = (expression: string, anchor: Date): NextDue => {
  const [, kind, inner = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'cron') return cron(inner);
  if (kind === 'rate') {
    const [, value, unit = ''] = /^(\d+) (minutes?|hours?|days?)$/.exec(inner) ?? [];
    return rate(Number(value), unit, anchor);
  }
  const once = new Date(`${inner}Z`);
  if (kind !== 'at' || Number.isNaN(once.getTime())) throw new SyntaxError('it is no rate(), cron() or at()');
  return after => (once > after ? once : undefined);
};

/**
 * When a schedule is due, in UTC. A rate counts from `anchor`, as AWS's from the schedule's creation.
 * @throws LocalRuntimeError naming `owner` for an expression that is not understood.
 */
export const scheduleExpression = (expression: string, anchor: Date, owner: string): NextDue => {
  try {
    return parse(expression, anchor);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new LocalRuntimeError(`${owner}: the schedule ${expression} does not run locally: ${cause.message}.`, {
      cause,
    });
  }
};
