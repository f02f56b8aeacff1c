import { slugOf, wordsOf } from './slug.ts';

/** See KEY_LIMIT in `teams.ts`. */
const COMPETITION_LIMIT = 38;

/** A competition's id, from its name: `English Premier League 2023/24` is `english-premier-league-2023-24`. */
export const competitionId = (name: string): string => slugOf(wordsOf(name), COMPETITION_LIMIT);

/** What the id of a match is made of. `round` has the stage in it, if the feed names one. */
export interface Meeting {
  readonly row: number;
  readonly homeKey: string;
  readonly awayKey: string;
  readonly round: string | null;
  /** Local, `2023-08-11`. */
  readonly date: string;
  /** The feed calls it off, breaks it off or awards it: it may be listed again for the day it is played. */
  readonly irregular: boolean;
}

/** The number of a round that follows another by one; Round of 16 is no sixteenth round. */
const NUMBER = /(?<!\bof )\b\d+/;

/** Matchday 3 and Matchday 20 are of one kind, Group H and Quarterfinals are not. */
const kindOf = (round: string): string => round.replace(NUMBER, '#');

const numberOf = ({ round }: Meeting): number => Number(NUMBER.exec(round ?? '')?.[0] ?? Number.NaN);

/** Whether the rounds put the meetings in order by themselves. */
const areNumbered = (meetings: readonly Meeting[]): boolean =>
  new Set(meetings.map(meeting => kindOf(meeting.round ?? ''))).size === 1 &&
  new Set(meetings.map(numberOf).filter(Number.isInteger)).size === meetings.length;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By round number, which stays when a match is moved; by date where rounds have no numbers, or numbers of several kinds. */
const inOrder = (meetings: readonly Meeting[]): readonly Meeting[] =>
  areNumbered(meetings)
    ? meetings.toSorted((a, b) => numberOf(a) - numberOf(b))
    : meetings.toSorted((a, b) => byText(a.date, b.date) || byText(a.round ?? '', b.round ?? ''));

const pairOf = ({ homeKey, awayKey }: Meeting): string => `${homeKey}-${awayKey}`;

/**
 * The id of each match by its row: competition, home, away. Nothing in it can move, so a match keeps its id in every later
 * version of the feed. A pair that meets again at the same ground has `-2`, `-3` for the later matches.
 */
export const assignMatchIds = (competition: string, meetings: readonly Meeting[]): ReadonlyMap<number, string> => {
  const ids = new Map<number, string>();
  for (const [pair, ofPair] of Map.groupBy(meetings, pairOf))
    for (const [index, { row }] of inOrder(ofPair).entries())
      ids.set(row, `${competition}-${pair}${index === 0 ? '' : `-${index + 1}`}`);
  return ids;
};

/**
 * Two rows for one match, by their numbers: the same pair on the same day, or in the same numbered round on two days. A day of its own makes
 * a match of its own in a round without a number (a play-off's best of three) and after an irregular end (a replay).
 */
export const findDuplicates = (
  meetings: readonly Meeting[],
): readonly { readonly first: number; readonly second: number }[] =>
  [...Map.groupBy(meetings, pairOf).values()].flatMap(ofPair =>
    ofPair.flatMap((second, index) => {
      const first = ofPair.slice(0, index).find(earlier => isSameMatch(earlier, second));
      return first === undefined ? [] : [{ first: first.row, second: second.row }];
    }),
  );

const isSameMatch = (a: Meeting, b: Meeting): boolean =>
  a.date === b.date || (a.round === b.round && Number.isInteger(numberOf(a)) && !a.irregular && !b.irregular);
