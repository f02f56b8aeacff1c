import fc from 'fast-check';
import type { TieBreak } from '../../shared/domain/pool.ts';
import type { Result, Score } from '../../shared/domain/score.ts';
import { CATEGORIES, RULE_SET_NAMES, RULE_SETS } from '../../shared/domain/scoring.ts';
import type { Tally } from '../../shared/domain/standings.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';

/** Small scores, so that equal ones, draws and equal differences are frequent. */
export const scores: fc.Arbitrary<Score> = fc.record({ home: fc.nat({ max: 4 }), away: fc.nat({ max: 4 }) });

export const probabilities = fc.double({ min: 0, max: 1, noNaN: true });

/** Picks with a confidence in percent: sums of their accuracy scores as floating-point numbers depend on the order. */
export const picks: fc.Arbitrary<PlayerPick> = fc.record({
  predicted: scores,
  confidence: fc.option(fc.nat({ max: 100 }).map(percent => percent / 100)),
});

/** Results of 90 minutes, of extra time, of a shoot-out with or without it. */
export const results: fc.Arbitrary<Result> = fc.record(
  { fullTime: scores, halfTime: scores, extraTime: scores, shootOut: scores },
  { requiredKeys: ['fullTime'] },
);

export const categories = fc.constantFrom(...CATEGORIES);
export const ruleSets = fc.constantFrom(...RULE_SET_NAMES).map(name => RULE_SETS[name]);
export const tieBreaks: fc.Arbitrary<TieBreak[]> = fc.shuffledSubarray(['exact', 'goal_diff', 'tendency_only']);

const counts = fc.record({
  exact: fc.nat({ max: 2 }),
  goal_diff: fc.nat({ max: 2 }),
  draw_not_exact: fc.nat({ max: 2 }),
  tendency_only: fc.nat({ max: 2 }),
  miss: fc.nat({ max: 2 }),
});

/** Tallies of different players, with many ties. */
export const tallies: fc.Arbitrary<Tally[]> = fc
  .array(
    fc.record({
      counts,
      void: fc.nat({ max: 2 }),
      missing: fc.nat({ max: 2 }),
      accuracySum: fc.nat({ max: 2 }),
      accuracyCount: fc.nat({ max: 2 }),
    }),
    { maxLength: 12 },
  )
  .map(rows => rows.map((row, index) => ({ playerId: `player-${index}`, ...row })));

/** A list and the same list in another order. */
export const withShuffled = <T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<readonly [T[], T[]]> =>
  lists.chain(list => fc.shuffledSubarray(list, { minLength: list.length }).map(other => [list, other] as const));
