/** How fast the season goes by: matchdays a minute, or as fast as the machine can. */
export type Speed = number | 'fastest';

/** What one handler has had to do since the start. */
export interface HandlerCounts {
  readonly handler: string;
  readonly invocations: number;
  readonly failures: number;
  readonly waiting: number;
  readonly deadLetters: number;
}

/** What has happened since the start, by step on the way of a fact. */
export interface Counts {
  readonly requests: number;
  readonly stored: number;
  readonly published: number;
  readonly delivered: number;
  readonly handled: number;
  readonly waiting: number;
  readonly deadLetters: number;
  readonly handlers: readonly HandlerCounts[];
}

/** How the demo is now, as the machine that runs it says. */
export interface DemoState {
  readonly phase: 'opening' | 'playing' | 'paused' | 'finished';
  readonly speed: Speed;
  readonly speeds: readonly Speed[];
  /** The matchday that was complete last. */
  readonly matchday: string | null;
  /** Why it stands still, when nobody has paused it. */
  readonly trouble: string | null;
  readonly season: {
    readonly name: string;
    readonly title: string;
    readonly competition: string;
    readonly poolId: string;
    readonly matches: number;
  };
  readonly seasons: readonly { readonly name: string; readonly title: string }[];
  /** Matches that are over. */
  readonly played: number;
  /** The virtual instant. */
  readonly clock: string;
  readonly broken: readonly string[];
  readonly breakable: readonly string[];
  readonly counts: Counts;
}

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
