import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/domain/score.ts';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge, scoredUnder, type Verdict } from '../../shared/domain/verdict.ts';
import { after90, goals, pick } from './samples.ts';

const rules = RULE_SETS['kicktipp-4-3-2'];

const judged = (result: Result, chosen = pick('1-1')): Extract<Verdict, { kind: 'scored' }> => {
  const verdict = judge(chosen, result, false, rules);
  if (verdict.kind === 'void') throw new Error('a result was held against the pick');
  return verdict;
};

describe('a verdict', () => {
  it('says all that a player asks: the score, the category, the points, the accuracy, by which rules', () => {
    expect(judge(pick('2-1', 0.5), after90('3-2'), true, rules)).toEqual({
      kind: 'scored',
      awarded: true,
      rules: { name: 'kicktipp-4-3-2', version: 1 },
      byBasis: {
        FT90: { actual: goals('3-2'), category: 'goal_diff', isCorrect: true, points: 3, accuracyScore: 0.75 },
      },
    });
  });
  it('of a miss', () => {
    expect(judged(after90('0-2'), pick('2-1')).byBasis.FT90).toEqual({
      actual: goals('0-2'),
      category: 'miss',
      isCorrect: false,
      points: 0,
      accuracyScore: null,
    });
    expect(judged(after90('0-2')).awarded).toBe(false);
  });
});

describe('a verdict under each basis', () => {
  it.each<[string, Result, string[], string[]]>([
    ['90 minutes', after90('1-1'), ['FT90'], ['exact', 'exact', 'exact']],
    ['extra time', { fullTime: goals('1-1'), extraTime: goals('2-1') }, ['FT90', 'AET120'], ['exact', 'miss', 'miss']],
    [
      'extra time without a goal and a shoot-out',
      { fullTime: goals('1-1'), extraTime: goals('1-1'), shootOut: goals('3-4') },
      ['FT90', 'PENS_SUM'],
      ['exact', 'exact', 'miss'],
    ],
    [
      'extra time with goals and a shoot-out',
      { fullTime: goals('1-1'), extraTime: goals('2-2'), shootOut: goals('4-3') },
      ['FT90', 'AET120', 'PENS_SUM'],
      ['exact', 'draw_not_exact', 'miss'],
    ],
    [
      'straight to the shoot-out',
      { fullTime: goals('0-0'), shootOut: goals('1-1') },
      ['FT90', 'PENS_SUM'],
      ['draw_not_exact', 'draw_not_exact', 'exact'],
    ],
  ])('%s: only the scores that differ are kept, and each basis has its own', (_, result, kept, categories) => {
    const verdict = judged(result);
    expect(Object.keys(verdict.byBasis)).toEqual(kept);
    const bases = ['FT90', 'AET120', 'PENS_SUM'] as const;
    expect(bases.map(basis => scoredUnder(basis, verdict).category)).toEqual(categories);
  });
});
