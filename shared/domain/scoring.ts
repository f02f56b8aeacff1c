import type { Score } from './score.ts';

/**
 * How near a prediction came. Each prediction of a played match falls into exactly one, tried in this order:
 *
 * - `exact`: both numbers of goals are right;
 * - `miss`: another winner than predicted, or a draw where there was none, or none where there was one;
 * - `draw_not_exact`: a draw as predicted, with other goals;
 * - `goal_diff`: the right winner by the right difference;
 * - `tendency_only`: only the right winner.
 */
export type Category = 'exact' | 'goal_diff' | 'draw_not_exact' | 'tendency_only' | 'miss';

export const CATEGORIES: readonly Category[] = ['exact', 'goal_diff', 'draw_not_exact', 'tendency_only', 'miss'];

/** Points for each category, under a name and a version that an evaluation records. */
export interface RuleSet {
  readonly name: RuleSetName;
  readonly version: number;
  readonly points: Readonly<Record<Category, number>>;
}

export type RuleSetName = 'kicktipp-4-3-2' | 'classic-3-2-1' | 'exact-3-tendency-1';

/** Every rule set there is. Points are counts times these numbers, so that another rule set needs no re-scoring. */
export const RULE_SETS: Readonly<Record<RuleSetName, RuleSet>> = {
  'kicktipp-4-3-2': {
    name: 'kicktipp-4-3-2',
    version: 1,
    points: { exact: 4, goal_diff: 3, draw_not_exact: 2, tendency_only: 2, miss: 0 },
  },
  'classic-3-2-1': {
    name: 'classic-3-2-1',
    version: 1,
    points: { exact: 3, goal_diff: 2, draw_not_exact: 2, tendency_only: 1, miss: 0 },
  },
  'exact-3-tendency-1': {
    name: 'exact-3-tendency-1',
    version: 1,
    points: { exact: 3, goal_diff: 1, draw_not_exact: 1, tendency_only: 1, miss: 0 },
  },
};

export const RULE_SET_NAMES = Object.keys(RULE_SETS) as readonly RuleSetName[];

export const DEFAULT_RULES: RuleSetName = 'kicktipp-4-3-2';

/** 1 a home win, 0 a draw, -1 an away win. */
const tendency = ({ home, away }: Score): number => Math.sign(home - away);

/** The one category of a prediction held against a score. */
export const categorize = (predicted: Score, actual: Score): Category => {
  if (predicted.home === actual.home && predicted.away === actual.away) return 'exact';
  if (tendency(predicted) !== tendency(actual)) return 'miss';
  if (tendency(actual) === 0) return 'draw_not_exact';
  return predicted.home - predicted.away === actual.home - actual.away ? 'goal_diff' : 'tendency_only';
};

/** The customer's `is_correct`: the tendency at least was right. */
export const isCorrect = (category: Category): boolean => category !== 'miss';

/**
 * How well a stated confidence held: 1 - (c - o)^2, with o = 1 when the tendency was right, else 0: one minus the
 * Brier score of a single binary forecast (Brier 1950). 1 is best, 0 worst.
 *
 * @param confidence stated probability in 0..1 that the tendency is right, or null: then there is no accuracy score
 */
export const accuracyScore = (confidence: number | null, category: Category): number | null =>
  confidence === null ? null : 1 - (confidence - (isCorrect(category) ? 1 : 0)) ** 2;
