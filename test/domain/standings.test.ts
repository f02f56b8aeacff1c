import { describe, expect, it } from 'vitest';
import type { TieBreak } from '../../shared/domain/pool.ts';
import type { RuleSetName } from '../../shared/domain/scoring.ts';
import { type CategoryCounts, noCounts, rank, type Tally } from '../../shared/domain/standings.ts';

const tally = (playerId: string, counts: Partial<CategoryCounts>, rest: Partial<Tally> = {}): Tally => ({
  playerId,
  counts: { ...noCounts, ...counts },
  void: 0,
  missing: 0,
  accuracySum: 0,
  accuracyCount: 0,
  ...rest,
});

/** The table in short: `1 ada 8`. */
const table = (tallies: readonly Tally[], tieBreaks: readonly TieBreak[] = [], rules: RuleSetName = 'kicktipp-4-3-2') =>
  rank(tallies, { rules, tieBreaks }).map(row => `${row.rank} ${row.playerId} ${row.points}`);

describe('standings', () => {
  it('are empty without players', () => {
    expect(table([])).toEqual([]);
  });
  it('rank by points, most first', () => {
    expect(table([tally('ada', { miss: 3 }), tally('bob', { exact: 1 }), tally('cy', { goal_diff: 1 })])).toEqual([
      '1 bob 4',
      '2 cy 3',
      '3 ada 0',
    ]);
  });
  it('share a rank and leave out the next: 1, 1, 3, 4, 4, 6; players of one rank by their ids', () => {
    const [four, three, none] = [{ exact: 1 }, { goal_diff: 1 }, { miss: 1 }];
    expect(
      table([
        tally('fay', none),
        tally('eve', { tendency_only: 1 }),
        tally('bob', four),
        tally('dan', { draw_not_exact: 1 }),
        tally('cy', three),
        tally('ada', four),
      ]),
    ).toEqual(['1 ada 4', '1 bob 4', '3 cy 3', '4 dan 2', '4 eve 2', '6 fay 0']);
  });
  it('count times the points of the rules asked for', () => {
    const all = [tally('ada', { exact: 2, goal_diff: 3, draw_not_exact: 5, tendency_only: 7, miss: 11 })];
    expect(table(all)).toEqual(['1 ada 41']);
    expect(table(all, [], 'classic-3-2-1')).toEqual(['1 ada 29']);
    expect(table(all, [], 'exact-3-tendency-1')).toEqual(['1 ada 21']);
  });
  it('show the counts, what was void, what is missing and the mean accuracy', () => {
    const counts = { exact: 1, goal_diff: 2, draw_not_exact: 3, tendency_only: 4, miss: 5 };
    const ada = tally('ada', counts, { void: 6, missing: 7, accuracySum: 3, accuracyCount: 4 });
    expect(rank([ada], { rules: 'kicktipp-4-3-2', tieBreaks: [] })).toEqual([
      { rank: 1, playerId: 'ada', points: 24, ...counts, scored: 15, void: 6, missing: 7, accuracyMean: 0.75 },
    ]);
  });
  it('have a player without any prediction too', () => {
    const [row] = rank([tally('ada', {}, { missing: 2 })], { rules: 'kicktipp-4-3-2', tieBreaks: [] });
    expect(row).toMatchObject({ rank: 1, points: 0, ...noCounts, scored: 0, missing: 2 });
    expect(Object.values(noCounts)).toEqual([0, 0, 0, 0, 0]);
  });
  it('have no mean accuracy where nobody stated a confidence', () => {
    const [row] = rank([tally('ada', { exact: 1 })], { rules: 'kicktipp-4-3-2', tieBreaks: [] });
    expect(row?.accuracyMean).toBeNull();
  });
});

describe('tie-breaks', () => {
  // 12 points each: by exact ada; by goal_diff bob; by tendency cy and dan.
  const ada = tally('ada', { exact: 3 });
  const bob = tally('bob', { goal_diff: 4 });
  const cy = tally('cy', { tendency_only: 6 });
  const dan = tally('dan', { tendency_only: 6 });
  const all = [dan, cy, bob, ada];

  it.each<[string, TieBreak[], string[]]>([
    ['none: all share the rank', [], ['1 ada 12', '1 bob 12', '1 cy 12', '1 dan 12']],
    ['exact', ['exact'], ['1 ada 12', '2 bob 12', '2 cy 12', '2 dan 12']],
    ['exact, then goal_diff', ['exact', 'goal_diff'], ['1 ada 12', '2 bob 12', '3 cy 12', '3 dan 12']],
    ['goal_diff, then exact', ['goal_diff', 'exact'], ['1 bob 12', '2 ada 12', '3 cy 12', '3 dan 12']],
    ['tendency', ['tendency_only'], ['1 cy 12', '1 dan 12', '3 ada 12', '3 bob 12']],
  ])('%s', (_, tieBreaks, expected) => {
    expect(table(all, tieBreaks)).toEqual(expected);
  });
  it('never outweigh a point', () => {
    expect(table([tally('ada', { exact: 3 }), tally('bob', { goal_diff: 4, tendency_only: 1 })], ['exact'])).toEqual([
      '1 bob 14',
      '2 ada 12',
    ]);
  });
});
