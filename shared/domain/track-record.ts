import { CATEGORIES, type Category, isCorrect } from './scoring.ts';
import { type CategoryCounts, noCounts } from './standings.ts';

/** A pick that a result was held against. */
export interface SettledPick {
  readonly category: Category;
  /** Stated probability, 0..1, that the tendency is right. */
  readonly confidence: number | null;
}

/** Picks of about the same stated confidence, and how often they were right. */
export interface CalibrationBucket {
  /** From here, inclusive; 0, 0.1, ... 0.9. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanStated: number;
  readonly observed: number;
}

/** How well stated confidences held. */
export interface Calibration {
  /** Picks with a stated confidence. */
  readonly n: number;
  /** Mean of (c - o)^2 (Brier 1950): 0 is best, 1 worst. */
  readonly brier: number;
  /**
   * 1 - brier / (r (1 - r)), where r is how often the player was right: above 0, the confidences told more than that rate
   * alone would have. Null when the player was always right, or never.
   */
  readonly skill: number | null;
  /** Buckets that hold any, in their order. */
  readonly buckets: readonly CalibrationBucket[];
}

/** What a player's settled picks come to. */
export interface TrackRecord {
  readonly settled: number;
  readonly counts: CategoryCounts;
  readonly points: number;
  readonly pointsByCategory: CategoryCounts;
  /** Share with the right tendency; null of none. */
  readonly hitRate: number | null;
  /** Share with the right score; null of none. */
  readonly exactRate: number | null;
  readonly streak: Streaks;
  /** Null when no confidence was stated. */
  readonly calibration: Calibration | null;
}

/** Right tendencies in a row. */
export interface Streaks {
  /** Up to the last pick. */
  readonly current: number;
  readonly longest: number;
}

/** The streaks of picks in time order. */
export const streaksOf = (categories: readonly Category[]): Streaks =>
  categories.reduce<Streaks>(
    ({ current, longest }, category) => {
      const next = isCorrect(category) ? current + 1 : 0;
      return { current: next, longest: Math.max(longest, next) };
    },
    { current: 0, longest: 0 },
  );

const BUCKETS = 10;
const bucketOf = (confidence: number): number => Math.min(BUCKETS - 1, Math.floor(confidence * BUCKETS));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How well stated confidences held; null when none was stated. */
export const calibrationOf = (picks: readonly SettledPick[]): Calibration | null => {
  const stated = picks.flatMap(({ confidence, category }) =>
    confidence === null ? [] : [{ confidence, outcome: isCorrect(category) ? 1 : 0 }],
  );
  if (stated.length === 0) return null;
  const brier = mean(stated.map(({ confidence, outcome }) => (confidence - outcome) ** 2));
  const rate = mean(stated.map(({ outcome }) => outcome));
  const groups = Map.groupBy(stated, ({ confidence }) => bucketOf(confidence));
  const buckets = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([bucket, group]) => ({
      from: bucket / BUCKETS,
      to: (bucket + 1) / BUCKETS,
      n: group.length,
      meanStated: mean(group.map(({ confidence }) => confidence)),
      observed: mean(group.map(({ outcome }) => outcome)),
    }));
  const skill = rate === 0 || rate === 1 ? null : 1 - brier / (rate * (1 - rate));
  return { n: stated.length, brier, skill, buckets };
};

const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);

/**
 * What a player's settled picks come to.
 *
 * @param picks in time order
 * @param points of each category
 */
export const trackRecordOf = (picks: readonly SettledPick[], points: CategoryCounts): TrackRecord => {
  const counts = { ...noCounts } as Record<Category, number>;
  for (const { category } of picks) counts[category] += 1;
  const pointsByCategory = Object.fromEntries(
    CATEGORIES.map(category => [category, counts[category] * points[category]]),
  ) as Record<Category, number>;
  return {
    settled: picks.length,
    counts,
    points: CATEGORIES.reduce((sum, category) => sum + pointsByCategory[category], 0),
    pointsByCategory,
    hitRate: share(picks.length - counts.miss, picks.length),
    exactRate: share(counts.exact, picks.length),
    streak: streaksOf(picks.map(({ category }) => category)),
    calibration: calibrationOf(picks),
  };
};
