import { describe, expect, it } from 'vitest';
import {
  accuracyScore,
  CATEGORIES,
  type Category,
  categorize,
  DEFAULT_RULES,
  isCorrect,
  RULE_SET_NAMES,
  RULE_SETS,
} from '../../shared/domain/scoring.ts';
import { goals } from './samples.ts';

/** Predictions of 2-1, 1-1 and 0-1 and others, held against results: each line is one example, with its points. */
const TABLE = `
  predicted | result | category       | kicktipp-4-3-2 | classic-3-2-1 | exact-3-tendency-1
  2-1       | 2-1    | exact          | 4              | 3             | 3
  1-1       | 1-1    | exact          | 4              | 3             | 3
  0-0       | 0-0    | exact          | 4              | 3             | 3
  0-1       | 0-1    | exact          | 4              | 3             | 3
  2-1       | 3-2    | goal_diff      | 3              | 2             | 1
  2-1       | 1-0    | goal_diff      | 3              | 2             | 1
  0-1       | 1-2    | goal_diff      | 3              | 2             | 1
  1-1       | 2-2    | draw_not_exact | 2              | 2             | 1
  2-2       | 0-0    | draw_not_exact | 2              | 2             | 1
  2-1       | 2-0    | tendency_only  | 2              | 1             | 1
  2-1       | 3-1    | tendency_only  | 2              | 1             | 1
  0-1       | 0-2    | tendency_only  | 2              | 1             | 1
  2-1       | 1-2    | miss           | 0              | 0             | 0
  2-1       | 1-1    | miss           | 0              | 0             | 0
  2-1       | 2-2    | miss           | 0              | 0             | 0
  1-1       | 1-0    | miss           | 0              | 0             | 0
  0-0       | 0-1    | miss           | 0              | 0             | 0
  0-1       | 1-0    | miss           | 0              | 0             | 0
  0-1       | 1-1    | miss           | 0              | 0             | 0`;

const [header = [], ...lines] = TABLE.trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const examples = lines.map(([predicted = '', result = '', category = '', ...points]) => ({
  predicted,
  result,
  category,
  points: points.map(Number),
}));

describe('categories and rule sets', () => {
  it('are all in the table', () => {
    expect(header.slice(3)).toEqual(RULE_SET_NAMES);
    expect(new Set(examples.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  });
  it.each(examples)('$predicted held against $result is $category: $points points', example => {
    const category = categorize(goals(example.predicted), goals(example.result));
    expect(category).toBe(example.category);
    expect(RULE_SET_NAMES.map(name => RULE_SETS[name].points[category])).toEqual(example.points);
    expect(isCorrect(category)).toBe(example.category !== 'miss');
  });
  it('every rule set goes by its own name, in version 1; the default is 4-3-2', () => {
    for (const name of RULE_SET_NAMES) expect(RULE_SETS[name]).toMatchObject({ name, version: 1 });
    expect(DEFAULT_RULES).toBe('kicktipp-4-3-2');
  });
});

describe('accuracy score', () => {
  it.each<[number, Category, number]>([
    [1, 'exact', 1],
    [1, 'miss', 0],
    [0, 'miss', 1],
    [0, 'goal_diff', 0],
    [0.5, 'tendency_only', 0.75],
    [0.5, 'miss', 0.75],
    [0.75, 'draw_not_exact', 0.9375],
    [0.75, 'miss', 0.4375],
  ])('confidence %d of a pick that was %s: %d', (confidence, category, expected) => {
    expect(accuracyScore(confidence, category)).toBe(expected);
  });
  it('is absent without a confidence', () => {
    expect(accuracyScore(null, 'exact')).toBeNull();
    expect(accuracyScore(null, 'miss')).toBeNull();
  });
});
