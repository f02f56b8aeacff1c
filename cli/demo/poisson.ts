import type { Score } from '../../shared/domain/score.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';

/** More goals than this are too rare to count. */
const MOST_GOALS = 8;

const chances = (mean: number): readonly number[] => {
  const result = [Math.exp(-mean)];
  for (let goals = 1; goals <= MOST_GOALS; goals++) result.push(((result.at(-1) ?? 0) * mean) / goals);
  return result;
};

/** Two decimals are as much as a player would say. */
const round = (probability: number): number => Math.round(probability * 100) / 100;

/**
 * The pick that goals expected of both teams lead to: the likeliest tendency with its probability as confidence, and the
 * likeliest score within it, if goals fall independently (Poisson).
 */
export const likeliest = (expected: Score): PlayerPick => {
  const [home, away] = [chances(expected.home), chances(expected.away)];
  const scores = home.flatMap((p, h) => away.map((q, a) => ({ predicted: { home: h, away: a }, chance: p * q })));
  const byTendency = Map.groupBy(scores, ({ predicted }) => Math.sign(predicted.home - predicted.away));
  const tendencies = [...byTendency.values()].map(ofOne => ({
    chance: ofOne.reduce((sum, { chance }) => sum + chance, 0),
    best: ofOne.reduce((best, next) => (next.chance > best.chance ? next : best)),
  }));
  const { best, chance } = tendencies.reduce((likelier, next) => (next.chance > likelier.chance ? next : likelier));
  return { predicted: best.predicted, confidence: round(chance) };
};
