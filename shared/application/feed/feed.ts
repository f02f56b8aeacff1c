import type { Fixture, KickOff } from '../../domain/match.ts';
import type { Result } from '../../domain/score.ts';

/** A results feed as published at one time: a whole competition, in one time zone, in Matchday's terms. */
export interface Feed {
  /** The competition's id, made from its name: `english-premier-league-2023-24`. */
  readonly competition: string;
  /** As the feed spells it: `English Premier League 2023/24`. */
  readonly name: string;
  /** IANA name of the zone that the feed's local times are in. */
  readonly timeZone: string;
  readonly matches: readonly FeedMatch[];
  /** The rows that name no teams yet (a final before its semi-finals): they become matches when a later version names them. */
  readonly undecided: readonly number[];
}

/** What a feed says of one match. */
export interface FeedMatch {
  /** Where the feed says it: 1 is the file's first match. */
  readonly row: number;
  readonly fixture: Fixture;
  readonly kickOff: KickOff;
  readonly outcome: FeedOutcome;
}

/** How a match stands according to a feed. A feed names no reasons, but it tells an abandoned match from a postponed one. */
export type FeedOutcome =
  | { readonly kind: 'open' }
  | { readonly kind: 'played'; readonly result: Result }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'postponed'; readonly reason: string }
  | { readonly kind: 'awarded'; readonly result: Result };

/** One thing wrong in a feed. */
export interface FeedProblem {
  /** The rows it is about, 1-based; none: it is about the file. */
  readonly rows: readonly number[];
  /** The field within the row: `score.ft[1]`; empty: the row as a whole. */
  readonly path: string;
  /** What is wrong, with the value that is. */
  readonly message: string;
}

const where = ({ rows, path }: FeedProblem): string =>
  [rows.length > 0 ? `row${rows.length > 1 ? 's' : ''} ${rows.join(' and ')}` : '', path].filter(Boolean).join(', ');

const describe = (problem: FeedProblem): string => {
  const place = where(problem);
  return place === '' ? problem.message : `${place}: ${problem.message}`;
};

/** The feed cannot be read. Nothing of it may be imported; the message names every row that is wrong, and why. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly problems: readonly FeedProblem[];

  constructor(file: string, problems: readonly FeedProblem[], options?: ErrorOptions) {
    super(`${file} is not imported:\n${problems.map(problem => `  ${describe(problem)}`).join('\n')}`, options);
    this.problems = problems;
  }
}
