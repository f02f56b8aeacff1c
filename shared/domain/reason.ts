import { SCORE_BASES, type Score, type ScoreBasis } from './score.ts';
import type { Category } from './scoring.ts';
import type { PlayerPick, Verdict } from './verdict.ts';

/** Who wins under a score. */
export type Tendency = 'home' | 'draw' | 'away';

/** What was said, and what came. */
interface Compared<T> {
  readonly predicted: T;
  readonly actual: T;
}

/** Why a pick brought its points under one basis, as data: what the rules compare, in the order in which they do. */
export interface Reason {
  readonly basis: ScoreBasis;
  readonly score: Compared<Score>;
  readonly tendency: Compared<Tendency>;
  /** Goals of the home side less those of the away side. */
  readonly difference: Compared<number>;
  readonly category: Category;
  /** Under the rules that the verdict names. */
  readonly points: number;
}

const differenceOf = ({ home, away }: Score): number => home - away;

/** Who wins under a score. */
export const tendencyOf = (score: Score): Tendency => {
  const difference = differenceOf(score);
  if (difference === 0) return 'draw';
  return difference > 0 ? 'home' : 'away';
};

const compare = <T>(of: (score: Score) => T, predicted: Score, actual: Score): Compared<T> => ({
  predicted: of(predicted),
  actual: of(actual),
});

/** The reasons of a verdict: one for each basis on which the score was another; none of a void one. */
export const reasonsOf = ({ predicted }: PlayerPick, verdict: Verdict): readonly Reason[] => {
  if (verdict.kind === 'void') return [];
  return SCORE_BASES.flatMap(basis => {
    const scored = verdict.byBasis[basis];
    if (!scored) return [];
    const { actual, category, points } = scored;
    return {
      basis,
      score: { predicted, actual },
      tendency: compare(tendencyOf, predicted, actual),
      difference: compare(differenceOf, predicted, actual),
      category,
      points,
    };
  });
};
