import { describe } from 'vitest';
import { refusals, verdicts } from './verdict.ts';

describe('anything-but values', () => {
  verdicts(
    { a: [{ 'anything-but': 'x' }] },
    {
      matches: [{ a: 'y' }, { a: 'X' }, { a: '' }, { a: 1 }, { a: null }, { a: true }],
      misses: [{ a: 'x' }, {}, { b: 'y' }],
    },
  );
  verdicts({ a: [{ 'anything-but': ['x', 'y'] }] }, { matches: [{ a: 'z' }], misses: [{ a: 'x' }, { a: 'y' }, {}] });
  verdicts({ a: [{ 'anything-but': 5 }] }, { matches: [{ a: 6 }, { a: '5' }, { a: null }], misses: [{ a: 5 }, {}] });
  verdicts({ a: [{ 'anything-but': [1, 2.5] }] }, { matches: [{ a: 3 }, { a: 'x' }], misses: [{ a: 1 }, { a: 2.5 }] });
  verdicts({ a: [{ 'anything-but': '' }] }, { matches: [{ a: 'x' }], misses: [{ a: '' }] });
  // Of an array one element that is something else is enough; no element at all is a missing field.
  verdicts(
    { a: [{ 'anything-but': 'x' }] },
    { matches: [{ a: ['x', 'y'] }], misses: [{ a: ['x', 'x'] }, { a: [] }, { a: {} }] },
  );
  verdicts({ a: [{ 'anything-but': 'x' }, { exists: false }] }, { matches: [{}, { a: 'y' }], misses: [{ a: 'x' }] });
  verdicts(
    { a: [{ 'anything-but': 'x' }, { 'anything-but': 'y' }] },
    { matches: [{ a: 'x' }, { a: 'y' }], misses: [{}] },
  );
  verdicts({ a: [{ 'anything-but': '10.0.0.1' }] }, { matches: [{ a: '10.0.0.2' }], misses: [{ a: '10.0.0.1' }] });
});

describe('anything-but operators', () => {
  verdicts(
    { a: [{ 'anything-but': { prefix: 'in' } }] },
    { matches: [{ a: 'out' }, { a: 'In' }, { a: 7 }, { a: null }], misses: [{ a: 'in' }, { a: 'init' }, {}] },
  );
  verdicts(
    { a: [{ 'anything-but': { prefix: ['x', 'y'] } }] },
    { matches: [{ a: 'zx' }], misses: [{ a: 'x1' }, { a: 'y1' }] },
  );
  verdicts(
    { a: [{ 'anything-but': { suffix: '.png' } }] },
    { matches: [{ a: '.pngx' }], misses: [{ a: 'a.png' }, {}] },
  );
  verdicts(
    { a: [{ 'anything-but': { suffix: ['1', '2'] } }] },
    { matches: [{ a: '13' }, { a: 1 }], misses: [{ a: 'x1' }, { a: 'x2' }] },
  );
  verdicts(
    { a: [{ 'anything-but': { 'equals-ignore-case': 'No' } }] },
    { matches: [{ a: 'not' }], misses: [{ a: 'nO' }, {}] },
  );
  verdicts(
    { a: [{ 'anything-but': { 'equals-ignore-case': ['a', 'B'] } }] },
    { matches: [{ a: 'c' }], misses: [{ a: 'A' }, { a: 'b' }] },
  );
  verdicts(
    { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] },
    { matches: [{ a: '/bin/x' }], misses: [{ a: '/lib/x' }, {}] },
  );
  verdicts(
    { a: [{ 'anything-but': { wildcard: ['*a', 'b*'] } }] },
    { matches: [{ a: 'ab' }], misses: [{ a: 'ba' }, { a: 'xa' }] },
  );
});

describe('anything-but', () => {
  refusals([
    [{ a: [{ 'anything-but': null }] }, 'a[0].anything-but'],
    [{ a: [{ 'anything-but': true }] }, 'a[0].anything-but'],
    [{ a: [{ 'anything-but': [] }] }, 'a[0].anything-but'],
    [{ a: [{ 'anything-but': ['x', 1] }] }, 'a[0].anything-but'],
    [{ a: [{ 'anything-but': ['x', null] }] }, 'a[0].anything-but[1]'],
    [{ a: [{ 'anything-but': [['x']] }] }, 'a[0].anything-but[0]'],
    [{ a: [{ 'anything-but': [{ prefix: 'x' }] }] }, 'a[0].anything-but[0]'],
    [{ a: [{ 'anything-but': {} }] }, 'a[0].anything-but'],
    [{ a: [{ 'anything-but': { numeric: ['=', 1] } }] }, 'a[0].anything-but.numeric'],
    [{ a: [{ 'anything-but': { prefix: '' } }] }, 'a[0].anything-but.prefix'],
    [{ a: [{ 'anything-but': { suffix: ['x', ''] } }] }, 'a[0].anything-but.suffix[1]'],
    [{ a: [{ 'anything-but': { prefix: [] } }] }, 'a[0].anything-but.prefix'],
    [{ a: [{ 'anything-but': { prefix: 1 } }] }, 'a[0].anything-but.prefix'],
    [{ a: [{ 'anything-but': { suffix: { 'equals-ignore-case': 'x' } } }] }, 'a[0].anything-but.suffix'],
    [{ a: [{ 'anything-but': { wildcard: 'a**' } }] }, 'a[0].anything-but.wildcard'],
    [{ a: [{ 'anything-but': { prefix: 'x', suffix: 'y' } }] }, 'a[0].anything-but'],
    [{ a: [{ 'anything-but': 'x', exists: true }] }, 'a[0]'],
  ]);
});
