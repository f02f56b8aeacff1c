import type { Category } from '../../shared/domain/scoring.ts';
import { type Reason, scoreText } from './trace.ts';

/** What a rule compares: what was said, and what came. */
export type Compared =
  | { readonly kind: 'score' | 'difference'; readonly said: string; readonly came: string }
  | {
      readonly kind: 'tendency';
      readonly said: Reason['tendency']['actual'];
      readonly came: Reason['tendency']['actual'];
    };

/** A rule, and what became of it. */
export interface RuleRow {
  readonly category: Category;
  readonly outcome: 'passed' | 'applied' | 'not-tried';
  readonly compared: Compared;
}

/** The order in which rules are tried: the first that fits counts. */
const ORDER: readonly Category[] = ['exact', 'miss', 'draw_not_exact', 'goal_diff', 'tendency_only'];

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference));

const comparedBy = (category: Category, { score, tendency, difference }: Reason): Compared => {
  if (category === 'exact') return { kind: 'score', said: scoreText(score.predicted), came: scoreText(score.actual) };
  if (category === 'goal_diff')
    return { kind: 'difference', said: signed(difference.predicted), came: signed(difference.actual) };
  return { kind: 'tendency', said: tendency.predicted, came: tendency.actual };
};

/** The rules in their order, with the one that applied. */
export const ruleRows = (reason: Reason): readonly RuleRow[] => {
  const applied = ORDER.indexOf(reason.category);
  return ORDER.map((category, index) => ({
    category,
    outcome: index < applied ? 'passed' : index === applied ? 'applied' : 'not-tried',
    compared: comparedBy(category, reason),
  }));
};
