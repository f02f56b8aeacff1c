/** A day on which the table moved, as the API says it. */
export interface Day {
  readonly at: string;
  readonly rounds: readonly (string | null)[];
}

/** Where the slider through time may stand: at each day, and after them at today. */
export const placeOf = (days: readonly Day[], at: string | undefined): number => {
  if (at === undefined) return days.length;
  const later = days.findIndex(day => day.at > at);
  return Math.max(0, (later === -1 ? days.length : later) - 1);
};

/** The instant of a place; undefined: now. */
export const instantOf = (days: readonly Day[], place: number): string | undefined => days[place]?.at;

/** Places at which a matchday was over. */
export const markedPlaces = (days: readonly Day[]): readonly number[] =>
  days.flatMap((day, place) => (day.rounds.length > 0 ? [place] : []));

/** The place of the next matchday's end in a direction; at the ends, the first day and today. */
export const nextMark = (days: readonly Day[], place: number, direction: 1 | -1): number => {
  const marks = markedPlaces(days);
  return direction === 1
    ? (marks.find(mark => mark > place) ?? days.length)
    : (marks.findLast(mark => mark < place) ?? 0);
};

/** The last matchday that was over at a place; undefined: none was. */
export const roundAt = (days: readonly Day[], place: number): string | null | undefined =>
  days
    .slice(0, place + 1)
    .flatMap(day => day.rounds)
    .at(-1);
