/** A span until the lock, in the largest two of days, hours, minutes and seconds. */
export interface Span {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Milliseconds in parts; what is over is nothing. */
export const spanOf = (milliseconds: number): Span => {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
};

const UNITS = { days: 'day', hours: 'hour', minutes: 'minute', seconds: 'second' } as const;

/** "2 days 3 hours", "59 seconds", in the language. */
export const spanText = (span: Span, language: string): string => {
  const names = Object.keys(UNITS) as (keyof Span)[];
  const first = names.findIndex(name => span[name] > 0);
  const shown = first === -1 ? (['seconds'] as const) : names.slice(first, first + 2);
  return shown
    .map(name =>
      new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[name], unitDisplay: 'long' }).format(span[name]),
    )
    .join(' ');
};
