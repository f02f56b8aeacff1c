import { describe, expect, it } from 'vitest';
import { compilePatternText } from '../../patterns/event-pattern.ts';
import { refusalOf, refusals, verdicts } from './verdict.ts';

describe('a plain number', () => {
  it.each([
    ['300', '300.0', true],
    ['300', '3.0e2', true],
    ['3E+2', '300', true],
    ['0', '-0.0', true],
    ['0', '0e5', true],
    ['0.1', '1e-1', true],
    ['-12.50', '-125e-1', true],
    ['300', '300.0000001', false],
    ['300', '-300', false],
    ['300', '"300"', false],
    ['1e300', '10e299', true],
    // Beyond what a float holds only the same digits are the same number.
    ['27.807807921694092345', '27.807807921694092345', true],
    ['27.807807921694092345', '27.80780792169409234', false],
    ['9007199254740993', '9007199254740993', true],
    ['9007199254740993', '9007199254740992', false],
    ['1e400', '1e400', true],
    ['1e400', '10e399', false],
  ])('%s and %s in the event: %s', (pattern, event, verdict) => {
    expect(compilePatternText(`{"a": [${pattern}]}`).matchesText(`{"a": ${event}}`)).toBe(verdict);
  });
});

describe('numeric', () => {
  verdicts(
    { a: [{ numeric: ['=', 3.018e2] }] },
    { matches: [{ a: 301.8 }], misses: [{ a: 301.80001 }, { a: '301.8' }, {}] },
  );
  verdicts(
    { a: [{ numeric: ['>', 0] }] },
    { matches: [{ a: 1e-6 }, { a: 1e12 }], misses: [{ a: 0 }, { a: -1 }, { a: null }] },
  );
  verdicts({ a: [{ numeric: ['>=', 0] }] }, { matches: [{ a: 0 }], misses: [{ a: -1e-6 }, { a: true }] });
  verdicts({ a: [{ numeric: ['<', 10] }] }, { matches: [{ a: 9.999999 }], misses: [{ a: 10 }, { a: [] }] });
  verdicts({ a: [{ numeric: ['<=', 10] }] }, { matches: [{ a: 10 }, { a: [99, 3] }], misses: [{ a: 10.000001 }] });
  verdicts(
    { a: [{ numeric: ['>', 0, '<=', 5] }] },
    { matches: [{ a: 5 }, { a: 0.5 }], misses: [{ a: 0 }, { a: 5.1 }] },
  );
  verdicts({ a: [{ numeric: ['>=', -5, '<', -1] }] }, { matches: [{ a: -5 }], misses: [{ a: -1 }, { a: -6 }] });
  // A range is met by one element of an array, not by two together.
  verdicts({ a: [{ numeric: ['>', 0, '<', 5] }] }, { matches: [{ a: [9, 1] }], misses: [{ a: [-1, 9] }] });
  verdicts(
    { a: [{ numeric: ['<', 1] }, { numeric: ['>', 9] }, 'x'] },
    { matches: [{ a: 0 }, { a: 10 }, { a: 'x' }], misses: [{ a: 5 }] },
  );
  refusals([
    [{ a: [{ numeric: 5 }] }, 'a[0].numeric'],
    [{ a: [{ numeric: [] }] }, 'a[0].numeric[0]'],
    [{ a: [{ numeric: ['='] }] }, 'a[0].numeric[1]'],
    [{ a: [{ numeric: [5] }] }, 'a[0].numeric[0]'],
    [{ a: [{ numeric: ['!=', 5] }] }, 'a[0].numeric[0]'],
    [{ a: [{ numeric: ['=', '5'] }] }, 'a[0].numeric[1]'],
    [{ a: [{ numeric: ['=', 5, '<', 6] }] }, 'a[0].numeric'],
    [{ a: [{ numeric: ['<', 6, '>', 5] }] }, 'a[0].numeric'],
    [{ a: [{ numeric: ['>', 5, '>', 6] }] }, 'a[0].numeric[2]'],
    [{ a: [{ numeric: ['>', 5, '<'] }] }, 'a[0].numeric[3]'],
    [{ a: [{ numeric: ['>', 5, '<', 5] }] }, 'a[0].numeric'],
    [{ a: [{ numeric: ['>', 6, '<', 5] }] }, 'a[0].numeric'],
    [{ a: [{ numeric: ['>', 0, '<', 5, '<', 6] }] }, 'a[0].numeric'],
    [{ a: [{ numeric: ['=', 5], exists: true }] }, 'a[0]'],
  ]);

  it.each(['2.0e422', '1E-325', '0.12345678901234567890'])(
    'refuses the bound %s, which it could not compare',
    bound => {
      expect(refusalOf(() => compilePatternText(`{"a": [{"numeric": ["<", ${bound}]}]}`)).path).toBe('a[0].numeric[1]');
      expect(refusalOf(() => compilePatternText(`{"a": [{"anything-but": ${bound}}]}`)).path).toBe('a[0].anything-but');
    },
  );

  it('does not find a number of the event that it could not compare', () => {
    expect(compilePatternText('{"a": [{"numeric": [">", 0]}]}').matchesText('{"a": 0.12345678901234567890}')).toBe(
      false,
    );
    expect(compilePatternText('{"a": [{"anything-but": 1}]}').matchesText('{"a": 1e400}')).toBe(true);
  });
});
