/** A round as the API lists it: how many of its matches are in which status. */
export interface Round {
  readonly round: string | null;
  readonly matches: Readonly<
    Record<'scheduled' | 'postponed' | 'started' | 'finished' | 'awarded' | 'cancelled', number>
  >;
  readonly firstKickOff: string;
  readonly lastKickOff: string;
}

/** Matches that one can still predict, or watch. */
const isOpen = ({ matches }: Round): boolean => matches.scheduled + matches.started > 0;

/** The round to begin with: the first with a match that is to be played, without stragglers of earlier ones; else the last. */
export const currentRound = (rounds: readonly Round[], now: string): Round | undefined =>
  rounds.find(round => isOpen(round) && round.lastKickOff >= now) ?? rounds.find(isOpen) ?? rounds.at(-1);
