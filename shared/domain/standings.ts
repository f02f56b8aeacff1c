import type { PoolRules, TieBreak } from './pool.ts';
import { CATEGORIES, type Category, RULE_SETS } from './scoring.ts';

/** How often a player's predictions fell into each category, under one score basis. */
export type CategoryCounts = Readonly<Record<Category, number>>;

/** What a player has to show: enough to rank under any rule set. */
export interface Tally {
  readonly playerId: string;
  readonly counts: CategoryCounts;
  /** Predictions of matches that were called off. */
  readonly void: number;
  /** Finished matches that the player did not predict. */
  readonly missing: number;
  /** Sum and number of accuracy scores: those of scored predictions with a confidence. */
  readonly accuracySum: number;
  readonly accuracyCount: number;
}

/** A line of the table. */
export interface Standing extends CategoryCounts {
  readonly rank: number;
  readonly playerId: string;
  readonly points: number;
  /** Predictions that a result was held against. */
  readonly scored: number;
  readonly void: number;
  readonly missing: number;
  /** Mean accuracy score, or null when no scored prediction had a confidence. */
  readonly accuracyMean: number | null;
}

export const noCounts: CategoryCounts = { exact: 0, goal_diff: 0, draw_not_exact: 0, tendency_only: 0, miss: 0 };

const unranked = (tally: Tally, points: CategoryCounts): Omit<Standing, 'rank'> => ({
  playerId: tally.playerId,
  points: CATEGORIES.reduce((sum, category) => sum + tally.counts[category] * points[category], 0),
  ...tally.counts,
  scored: CATEGORIES.reduce((sum, category) => sum + tally.counts[category], 0),
  void: tally.void,
  missing: tally.missing,
  accuracyMean: tally.accuracyCount === 0 ? null : tally.accuracySum / tally.accuracyCount,
});

/** Orders by points, then by the tie-breaks; 0 means that two players share a rank. */
const compare =
  (tieBreaks: readonly TieBreak[]) =>
  (a: Omit<Standing, 'rank'>, b: Omit<Standing, 'rank'>): number => {
    if (a.points !== b.points) return b.points - a.points;
    for (const tieBreak of tieBreaks) if (a[tieBreak] !== b[tieBreak]) return b[tieBreak] - a[tieBreak];
    return 0;
  };

const byPlayer = (a: { playerId: string }, b: { playerId: string }): number => (a.playerId < b.playerId ? -1 : 1);

/**
 * The table: points are counts times the rules' points, ranks are standard competition ranking (1, 1, 3), and players
 * of one rank stand in the order of their ids.
 *
 * @example
 * rank(tallies, { rules: 'classic-3-2-1', tieBreaks: ['exact'] });
 */
export const rank = (tallies: readonly Tally[], rules: Pick<PoolRules, 'rules' | 'tieBreaks'>): readonly Standing[] => {
  const order = compare(rules.tieBreaks);
  const rows = tallies
    .map(tally => unranked(tally, RULE_SETS[rules.rules].points))
    .sort((a, b) => order(a, b) || byPlayer(a, b));
  const table: Standing[] = [];
  for (const [index, row] of rows.entries()) {
    const above = table.at(-1);
    table.push({ rank: above && order(above, row) === 0 ? above.rank : index + 1, ...row });
  }
  return table;
};
