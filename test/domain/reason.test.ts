import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonsOf, tendencyOf } from '../../shared/domain/reason.ts';
import { SCORE_BASES, scoreUnder } from '../../shared/domain/score.ts';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge, scoredUnder } from '../../shared/domain/verdict.ts';

const goals = fc.nat(4);
const score = fc.record({ home: goals, away: goals });
const rules = fc.constantFrom(...Object.values(RULE_SETS));

test('reasons lead to the category that the verdict has', () => {
  fc.assert(
    fc.property(score, score, rules, (predicted, fullTime, set) => {
      const pick = { predicted, confidence: null };
      const [reason] = reasonsOf(pick, judge(pick, { fullTime }, false, set));
      const { tendency, difference, category, points } = reason ?? expect.fail('no reason');
      const isExact = predicted.home === fullTime.home && predicted.away === fullTime.away;
      const sameTendency = tendency.predicted === tendency.actual;
      const expected = [
        [isExact, 'exact'],
        [!sameTendency, 'miss'],
        [tendency.actual === 'draw', 'draw_not_exact'],
        [difference.predicted === difference.actual, 'goal_diff'],
        [true, 'tendency_only'],
      ].find(([fits]) => fits);
      expect(category).toBe(expected?.[1]);
      expect(points).toBe(set.points[category]);
    }),
  );
});

test('there is a reason for each basis on which the score was another', () => {
  const pick = { predicted: { home: 2, away: 1 }, confidence: 0.5 };
  const result = { fullTime: { home: 1, away: 1 }, extraTime: { home: 2, away: 1 }, shootOut: { home: 0, away: 0 } };
  const verdict = judge(pick, result, false, RULE_SETS['classic-3-2-1']);
  const reasons = reasonsOf(pick, verdict);
  expect(reasons.map(({ basis, points }) => [basis, points])).toEqual([
    ['FT90', 0],
    ['AET120', 3],
  ]);
  if (verdict.kind === 'scored')
    for (const basis of SCORE_BASES) expect(scoredUnder(basis, verdict).actual).toEqual(scoreUnder(basis, result));
  expect(reasonsOf(pick, { kind: 'void', reason: 'called off' })).toEqual([]);
});

test.each([
  [1, 0, 'home'],
  [2, 2, 'draw'],
  [0, 3, 'away'],
])('%i:%i: %s', (home, away, tendency) => {
  expect(tendencyOf({ home, away })).toBe(tendency);
});
