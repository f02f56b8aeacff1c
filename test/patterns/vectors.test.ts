import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CompiledPattern, compilePattern, compilePatternText } from '../../patterns/event-pattern.ts';
import type { Json } from '../../patterns/json.ts';
import { refusalOf } from './verdict.ts';

// Verdicts recorded from the engine of EventBridge. They are kept beside the repository, not in it.
const folder = resolve(import.meta.dirname, '../../../shared/data/eventbridge-patterns');
const here = existsSync(folder);
if (!here) console.info(`Skipped: the recorded verdicts are not here (${folder}).`);

interface Recorded {
  readonly source: string;
  readonly pattern: Json;
  /** The pattern as it was written, where parsing it loses something. */
  readonly patternText?: string;
}
interface Verdict extends Recorded {
  readonly event: Json;
  readonly eventText?: string;
  readonly expected: boolean;
}

function read<T>(file: string): readonly T[] {
  return here ? JSON.parse(readFileSync(resolve(folder, file), 'utf8')) : [];
}

function compile({ pattern, patternText }: Recorded): CompiledPattern {
  return patternText === undefined ? compilePattern(pattern) : compilePatternText(patternText);
}

/** Recorded refusals that no engine can repeat, because the record does not hold what was refused. */
const CANNOT_BE_TOLD = [
  {
    source: 'JsonRuleCompilerTest#testNumericExpressions',
    pattern: { x: [{ numeric: ['=', 0] }] },
    reason: 'refused was 1E-325, which no float can hold; recorded as the 0 it became, a valid pattern',
  },
];

describe.skipIf(!here)('the recorded verdicts of the engine', () => {
  const vectors = read<Verdict>('vectors.json');
  const invalid = read<Recorded>('invalid.json');

  it('are all there', () => {
    expect([vectors.length, invalid.length]).toEqual([705, 100]);
  });

  it('are ours, every one', () => {
    const others = vectors.filter(vector => {
      const pattern = compile(vector);
      const verdict =
        vector.eventText === undefined ? pattern.matches(vector.event) : pattern.matchesText(vector.eventText);
      return verdict !== vector.expected;
    });
    expect(others).toEqual([]);
  });

  it('refuse what we refuse, but for those that cannot be told', () => {
    const accepted = invalid.filter(recorded => {
      try {
        return refusalOf(() => compile(recorded)) === undefined;
      } catch {
        return true;
      }
    });
    const listed = CANNOT_BE_TOLD.map(({ source, pattern }) => ({ source, pattern }));
    expect(accepted.map(({ source, pattern }) => ({ source, pattern }))).toEqual(listed);
  });

  it.each(CANNOT_BE_TOLD)('$source can be told from its text: $reason', () => {
    expect(refusalOf(() => compilePatternText('{"x": [{"numeric": ["=", 1E-325]}]}')).path).toBe('x[0].numeric[1]');
  });
});
