import { describe, expect, it } from 'vitest';
import { compilePattern, InvalidPatternError } from '../../patterns/event-pattern.ts';
import type { Json } from '../../patterns/json.ts';

/** What a pattern says to events: one test each, named after the two. */
export function verdicts(
  pattern: Json,
  events: { readonly matches?: readonly Json[]; readonly misses?: readonly Json[] },
) {
  describe(JSON.stringify(pattern), () => {
    const { matches = [], misses = [] } = events;
    it.each(matches.map(event => [JSON.stringify(event), event] as const))('matches %s', (_, event) => {
      expect(compilePattern(pattern).matches(event)).toBe(true);
    });
    it.each(misses.map(event => [JSON.stringify(event), event] as const))('misses %s', (_, event) => {
      expect(compilePattern(pattern).matches(event)).toBe(false);
    });
  });
}

/** Patterns that must be refused, each with the path of the offending part. */
export function refusals(patterns: readonly (readonly [Json, string])[]) {
  it.each(patterns.map(([pattern, path]) => [JSON.stringify(pattern), path, pattern] as const))(
    'refuses %s at "%s"',
    (_, path, pattern) => {
      expect(refusalOf(() => compilePattern(pattern))).toMatchObject({ name: 'InvalidPatternError', path });
    },
  );
}

/** The error a compilation ends with. */
export function refusalOf(compile: () => unknown): InvalidPatternError {
  try {
    compile();
  } catch (error) {
    if (error instanceof InvalidPatternError) return error;
    throw error;
  }
  throw new Error('The pattern was accepted.');
}
