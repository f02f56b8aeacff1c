import type { Format } from '../i18n/format.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in the largest unit that says enough: `3 ms`, `1.2 s`, `4.5 min`. */
export const duration = ({ number }: Pick<Format, 'number'>, milliseconds: number): string => {
  const size = Math.abs(milliseconds);
  if (size < SECOND)
    return `${number(milliseconds, size > 0 && size < 10 && !Number.isInteger(milliseconds) ? 1 : 0)} ms`;
  if (size < MINUTE) return `${number(milliseconds / SECOND, 1)} s`;
  if (size < HOUR) return `${number(milliseconds / MINUTE, 1)} min`;
  if (size < 2 * DAY) return `${number(milliseconds / HOUR, 1)} h`;
  return `${number(milliseconds / DAY, 1)} d`;
};
