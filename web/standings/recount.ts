import type { PoolRules } from '../../shared/domain/pool.ts';
import type { Score } from '../../shared/domain/score.ts';
import { categorize, type RuleSetName } from '../../shared/domain/scoring.ts';
import { type CategoryCounts, noCounts, rank, type Standing, type Tally } from '../../shared/domain/standings.ts';

/** The tally that a row comes from. Of accuracy it has the mean alone, which is kept as that of one prediction. */
const tallyOf = ({ playerId, accuracyMean, void: voided, missing, ...row }: Standing): Tally => ({
  playerId,
  counts: {
    exact: row.exact,
    goal_diff: row.goal_diff,
    draw_not_exact: row.draw_not_exact,
    tendency_only: row.tendency_only,
    miss: row.miss,
  },
  void: voided,
  missing,
  accuracySum: accuracyMean ?? 0,
  accuracyCount: accuracyMean === null ? 0 : 1,
});

type Ranking = Pick<PoolRules, 'tieBreaks'> & { readonly rules: RuleSetName };

/** The same table under other rules: points are counts times the rules, so nothing is scored again. */
export const underRules = (rows: readonly Standing[], rules: Ranking): readonly Standing[] =>
  rank(rows.map(tallyOf), rules);

/** A match that is not over, the score that it is supposed to end with, and the picks of it that one may see. */
export interface Supposed {
  readonly score: Score;
  /** Whether these are all picks. Else they are mine alone: nobody sees others' before the lock. */
  readonly locked: boolean;
  readonly picks: readonly { readonly playerId: string; readonly predicted: Score }[];
}

const plusOne = (counts: CategoryCounts, category: keyof CategoryCounts): CategoryCounts => ({
  ...counts,
  [category]: counts[category] + 1,
});

/**
 * The table if these matches ended so. Nobody but the members is in that of a pool; into a competition's own, a first
 * settled pick brings whoever made it.
 */
export const whatIf = (
  rows: readonly Standing[],
  supposed: readonly Supposed[],
  { pool, ...rules }: Ranking & { readonly pool: boolean },
): readonly Standing[] => {
  const tallies = new Map(rows.map(row => [row.playerId, tallyOf(row)]));
  const played = rows.map(({ scored, missing }) => scored + missing)[0] ?? 0;
  const newcomer = { counts: noCounts, void: 0, missing: played, accuracySum: 0, accuracyCount: 0 };
  for (const { score, locked, picks } of supposed) {
    const predicted = new Map(picks.map(pick => [pick.playerId, pick.predicted]));
    if (!pool)
      for (const { playerId } of picks) if (!tallies.has(playerId)) tallies.set(playerId, { playerId, ...newcomer });
    for (const [playerId, tally] of tallies) {
      const pick = predicted.get(playerId);
      if (pick) tallies.set(playerId, { ...tally, counts: plusOne(tally.counts, categorize(pick, score)) });
      else if (locked) tallies.set(playerId, { ...tally, missing: tally.missing + 1 });
    }
  }
  return rank([...tallies.values()], rules);
};
