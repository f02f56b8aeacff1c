import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdOf } from '../../shared/domain/crowd.ts';
import { movementsSince } from '../../shared/domain/movement.ts';
import { isCorrect } from '../../shared/domain/scoring.ts';
import { rank } from '../../shared/domain/standings.ts';
import { calibrationOf, type SettledPick, streaksOf, trackRecordOf } from '../../shared/domain/track-record.ts';
import { categories, ruleSets, scores, tallies, withShuffled } from './arbitraries.ts';

const settled: fc.Arbitrary<SettledPick[]> = fc.array(
  fc.record({ category: categories, confidence: fc.option(fc.nat({ max: 100 }).map(percent => percent / 100)) }),
  { maxLength: 40 },
);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a track record', () => {
  it('adds up: counts are the picks, points are counts times points, rates are shares', () => {
    fc.assert(
      fc.property(settled, ruleSets, (picks, { points }) => {
        const record = trackRecordOf(picks, points);
        expect(sum(Object.values(record.counts))).toBe(picks.length);
        expect(record.points).toBe(sum(picks.map(({ category }) => points[category])));
        expect(record.points).toBe(sum(Object.values(record.pointsByCategory)));
        const hits = picks.filter(({ category }) => isCorrect(category)).length;
        expect(record.hitRate).toBe(picks.length === 0 ? null : hits / picks.length);
        expect(record.streak.longest).toBeLessThanOrEqual(hits);
      }),
    );
  });

  it('has streaks: none longer than the longest, one more with each hit, and over with a miss', () => {
    fc.assert(
      fc.property(fc.array(categories), before => {
        const { current, longest } = streaksOf(before);
        expect(current).toBeLessThanOrEqual(longest);
        expect(streaksOf([...before, 'exact'])).toEqual({
          current: current + 1,
          longest: Math.max(longest, current + 1),
        });
        expect(streaksOf([...before, 'miss'])).toEqual({ current: 0, longest });
      }),
    );
  });

  it('holds stated confidences against what happened', () => {
    fc.assert(
      fc.property(withShuffled(settled), ([picks, shuffled]) => {
        const calibration = calibrationOf(picks);
        const stated = picks.filter(({ confidence }) => confidence !== null);
        expect(calibration?.n ?? 0).toBe(stated.length);
        if (!calibration) return;
        expect(sum(calibration.buckets.map(({ n }) => n))).toBe(stated.length);
        for (const { from, to, meanStated } of calibration.buckets) {
          expect(meanStated).toBeGreaterThanOrEqual(from - 1e-9);
          expect(meanStated).toBeLessThanOrEqual(to + 1e-9);
        }
        // The buckets' weighted means are those of all.
        const right = stated.filter(({ category }) => isCorrect(category)).length;
        expect(sum(calibration.buckets.map(({ n, observed }) => n * observed))).toBeCloseTo(right, 9);
        expect(calibrationOf(shuffled)?.brier).toBeCloseTo(calibration.brier, 12);
        expect(calibration.skill === null).toBe(right === 0 || right === stated.length);
      }),
    );
  });

  it('has no skill over a rate that is stated as it is, and more when it tells hits from misses', () => {
    const said = (hit: number, miss: number): SettledPick[] => [
      { category: 'exact', confidence: hit },
      { category: 'miss', confidence: miss },
    ];
    expect(calibrationOf(said(0.5, 0.5))).toMatchObject({ brier: 0.25, skill: 0 });
    expect(calibrationOf(said(1, 0))).toMatchObject({ brier: 0, skill: 1 });
    expect(calibrationOf(said(0, 1))).toMatchObject({ brier: 1, skill: -3 });
    expect(calibrationOf([{ category: 'exact', confidence: 1 }])).toMatchObject({
      skill: null,
      buckets: [{ from: 0.9, to: 1, n: 1, meanStated: 1, observed: 1 }],
    });
    expect(calibrationOf([{ category: 'exact', confidence: null }])).toBeNull();
  });
});

describe('the crowd', () => {
  it('splits into home, draw and away, and has a most frequent score that nobody beats', () => {
    fc.assert(
      fc.property(withShuffled(fc.array(scores)), ([picks, shuffled]) => {
        const crowd = crowdOf(picks);
        expect(crowdOf(shuffled)).toEqual(crowd);
        expect(crowd.home.count + crowd.draw.count + crowd.away.count).toBe(crowd.picks);
        expect(crowd.draw.count).toBe(picks.filter(({ home, away }) => home === away).length);
        for (const { home, away } of picks)
          expect(crowd.mostFrequent?.count).toBeGreaterThanOrEqual(
            picks.filter(other => other.home === home && other.away === away).length,
          );
      }),
    );
  });
  it('of nobody says nothing', () => {
    const none = { count: 0, share: 0 };
    expect(crowdOf([])).toEqual({ picks: 0, home: none, draw: none, away: none, mostFrequent: null });
  });
});

describe('movement', () => {
  it('is none since the same table, and the other way round between two', () => {
    fc.assert(
      fc.property(tallies, tallies, (a, b) => {
        const rules = { rules: 'kicktipp-4-3-2', tieBreaks: [] } as const;
        const [before, now] = [rank(a, rules), rank(b, rules)];
        for (const { direction } of movementsSince(now, now).values()) expect(direction).toBe('same');
        const [there, back] = [movementsSince(before, now), movementsSince(now, before)];
        const other = { up: 'down', down: 'up', same: 'same', new: undefined } as const;
        for (const [player, { direction }] of there) expect(back.get(player)?.direction).toBe(other[direction]);
      }),
    );
  });
});
