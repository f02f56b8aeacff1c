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

/**
 * About when the next match of an open round kicks off: where most are over, the rest are put off or the last of the matchday, and
 * the last kick-off is theirs.
 */
const nextKickOff = ({ matches, firstKickOff, lastKickOff }: Round): string => {
  const over = matches.finished + matches.awarded + matches.cancelled;
  return matches.started === 0 && over > matches.scheduled ? lastKickOff : firstKickOff;
};

/** The round to begin with: the one that is played, or is to be next, not one with a match that was put off for long; else the last. */
export const currentRound = (rounds: readonly Round[], now: string): Round | undefined => {
  const coming = rounds.filter(round => isOpen(round) && round.lastKickOff >= now);
  const [next] = coming.toSorted((a, b) => nextKickOff(a).localeCompare(nextKickOff(b)));
  return next ?? rounds.find(isOpen) ?? rounds.at(-1);
};
