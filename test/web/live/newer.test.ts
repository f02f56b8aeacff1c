import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Stamp } from '../../../web/api/newer.ts';

/** What happens to a state, and who reads it: from the table itself, or from a copy that is behind by some writes. */
type Step =
  | { readonly kind: 'write'; readonly counts: number }
  | { readonly kind: 'read'; readonly consistent: boolean; readonly lag: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  // A correction counts nothing; what is taken back counts less.
  fc.record({ kind: fc.constant('write' as const), counts: fc.integer({ min: -1, max: 2 }) }),
  fc.record({ kind: fc.constant('read' as const), consistent: fc.boolean(), lag: fc.nat(3) }),
);

interface Seen {
  readonly index: number;
  readonly stamp: Stamp;
}

/** All reads of a history, in the order in which they were asked for. */
const readsOf = (steps: readonly Step[], versioned: boolean): Seen[] => {
  const counted = [10];
  return steps.flatMap((each, turn): Seen[] => {
    if (each.kind === 'write') {
      counted.push((counted.at(-1) ?? 0) + each.counts);
      return [];
    }
    const index = Math.max(0, counted.length - 1 - (each.consistent ? 0 : each.lag));
    const age = versioned ? { version: index + 1 } : { counted: counted[index] };
    return [{ index, stamp: { turn, consistent: each.consistent, ...age } }];
  });
};

/** What is shown, one after another, by the rule. */
const shownOf = (reads: readonly Seen[]): Seen[] => {
  const shown: Seen[] = [];
  for (const read of reads) if (judge(shown.at(-1)?.stamp, read.stamp) === 'take') shown.push(read);
  return shown;
};

const pairs = (shown: readonly Seen[]) => shown.slice(1).map((next, at) => [shown[at] as Seen, next] as const);

describe('what is shown', () => {
  it('never has a lower version, in whatever order answers come', () => {
    const shuffled = fc
      .array(step, { maxLength: 30 })
      .chain(steps => fc.shuffledSubarray(readsOf(steps, true)).map(shownOf));
    fc.assert(
      fc.property(shuffled, shown => {
        for (const [before, next] of pairs(shown)) expect(next.index).toBeGreaterThanOrEqual(before.index);
      }),
    );
  });

  it('never goes back once it was read consistently, and before that never counts less', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        for (const [before, next] of pairs(shownOf(readsOf(steps, false)))) {
          if (before.stamp.consistent) expect(next.index).toBeGreaterThanOrEqual(before.index);
          if (!next.stamp.consistent) expect(next.stamp.counted).toBeGreaterThanOrEqual(before.stamp.counted ?? 0);
        }
      }),
    );
  });

  it('is the newest in the end, when that was read consistently', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, versioned) => {
        const reads = readsOf([...steps, { kind: 'read', consistent: true, lag: 0 }], versioned);
        expect(shownOf(reads).at(-1)?.index).toBe(reads.at(-1)?.index);
      }),
    );
  });

  it.each<[string, Stamp | undefined, Stamp, string]>([
    ['the first answer', undefined, { turn: 1, consistent: false }, 'take'],
    ['an answer without any age', { turn: 1, consistent: false }, { turn: 2, consistent: false }, 'take'],
    ['an answer that was asked for earlier', { turn: 2, consistent: false }, { turn: 1, consistent: true }, 'keep'],
    [
      'what counts less',
      { turn: 1, consistent: false, counted: 5 },
      { turn: 2, consistent: false, counted: 4 },
      'doubt',
    ],
    [
      'what counts less, read consistently',
      { turn: 1, consistent: true, counted: 5 },
      { turn: 2, consistent: true, counted: 4 },
      'take',
    ],
  ])('is decided: %s', (_, shown, answer, verdict) => {
    expect(judge(shown, answer)).toBe(verdict);
  });
});
