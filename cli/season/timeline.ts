import { DateTime } from 'luxon';
import type { Feed, FeedMatch } from '../../shared/application/feed/feed.ts';

/** What happens at one instant of a season, in this order. */
export interface Moment {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Matches whose picks are handed in now: all of a day, an hour before the first of them locks. */
  readonly picks: readonly FeedMatch[];
  /** Matches that kick off, or are called off on the day. */
  readonly kickOffs: readonly FeedMatch[];
  /** Matches that end. */
  readonly results: readonly FeedMatch[];
}

/** A match with a score finishes two hours after kick-off. */
const MATCH_HOURS = 2;
const PICKS_HOURS_BEFORE = 1;

/** An instant some hours off another, ISO 8601 in UTC. */
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(DateTime.fromISO(instant, { zone: 'utc' }).plus({ hours }).toMillis()).toISOString();

const hasResult = ({ outcome }: FeedMatch): boolean => outcome.kind === 'played' || outcome.kind === 'awarded';

/** When a match is over, if it is played. */
export const endOf = ({ kickOff }: FeedMatch): string => hoursAfter(kickOff.at, MATCH_HOURS);

/** The instant before which nothing of the season has happened: matches are announced, players join. */
export const announcementOf = (feed: Feed): string => {
  const first = feed.matches.map(({ kickOff }) => kickOff.at).sort()[0] ?? new Date(0).toISOString();
  return hoursAfter(first, -7 * 24);
};

/** The day of an instant, UTC. */
const dayOf = (instant: string): string => instant.slice(0, 10);

/** The season of a feed from its first picks to its last result, moment by moment. */
export const timelineOf = (feed: Feed): readonly Moment[] => {
  const days = Map.groupBy(feed.matches.map(({ kickOff }) => kickOff.at).sort(), dayOf);
  const firstOfDay = (at: string): string => days.get(dayOf(at))?.[0] ?? at;
  const steps = feed.matches.flatMap(match => [
    { at: hoursAfter(firstOfDay(match.kickOff.at), -PICKS_HOURS_BEFORE), kind: 'picks' as const, match },
    { at: match.kickOff.at, kind: 'kickOffs' as const, match },
    ...(hasResult(match) ? [{ at: endOf(match), kind: 'results' as const, match }] : []),
  ]);
  return [...Map.groupBy(steps, step => step.at)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, own]) => {
      const of = (kind: (typeof own)[number]['kind']) =>
        own.filter(step => step.kind === kind).map(({ match }) => match);
      return { at, picks: of('picks'), kickOffs: of('kickOffs'), results: of('results') };
    });
};
