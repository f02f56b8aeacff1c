import { type Result, SCORE_BASES, type Score, type ScoreBasis, sameScore, scoreUnder } from './score.ts';
import { accuracyScore, type Category, categorize, isCorrect, type RuleSet } from './scoring.ts';

/** What a player says of a match. `confidence` is the stated probability, 0..1, that the tendency is right. */
export interface PlayerPick {
  readonly predicted: Score;
  readonly confidence: number | null;
}

/** A prediction held against one score. `points` are those of the rule set that the evaluation names. */
export interface Scored {
  readonly actual: Score;
  readonly category: Category;
  readonly isCorrect: boolean;
  readonly points: number;
  readonly accuracyScore: number | null;
}

/** The verdict on a prediction. A basis that is absent has the same score, so the same verdict, as the one before it (FT90, AET120, PENS_SUM). */
export type Verdict =
  | {
      readonly kind: 'scored';
      readonly awarded: boolean;
      readonly rules: { readonly name: string; readonly version: number };
      readonly byBasis: {
        readonly FT90: Scored;
        readonly AET120?: Scored | undefined;
        readonly PENS_SUM?: Scored | undefined;
      };
    }
  | { readonly kind: 'void'; readonly reason: string };

const score = (pick: PlayerPick, actual: Score, rules: RuleSet): Scored => {
  const category = categorize(pick.predicted, actual);
  return {
    actual,
    category,
    isCorrect: isCorrect(category),
    points: rules.points[category],
    accuracyScore: accuracyScore(pick.confidence, category),
  };
};

/** The verdict on a pick: one score for each basis on which the result differs. */
export const judge = (pick: PlayerPick, result: Result, awarded: boolean, rules: RuleSet): Verdict => {
  const byBasis: { FT90: Scored } & Partial<Record<ScoreBasis, Scored>> = {
    FT90: score(pick, scoreUnder('FT90', result), rules),
  };
  let last = byBasis.FT90.actual;
  for (const basis of SCORE_BASES.slice(1)) {
    const actual = scoreUnder(basis, result);
    if (!sameScore(actual, last)) byBasis[basis] = score(pick, actual, rules);
    last = actual;
  }
  return { kind: 'scored', awarded, rules: { name: rules.name, version: rules.version }, byBasis };
};

/** What a verdict says under a basis; an absent basis has the score of the one before it. */
export const scoredUnder = (basis: ScoreBasis, verdict: Extract<Verdict, { kind: 'scored' }>): Scored => {
  const { FT90, AET120 = FT90, PENS_SUM = AET120 } = verdict.byBasis;
  return { FT90, AET120, PENS_SUM }[basis];
};
