import { join } from 'node:path';
import { ROOT } from '../e2e/harness.ts';
import type { Fact, Guess } from './oracle.ts';

/** A real season. Tests read it where it is at hand; the product needs none of it. */
export const REAL = join(ROOT, '../shared/data/openfootball/2018-19_de.1.json');

/** A row of a clean, finished season. */
export interface RealRow {
  readonly round: string;
  readonly date: string;
  readonly team1: string;
  readonly team2: string;
  readonly score: { readonly ft: readonly [number, number] };
  readonly status?: string;
}
export interface RealFeed {
  readonly matches: readonly RealRow[];
}

/** What is known of each row, by its index: a score, that it is cancelled, or (any other status) nothing. */
export const factsOf = (rows: readonly RealRow[]): ReadonlyMap<string, Fact> =>
  new Map(
    rows.map(({ status, score }, index): [string, Fact] => {
      if (status === undefined) return [String(index), { score: score.ft }];
      return [String(index), status === 'cancelled' ? 'cancelled' : 'none'];
    }),
  );

/** Five players, two of whom leave a match out now and then. */
export const guessesOf = (index: number): readonly Guess[] => {
  const match = String(index);
  const own = (player: string, home: number, away: number, confidence: number | null): Guess[] => [
    { player, match, score: [home, away], confidence },
  ];
  return [
    ...own('two-one', 2, 1, 0.5),
    ...own('goalless', 0, 0, null),
    ...own('zigzag', index % 4, (index * 7) % 3, (index % 11) / 10),
    ...(index % 5 === 0 ? [] : own('truant', (index * 3) % 5, index % 2, 0.8)),
    ...(index % 3 === 0 ? [] : own('optimist', 3, index % 3, index % 2 === 0 ? null : 1)),
  ];
};
