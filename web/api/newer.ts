/** What is known of the age of an answer. */
export interface Stamp {
  /** Which of the page's reads this was: later ones have higher numbers. */
  readonly turn: number;
  /** Of a single resource: the version of its stream. */
  readonly version?: number | undefined;
  /** Of a read model: how much it counts, matches for instance. It shrinks only when something is taken back. */
  readonly counted?: number | undefined;
  /** Whether it was read consistently, which every read with `after` is: then it shows all that was written before. */
  readonly consistent: boolean;
}

/**
 * - `take`: it is no older than what is shown.
 * - `keep`: it is older. What is shown stays.
 * - `doubt`: it may be older, or something was taken back: only a later read tells.
 */
export type Verdict = 'take' | 'keep' | 'doubt';

/**
 * The rule by which the page never goes back: whether an answer may take the place of the one that is shown.
 *
 * Versions never go back, so a lower one is older, however it was read. Without versions, a consistent read is newer than whatever was
 * read before it. Any other comes from some copy of the table, and copies lag: it is in doubt after a consistent one, and when it
 * counts less.
 */
export const judge = (shown: Stamp | undefined, answer: Stamp): Verdict => {
  if (shown === undefined) return 'take';
  if (shown.version !== undefined && answer.version !== undefined)
    return answer.version < shown.version ? 'keep' : 'take';
  if (answer.turn < shown.turn) return 'keep';
  if (answer.consistent) return 'take';
  if (shown.consistent) return 'doubt';
  return (answer.counted ?? 0) < (shown.counted ?? 0) ? 'doubt' : 'take';
};
