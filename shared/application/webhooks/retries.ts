const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds to wait after the first failed attempt, the second, ...: three days in all, as Standard Webhooks advises. */
export const WAITS: readonly number[] = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** By so much a wait is longer at most, so that what failed together is not tried again together. */
const JITTER = 0.1;
/** An endpoint may ask for this at most. */
const MAX_RETRY_AFTER_MS = 24 * HOUR * 1000;

/**
 * When to try again after `failures` attempts have failed; undefined: never.
 *
 * @param retryAfterMs what the endpoint asked for: it makes the wait longer, never shorter
 */
export const nextAttempt = (
  failures: number,
  { now, random, retryAfterMs = 0 }: { readonly now: string; readonly random: number; readonly retryAfterMs?: number },
): string | undefined => {
  const wait = WAITS[failures - 1];
  if (wait === undefined) return undefined;
  const milliseconds = Math.max(wait * 1000 * (1 + JITTER * random), Math.min(retryAfterMs, MAX_RETRY_AFTER_MS));
  return new Date(Date.parse(now) + Math.round(milliseconds)).toISOString();
};

/**
 * Milliseconds that a `Retry-After` asks to wait: seconds, or a date. Undefined for what is neither.
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export const retryAfterMs = (header: string | undefined, now: string): number | undefined => {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.parse(now));
};
