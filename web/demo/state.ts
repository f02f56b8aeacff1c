import type { Counts } from '../../client/demo.ts';

/** A row of the table, by name. */
export interface Place {
  readonly rank: number;
  readonly player: string;
  readonly points: number;
}

/** Goals of both sides. */
export interface Score {
  readonly home: number;
  readonly away: number;
}

/** A correction that was made. */
export interface Correction {
  readonly home: string;
  readonly away: string;
  readonly before: Score;
  readonly after: Score;
}

/** What is counted at once in `Counts`. */
export type Total = Exclude<keyof Counts, 'handlers'>;

/** Invocations that failed, of all handlers. */
export const failuresOf = ({ handlers }: Counts): number => handlers.reduce((sum, { failures }) => sum + failures, 0);

/** A place that is another one now. */
export interface Moved {
  readonly player: string;
  readonly before: Place | undefined;
  readonly now: Place;
}

/** The places that have moved or have other points, by rank. */
export const movedPlaces = (before: readonly Place[], now: readonly Place[]): readonly Moved[] => {
  const known = new Map(before.map(place => [place.player, place]));
  return now.flatMap(place => {
    const own = known.get(place.player);
    return own?.rank === place.rank && own.points === place.points
      ? []
      : [{ player: place.player, before: own, now: place }];
  });
};
