import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../web/pools/draft.ts';
import { changesOf } from '../../../web/pools/rules-changes.ts';

const rules: fc.Arbitrary<Rules> = fc.record({
  rules: fc.constantFrom('kicktipp-4-3-2' as const, 'classic-3-2-1' as const),
  basis: fc.constantFrom('FT90' as const, 'AET120' as const),
  tieBreaks: fc.shuffledSubarray(['exact' as const, 'goal_diff' as const, 'tendency_only' as const]),
  countAwarded: fc.boolean(),
});

describe('in what rules differ', () => {
  it('is the same from both sides, and nothing of the same rules', () => {
    fc.assert(
      fc.property(rules, rules, (some, others) => {
        expect(changesOf(some, others)).toEqual(changesOf(others, some));
        expect(changesOf(some, structuredClone(some))).toEqual([]);
      }),
    );
  });

  it('is what makes the one of the other', () => {
    fc.assert(
      fc.property(rules, rules, (some, others) => {
        const taken = changesOf(some, others).map(part => [part, others[part]]);
        expect({ ...some, ...Object.fromEntries(taken) }).toEqual(others);
      }),
    );
  });

  it('has the tie-breaks when only their order differs', () => {
    fc.assert(
      fc.property(rules, some => {
        const turned = { ...some, tieBreaks: some.tieBreaks.toReversed() };
        expect(changesOf(some, turned)).toEqual(some.tieBreaks.length > 1 ? ['tieBreaks'] : []);
      }),
    );
  });
});
