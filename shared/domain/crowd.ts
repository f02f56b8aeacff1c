import type { Score } from './score.ts';

/** What everybody together said of a match. */
export interface Crowd {
  readonly picks: number;
  readonly home: CrowdShare;
  readonly draw: CrowdShare;
  readonly away: CrowdShare;
  /** The score that most said, and how many; of several the one with fewer goals, then with fewer of the home side. Null of none. */
  readonly mostFrequent: { readonly score: Score; readonly count: number } | null;
}

/** How many said so, and which part of all that is: 0 of none. */
export interface CrowdShare {
  readonly count: number;
  readonly share: number;
}

const fewerGoals = (a: Score, b: Score): number => a.home + a.away - (b.home + b.away) || a.home - b.home;

/** The crowd's split. */
export const crowdOf = (scores: readonly Score[]): Crowd => {
  const split = (sign: number): CrowdShare => {
    const count = scores.filter(({ home, away }) => Math.sign(home - away) === sign).length;
    return { count, share: scores.length === 0 ? 0 : count / scores.length };
  };
  const groups = [...Map.groupBy(scores, ({ home, away }) => `${home}-${away}`).values()];
  const ranked = groups
    .flatMap(([score, ...more]) => (score ? [{ score, count: more.length + 1 }] : []))
    .sort((a, b) => b.count - a.count || fewerGoals(a.score, b.score));
  return { picks: scores.length, home: split(1), draw: split(0), away: split(-1), mostFrequent: ranked[0] ?? null };
};
