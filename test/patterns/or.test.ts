import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../patterns/event-pattern.ts';
import type { Json } from '../../patterns/json.ts';
import { refusalOf, refusals, verdicts } from './verdict.ts';

describe('$or', () => {
  verdicts(
    { source: ['s'], $or: [{ a: ['x'] }, { b: ['y'], c: ['z'] }] },
    {
      matches: [
        { source: 's', a: 'x' },
        { source: 's', b: 'y', c: 'z' },
        { source: 's', a: 'x', b: 'no' },
      ],
      misses: [{ source: 's' }, { a: 'x' }, { source: 's', b: 'y' }, { source: 'no', a: 'x' }],
    },
  );
  verdicts(
    { $or: [{ a: ['x'] }, { b: ['y'] }], detail: { $or: [{ c: ['x'] }, { d: { e: ['y'] } }] } },
    {
      matches: [
        { a: 'x', detail: { d: { e: 'y' } } },
        { b: 'y', detail: { c: 'x' } },
      ],
      misses: [{ a: 'x' }, { detail: { c: 'x' } }],
    },
  );
  verdicts(
    { $or: [{ a: ['x'], $or: [{ b: ['y'] }, { c: ['z'] }] }, { d: [{ exists: true }] }] },
    { matches: [{ a: 'x', c: 'z' }, { d: 1 }], misses: [{ a: 'x' }, { c: 'z' }] },
  );
  // The alternatives of one field, inside and outside.
  verdicts(
    { $or: [{ a: [{ prefix: 'x' }] }, { a: [{ suffix: 'y' }] }] },
    { matches: [{ a: 'xz' }, { a: 'zy' }], misses: [{ a: 'z' }, {}] },
  );
  verdicts(
    { a: ['x', 'y'], $or: [{ a: [{ 'anything-but': 'x' }] }, { b: ['z'] }] },
    { matches: [{ a: 'c' }, { a: 'x', b: 'z' }], misses: [{ a: 'x' }] },
  );
  verdicts(
    { $or: [{ a: [{ exists: false }] }, { b: ['z'] }] },
    { matches: [{}, { a: 1, b: 'z' }], misses: [{ a: 1 }] },
  );
  // Each alternative looks at the elements of an array afresh.
  verdicts(
    { l: { c: ['1'], $or: [{ a: ['x'] }, { b: ['y'] }] } },
    { matches: [{ l: [{ c: '1' }, { c: '1', b: 'y' }] }], misses: [{ l: [{ c: '1' }, { b: 'y' }] }] },
  );
  // Operators are fields where no `$or` is around them.
  verdicts({ prefix: ['x'], a: { numeric: ['y'] } }, { matches: [{ prefix: 'x', a: { numeric: 'y' } }] });
  refusals([
    [{ $or: { a: ['x'] } }, '$or'],
    [{ $or: 'x' }, '$or'],
    [{ $or: [] }, '$or'],
    [{ $or: [{ a: ['x'] }] }, '$or'],
    [{ $or: [{ a: ['x'] }, 'x'] }, '$or[1]'],
    [{ $or: [{ a: ['x'] }, [{ b: ['x'] }]] }, '$or[1]'],
    [{ $or: [{ a: ['x'] }, {}] }, '$or[1]'],
    [{ $or: [{ a: ['x'] }, { b: 'x' }] }, '$or[1].b'],
    [{ $or: [{ a: ['x'] }, { prefix: ['x'] }] }, '$or[1].prefix'],
    [{ $or: [{ a: ['x'] }, { b: { '>=': ['x'] } }] }, '$or[1].b.>='],
    [{ $or: [{ a: ['x'] }, { regex: ['x'] }] }, '$or[1].regex'],
    [{ detail: { $or: [{ a: ['x'] }, { b: [{ prefix: 1 }] }] } }, 'detail.$or[1].b[0].prefix'],
  ]);

  it('takes 1000 combinations and no more', () => {
    const ten = (name: string): Json => Array.from({ length: 10 }, (_, index) => ({ [`${name}${index}`]: ['x'] }));
    const pattern = { $or: ten('a'), b: { $or: ten('b') }, c: { $or: ten('c') } };
    expect(compilePattern(pattern).matches({ a3: 'x', b: { b9: 'x' }, c: { c0: 'x' } })).toBe(true);
    expect(refusalOf(() => compilePattern({ ...pattern, d: { $or: [{ x: ['x'] }, { y: ['x'] }] } })).path).toBe(
      'd.$or',
    );
  });
});
