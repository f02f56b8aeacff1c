import { TooManyRequestsError } from './problem.ts';

/** What somebody may send: so many requests a second in the long run, and at once as many as have piled up, to `burst`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets that are kept: beyond that, those that were used least recently are taken for full ones. */
const MAX_BUCKETS = 10_000;

/**
 * A token bucket for each key: takes one token, or says in how many seconds there will be one.
 *
 * In the memory of one execution environment: with n of them somebody may send up to n times as much. It keeps one program
 * that has lost its mind from taking a function for itself; the stage's throttling at the gateway is the limit of all together.
 *
 * @param now milliseconds
 */
export const tokenBuckets = ({ perSecond, burst }: Rate, now: () => number): ((key: string) => number) => {
  const buckets = new Map<string, Bucket>();
  const refilled = (key: string): Bucket => {
    const at = now();
    const bucket = buckets.get(key);
    if (!bucket) return { tokens: burst, at };
    // A clock that was set back fills nothing.
    const seconds = Math.max(0, at - bucket.at) / 1000;
    return { tokens: Math.min(burst, bucket.tokens + seconds * perSecond), at };
  };
  return key => {
    const { tokens, at } = refilled(key);
    buckets.delete(key);
    const taken = tokens >= 1;
    buckets.set(key, { tokens: taken ? tokens - 1 : tokens, at });
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_BUCKETS && oldest !== undefined) buckets.delete(oldest);
    return taken ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  };
};

/** `10/50`: ten a second, fifty at once. */
const RATE = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/;

/** The text of a rate is not one. */
class InvalidRateError extends Error {
  override readonly name = 'InvalidRateError';
}

/** Refuses who asks too often. */
export type Limit = (principal: { readonly tenantId: string; readonly playerId: string }) => void;

/**
 * The limit that a text such as `10/50` names; without one there is none.
 *
 * @throws InvalidRateError at once; what it returns throws TooManyRequestsError
 */
export const limitOf = (rate: string | undefined, now: () => number = Date.now): Limit => {
  if (rate === undefined || rate === '') return () => undefined;
  const [, perSecond, burst] = RATE.exec(rate) ?? [];
  if (perSecond === undefined) throw new InvalidRateError(`${rate}: a rate is a number a second and a burst: 10/50`);
  const take = tokenBuckets({ perSecond: Number(perSecond), burst: Number(burst) }, now);
  return ({ tenantId, playerId }) => {
    const seconds = take(`${tenantId}/${playerId}`);
    if (seconds > 0) throw new TooManyRequestsError(seconds);
  };
};
