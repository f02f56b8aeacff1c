import { DateTime, IANAZone } from 'luxon';
import type { KickOff } from '../../domain/match.ts';

/** A kick-off, or which of the two fields is wrong and how. */
export type LocalTime =
  | { readonly ok: true; readonly kickOff: KickOff }
  | { readonly ok: false; readonly field: 'date' | 'time'; readonly message: string };

export const isTimeZone = (zone: string): boolean => IANAZone.isValidZone(zone);

/**
 * The instant of a local date (`2023-08-11`) and time (`20:00`, `9:30`; null: unknown). Of a time that the clocks' going
 * back gives twice it is the first; one that their going forward skips counts from the hour before, so 02:30 is 03:30.
 *
 * @param zone a valid IANA name
 */
export const kickOffAt = (date: string, time: string | null, zone: string): LocalTime => {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !day.isValid)
    return { ok: false, field: 'date', message: 'must be a day such as 2023-08-11' };
  if (time === null)
    return { ok: true, kickOff: { at: utc(DateTime.fromISO(date, { zone }).startOf('day')), timeKnown: false } };
  const clock = /^(\d{1,2}):(\d{2})$/.exec(time);
  const [hour, minute] = [Number(clock?.[1]), Number(clock?.[2])];
  if (!clock || hour > 23 || minute > 59)
    return { ok: false, field: 'time', message: 'must be a time of day such as 20:45' };
  const local = day.set({ hour, minute }).setZone(zone, { keepLocalTime: true });
  const [first = local] = local.getPossibleOffsets();
  return { ok: true, kickOff: { at: utc(first), timeKnown: true } };
};

const utc = (time: DateTime): string => new Date(time.toMillis()).toISOString();
