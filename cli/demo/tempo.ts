import type { Speed } from '../../client/demo.ts';
import type { Moment } from '../season/timeline.ts';

/** Speeds to choose from. At one matchday a minute there is time to hand in a pick before each match. */
export const SPEEDS: readonly Speed[] = [0.5, 1, 3, 10, 'fastest'];

const MINUTE_MS = 60_000;

/**
 * Milliseconds between two moments. A season has as many moments a matchday everywhere, on average; a fortnight without a match
 * takes no longer than an hour does.
 */
export const gapMs = (speed: Speed, moments: number, matchdays: number): number =>
  speed === 'fastest' || moments === 0 ? 0 : (MINUTE_MS / speed) * (Math.max(1, matchdays) / moments);

/** The virtual instant some way from one moment to the next, 0 to 1; never past the next. */
export const instantBetween = (from: string, to: string, way: number): string => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return new Date(start + (end - start) * Math.min(1, Math.max(0, way))).toISOString();
};

/** Matches that the feed says have ended, by moment: where a season that was cut short goes on. */
export const firstUnplayed = (moments: readonly Moment[], isOver: (matchId: string) => boolean): number => {
  let next = 0;
  for (const [index, { results }] of moments.entries()) {
    if (results.some(({ fixture }) => !isOver(fixture.matchId))) return next;
    // Moments come one after another: with the results of one, all before it are done.
    if (results.length > 0) next = index + 1;
  }
  return moments.length;
};
