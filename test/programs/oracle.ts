// Standings worked out a second time, from nothing but facts and picks. It imports nothing of the product: the two
// must not be wrong in the same way.

/** What is known of a match: the score that counts, that it is off, or neither (open, postponed, awarded). */
export type Fact = { readonly score: readonly [number, number] } | 'cancelled' | 'none';

/** One player's pick of one match. */
export interface Guess {
  readonly player: string;
  readonly match: string;
  readonly score: readonly [number, number];
  readonly confidence: number | null;
}

/** Points for exact, goal difference, draw, tendency, miss. */
const POINTS = {
  'kicktipp-4-3-2': [4, 3, 2, 2, 0],
  'classic-3-2-1': [3, 2, 2, 1, 0],
  'exact-3-tendency-1': [3, 1, 1, 1, 0],
} as const;

const NAMES = ['exact', 'goal_diff', 'draw_not_exact', 'tendency_only', 'miss'] as const;

/** Which of the five a guess is. */
const judge = ([p, q]: readonly [number, number], [h, a]: readonly [number, number]): number => {
  if (p === h && q === a) return 0;
  if (Math.sign(p - q) !== Math.sign(h - a)) return 4;
  if (p === q) return 2;
  return p - q === h - a ? 1 : 3;
};

/** The table that `season --json` has to print, less `accuracy_mean`, which comes rounded to nine digits. */
export const tableOf = (
  facts: ReadonlyMap<string, Fact>,
  guesses: readonly Guess[],
  rules: keyof typeof POINTS,
): readonly Record<string, unknown>[] => {
  const players = [...new Set(guesses.map(({ player }) => player))];
  const finished = [...facts.values()].filter(fact => typeof fact === 'object').length;
  const lines = players.map(player => {
    const own = guesses.filter(guess => guess.player === player);
    const counts = [0, 0, 0, 0, 0];
    const accuracies: number[] = [];
    for (const { match, score, confidence } of own) {
      const fact = facts.get(match);
      if (typeof fact !== 'object') continue;
      const what = judge(score, fact.score);
      counts[what] = (counts[what] ?? 0) + 1;
      if (confidence !== null) accuracies.push(1 - (confidence - (what === 4 ? 0 : 1)) ** 2);
    }
    const scored = counts.reduce((sum, count) => sum + count, 0);
    return {
      player,
      points: counts.reduce((sum, count, what) => sum + count * (POINTS[rules][what] ?? 0), 0),
      ...Object.fromEntries(NAMES.map((name, what) => [name, counts[what]])),
      scored,
      void: own.filter(({ match }) => facts.get(match) === 'cancelled').length,
      missing: finished - scored,
      accuracy_mean: accuracies.length === 0 ? null : accuracies.reduce((sum, one) => sum + one, 0) / accuracies.length,
    };
  });
  return lines
    .map(line => ({ rank: 1 + lines.filter(({ points }) => points > line.points).length, ...line }))
    .sort((a, b) => a.rank - b.rank || (a.player < b.player ? -1 : 1))
    .map(rounded);
};

/** A mean of decimals is the same to nine digits however it is summed. */
export const rounded = <T extends { readonly accuracy_mean: number | null }>(line: T): T => ({
  ...line,
  accuracy_mean: line.accuracy_mean === null ? null : Number(line.accuracy_mean.toFixed(9)),
});
