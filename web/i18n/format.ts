import { formatDistance, type Locale } from 'date-fns';
import { de } from 'date-fns/locale/de';
import { enGB } from 'date-fns/locale/en-GB';
import { useMemo } from 'react';
import { useLanguage } from './language.ts';

/** Numbers and times in the visitor's language and time zone. Times are ISO texts. */
export interface Format {
  readonly dateTime: (at: string) => string;
  readonly date: (at: string) => string;
  readonly time: (at: string) => string;
  /** With milliseconds: for the console. */
  readonly precise: (at: string) => string;
  readonly number: (value: number, digits?: number) => string;
  /** @param share 0 to 1 */
  readonly percent: (share: number, digits?: number) => string;
  /** "in 3 hours", "2 days ago". */
  readonly relative: (at: string, now: Date) => string;
  /** The visitor's time zone: `Europe/Berlin`. */
  readonly timeZone: string;
}

const LOCALES: Readonly<Record<string, Locale>> = { en: enGB, de };

/** Formats of a language. */
export const formatOf = (language: string): Format => {
  const tag = language === 'de' ? 'de-DE' : 'en-GB';
  const by = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, options);
    return (at: string): string => format.format(new Date(at));
  };
  // To make a format takes longer than to use it a hundred times, and tables use it in every cell.
  const formats = new Map<string, Intl.NumberFormat>();
  const inDigits = (value: number, digits: number, style: 'decimal' | 'percent'): string => {
    const key = `${style} ${digits}`;
    const options = { style, minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = formats.get(key) ?? new Intl.NumberFormat(tag, options);
    formats.set(key, format);
    return format.format(value);
  };
  return {
    dateTime: by({ dateStyle: 'medium', timeStyle: 'short' }),
    date: by({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    time: by({ hour: '2-digit', minute: '2-digit' }),
    precise: by({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 }),
    number: (value, digits = 0) => inDigits(value, digits, 'decimal'),
    percent: (share, digits = 0) => inDigits(share, digits, 'percent'),
    relative: (at, now) => formatDistance(new Date(at), now, { addSuffix: true, locale: LOCALES[language] ?? enGB }),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
};

/** Formats of the language that is spoken. */
export const useFormat = (): Format => {
  const language = useLanguage();
  return useMemo(() => formatOf(language), [language]);
};
