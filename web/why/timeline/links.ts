import type { Step } from '../trace.ts';

/** How an event hangs together with those before it. */
export interface Links {
  /** The chain it is in. */
  readonly chain: 'match' | 'prediction';
  /** The event before it in its chain, and whether its fingerprint is the one that this one holds; undefined: it is the first. */
  readonly before: { readonly id: string; readonly holds: boolean } | undefined;
  /** Whether an event of its chain comes after it. */
  readonly goesOn: boolean;
  /** Whether chains run past it: for the drawing. */
  readonly past: { readonly match: boolean; readonly prediction: boolean };
  /** The event that caused it, when it is among them. */
  readonly cause: string | undefined;
}

const chainOf = ({ event }: Step): Links['chain'] => (event.type.startsWith('match.') ? 'match' : 'prediction');

/** The links of each event of a story, in their order. */
export const linksOf = (steps: readonly Step[]): readonly Links[] => {
  const runsPast = (chain: Links['chain'], index: number): boolean =>
    steps.slice(0, index).some(step => chainOf(step) === chain) &&
    steps.slice(index + 1).some(step => chainOf(step) === chain);
  return steps.map((step, index) => {
    const chain = chainOf(step);
    const earlier = steps.slice(0, index).findLast(other => chainOf(other) === chain);
    const { hash, previousHash } = step.commit;
    // Events of one commit have one fingerprint.
    const holds = earlier?.commit.hash === previousHash || earlier?.commit.hash === hash;
    return {
      chain,
      before: earlier && { id: earlier.event.id, holds },
      goesOn: steps.slice(index + 1).some(other => chainOf(other) === chain),
      past: { match: runsPast('match', index), prediction: runsPast('prediction', index) },
      cause: steps.find(({ event }) => event.id === step.event.causationId)?.event.id,
    };
  });
};
