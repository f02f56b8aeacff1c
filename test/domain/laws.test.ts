import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORE_BASES, type Score, sameScore, scoreUnder } from '../../shared/domain/score.ts';
import { accuracyScore, type Category, categorize, isCorrect } from '../../shared/domain/scoring.ts';
import { rank } from '../../shared/domain/standings.ts';
import { judge, scoredUnder } from '../../shared/domain/verdict.ts';
import {
  categories,
  picks,
  probabilities,
  results,
  ruleSets,
  scores,
  tallies,
  tieBreaks,
  withShuffled,
} from './arbitraries.ts';

const swap = ({ home, away }: Score): Score => ({ home: away, away: home });
const winner = ({ home, away }: Score): string => (home > away ? 'home' : home < away ? 'away' : 'nobody');
const difference = ({ home, away }: Score): number => home - away;

/** Each category in its own words, without the order that `categorize` tries them in. */
const MEANING: Readonly<Record<Category, (predicted: Score, actual: Score) => boolean>> = {
  exact: (p, a) => sameScore(p, a),
  draw_not_exact: (p, a) => winner(p) === 'nobody' && winner(a) === 'nobody' && p.home !== a.home,
  goal_diff: (p, a) => winner(a) !== 'nobody' && difference(p) === difference(a) && p.home !== a.home,
  tendency_only: (p, a) => winner(a) !== 'nobody' && winner(p) === winner(a) && difference(p) !== difference(a),
  miss: (p, a) => winner(p) !== winner(a),
};

describe('laws of scoring', () => {
  it('does not know home from away', () => {
    fc.assert(
      fc.property(scores, scores, (predicted, actual) => {
        expect(categorize(swap(predicted), swap(actual))).toBe(categorize(predicted, actual));
      }),
    );
  });
  it('does not know the prediction from the result', () => {
    fc.assert(
      fc.property(scores, scores, (predicted, actual) => {
        expect(categorize(actual, predicted)).toBe(categorize(predicted, actual));
      }),
    );
  });
  it('puts each prediction into exactly one category, and that one is meant', () => {
    fc.assert(
      fc.property(scores, scores, (predicted, actual) => {
        const fitting = Object.entries(MEANING).filter(([, fits]) => fits(predicted, actual));
        expect(fitting.map(([category]) => category)).toEqual([categorize(predicted, actual)]);
      }),
    );
  });
  it('calls a prediction correct when the tendency is right, whatever else', () => {
    fc.assert(
      fc.property(scores, scores, (predicted, actual) => {
        expect(isCorrect(categorize(predicted, actual))).toBe(winner(predicted) === winner(actual));
      }),
    );
  });
  it('never gives less for being nearer: exact > difference >= draw, tendency > miss = 0', () => {
    fc.assert(
      fc.property(ruleSets, ({ points }) => {
        expect(points.exact).toBeGreaterThan(points.goal_diff);
        expect(points.goal_diff).toBeGreaterThanOrEqual(points.draw_not_exact);
        expect(points.goal_diff).toBeGreaterThanOrEqual(points.tendency_only);
        expect(points.draw_not_exact).toBeGreaterThanOrEqual(points.tendency_only);
        expect(points.tendency_only).toBeGreaterThan(points.miss);
        expect(points.miss).toBe(0);
      }),
    );
  });
  it('keeps the accuracy score in 0..1', () => {
    fc.assert(
      fc.property(probabilities, categories, (confidence, category) => {
        expect(accuracyScore(confidence, category)).toBeGreaterThanOrEqual(0);
        expect(accuracyScore(confidence, category)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('scores c on a tendency that held like 1 - c on one that did not', () => {
    fc.assert(
      fc.property(probabilities, confidence => {
        expect(accuracyScore(1 - confidence, 'exact')).toBeCloseTo(accuracyScore(confidence, 'miss') ?? Number.NaN, 12);
      }),
    );
  });
  it('never scores more confidence worse when the tendency held, nor better when it did not', () => {
    fc.assert(
      fc.property(probabilities, probabilities, categories, (one, other, category) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map(c => accuracyScore(c, category) ?? 0);
        if (isCorrect(category)) expect(more).toBeGreaterThanOrEqual(less ?? 0);
        else expect(more).toBeLessThanOrEqual(less ?? 0);
      }),
    );
  });
});

describe('laws of a verdict', () => {
  it('has under each basis what scoring that basis alone gives, and keeps no score twice', () => {
    fc.assert(
      fc.property(picks, results, ruleSets, fc.boolean(), (pick, result, rules, awarded) => {
        const verdict = judge(pick, result, awarded, rules);
        if (verdict.kind === 'void') throw new Error('a result was held against the pick');
        for (const basis of SCORE_BASES) {
          const actual = scoreUnder(basis, result);
          const category = categorize(pick.predicted, actual);
          expect(scoredUnder(basis, verdict)).toEqual({
            actual,
            category,
            isCorrect: isCorrect(category),
            points: rules.points[category],
            accuracyScore: accuracyScore(pick.confidence, category),
          });
        }
        expect(verdict).toMatchObject({ awarded, rules: { name: rules.name, version: rules.version } });
        const kept = Object.values(verdict.byBasis).map(scored => scored?.actual);
        for (const [index, actual] of kept.slice(1).entries()) expect(actual).not.toEqual(kept[index]);
      }),
    );
  });
});

describe('laws of the table', () => {
  it('does not depend on the order of the players', () => {
    fc.assert(
      fc.property(withShuffled(tallies), ruleSets, tieBreaks, ([list, shuffled], { name }, ties) => {
        const rules = { rules: name, tieBreaks: ties };
        expect(rank(shuffled, rules)).toEqual(rank(list, rules));
      }),
    );
  });
  it('gives each the rank of one more than the number of players who are better', () => {
    fc.assert(
      fc.property(tallies, ruleSets, tieBreaks, (list, { name }, ties) => {
        const table = rank(list, { rules: name, tieBreaks: ties });
        const worth = (row: (typeof table)[number]): number[] => [row.points, ...ties.map(tie => row[tie])];
        const isBetter = (a: number[], b: number[]): boolean => {
          const decisive = a.findIndex((value, index) => value !== b[index]);
          return decisive >= 0 && (a[decisive] ?? 0) > (b[decisive] ?? 0);
        };
        for (const row of table)
          expect(row.rank).toBe(1 + table.filter(other => isBetter(worth(other), worth(row))).length);
        expect(table.map(row => row.rank)).toEqual(table.map(row => row.rank).toSorted((a, b) => a - b));
      }),
    );
  });
  it('has every player once, with points that are the sum of what each category is worth', () => {
    fc.assert(
      fc.property(tallies, ruleSets, (list, rules) => {
        const table = rank(list, { rules: rules.name, tieBreaks: [] });
        expect(table.map(row => row.playerId).toSorted()).toEqual(list.map(({ playerId }) => playerId).toSorted());
        for (const row of table) {
          const { exact, goal_diff, draw_not_exact, tendency_only, miss } = row;
          const { points } = rules;
          expect(row.scored).toBe(exact + goal_diff + draw_not_exact + tendency_only + miss);
          expect(row.points).toBe(
            exact * points.exact +
              goal_diff * points.goal_diff +
              draw_not_exact * points.draw_not_exact +
              tendency_only * points.tendency_only,
          );
        }
      }),
    );
  });
});
