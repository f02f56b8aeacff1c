import { describe } from 'vitest';
import { refusals, verdicts } from './verdict.ts';

describe('plain values', () => {
  verdicts(
    { a: ['x', 'y'] },
    { matches: [{ a: 'x' }, { a: 'y', b: 1 }], misses: [{ a: 'X' }, { a: 'xy' }, { b: 'x' }, {}] },
  );
  verdicts({ a: ['5'] }, { matches: [{ a: '5' }], misses: [{ a: 5 }, { a: '5.0' }] });
  verdicts({ a: [true] }, { matches: [{ a: true }], misses: [{ a: false }, { a: 'true' }, { a: 1 }] });
  verdicts({ a: [null] }, { matches: [{ a: null }], misses: [{}, { a: 'null' }, { a: '' }, { a: [] }] });
  verdicts({ a: [''] }, { matches: [{ a: '' }], misses: [{ a: ' ' }, { a: null }, {}] });
  verdicts({ a: [{ exactly: '10.0.0.1' }] }, { matches: [{ a: '10.0.0.1' }], misses: [{ a: '10.0.0.01' }] });
  verdicts({ a: ['x', 1, null] }, { matches: [{ a: 1 }, { a: null }, { a: ['z', 'x'] }], misses: [{ a: 2 }] });
  refusals([
    [{ a: 'x' }, 'a'],
    [{ a: 1 }, 'a'],
    [{ a: null }, 'a'],
    [{ a: [] }, 'a'],
    [{ a: [['x']] }, 'a[0]'],
    [{ a: [{}] }, 'a[0]'],
    [{ a: ['x', { contains: 'x' }] }, 'a[1].contains'],
    [{ a: [{ toString: 'x' }] }, 'a[0].toString'],
    [{ a: [{ exactly: 1 }] }, 'a[0].exactly'],
    [{ a: [{ exactly: 'x', prefix: 'x' }] }, 'a[0]'],
  ]);
});

describe('prefix', () => {
  verdicts(
    { a: [{ prefix: 'ab' }] },
    { matches: [{ a: 'ab' }, { a: 'abc' }], misses: [{ a: 'Abc' }, { a: 'xab' }, {}] },
  );
  verdicts({ a: [{ prefix: '' }] }, { matches: [{ a: '' }, { a: 'x' }], misses: [{ a: 1 }, { a: null }, {}] });
  verdicts({ a: [{ prefix: '1' }] }, { matches: [{ a: '12' }], misses: [{ a: 12 }] });
  verdicts({ a: [{ prefix: 'x' }] }, { matches: [{ a: ['no', 'xyz'] }], misses: [{ a: ['no'] }, { a: { x: 'x' } }] });
  verdicts(
    { a: [{ prefix: { 'equals-ignore-case': 'aB' } }] },
    { matches: [{ a: 'AbC' }], misses: [{ a: 'xab' }, { a: 'a' }] },
  );
  refusals([
    [{ a: [{ prefix: 1 }] }, 'a[0].prefix'],
    [{ a: [{ prefix: ['x'] }] }, 'a[0].prefix'],
    [{ a: [{ prefix: {} }] }, 'a[0].prefix'],
    [{ a: [{ prefix: { suffix: 'x' } }] }, 'a[0].prefix.suffix'],
    [{ a: [{ prefix: { 'equals-ignore-case': ['x'] } }] }, 'a[0].prefix.equals-ignore-case'],
    [{ a: [{ prefix: { 'equals-ignore-case': 'x', y: 1 } }] }, 'a[0].prefix'],
  ]);
});

describe('suffix', () => {
  verdicts(
    { a: [{ suffix: '.png' }] },
    { matches: [{ a: '.png' }, { a: 'x.png' }], misses: [{ a: 'x.PNG' }, { a: '.png.gz' }, {}] },
  );
  verdicts({ a: [{ suffix: '' }] }, { matches: [{ a: '' }, { a: 'x' }], misses: [{ a: 1 }, {}] });
  verdicts({ a: [{ suffix: '雨' }] }, { matches: [{ a: '大雨' }], misses: [{ a: '雨大' }] });
  verdicts(
    { a: [{ suffix: { 'equals-ignore-case': '.PnG' } }] },
    { matches: [{ a: 'x.png' }], misses: [{ a: 'x.pn' }, {}] },
  );
  refusals([
    [{ a: [{ suffix: null }] }, 'a[0].suffix'],
    [{ a: [{ suffix: { prefix: 'x' } }] }, 'a[0].suffix.prefix'],
  ]);
});

describe('equals-ignore-case', () => {
  verdicts(
    { a: [{ 'equals-ignore-case': 'aBc1' }] },
    { matches: [{ a: 'ABC1' }, { a: 'abc1' }, { a: ['x', 'Abc1'] }], misses: [{ a: 'abc' }, { a: 'abc12' }, {}] },
  );
  verdicts({ a: [{ 'equals-ignore-case': 'a.c' }] }, { matches: [{ a: 'A.C' }], misses: [{ a: 'abc' }] });
  verdicts(
    { a: [{ 'equals-ignore-case': 'straße' }] },
    { matches: [{ a: 'STRASSE' }, { a: 'Straße' }], misses: [{ a: 'strasse' }] },
  );
  verdicts({ a: [{ 'equals-ignore-case': 'ÄÖ' }] }, { matches: [{ a: 'äö' }, { a: 'äÖ' }], misses: [{ a: 'ao' }] });
  // ⱥ takes three bytes and Ⱥ two; the Kelvin sign is k in lower case, but k is K in upper case.
  verdicts({ a: [{ 'equals-ignore-case': 'ⱥ' }] }, { matches: [{ a: 'Ⱥ' }, { a: 'ⱥ' }] });
  verdicts(
    { a: [{ 'equals-ignore-case': '\u212a' }] },
    { matches: [{ a: 'k' }, { a: '\u212a' }], misses: [{ a: 'K' }] },
  );
  verdicts({ a: [{ 'equals-ignore-case': 'x😀' }] }, { matches: [{ a: 'X??' }], misses: [{ a: 'x😀' }] });
  verdicts({ a: [{ 'equals-ignore-case': '5' }] }, { matches: [{ a: '5' }], misses: [{ a: 5 }] });
  refusals([
    [{ a: [{ 'equals-ignore-case': 5 }] }, 'a[0].equals-ignore-case'],
    [{ a: [{ 'equals-ignore-case': ['x'] }] }, 'a[0].equals-ignore-case'],
  ]);
});

describe('wildcard', () => {
  verdicts({ a: [{ wildcard: '*' }] }, { matches: [{ a: '' }, { a: 'x\ny' }], misses: [{ a: 1 }, { a: null }, {}] });
  verdicts(
    { a: [{ wildcard: 'a*b' }] },
    { matches: [{ a: 'ab' }, { a: 'axbxb' }], misses: [{ a: 'a' }, { a: 'abc' }, { a: 'xab' }] },
  );
  verdicts({ a: [{ wildcard: 'ab*ba' }] }, { matches: [{ a: 'abba' }, { a: 'ab.ba' }], misses: [{ a: 'aba' }] });
  verdicts({ a: [{ wildcard: '*ab*b' }] }, { matches: [{ a: 'abb' }, { a: 'xabyb' }], misses: [{ a: 'ab' }] });
  verdicts(
    { a: [{ wildcard: '*b*b*' }] },
    { matches: [{ a: 'bb' }, { a: 'abab' }], misses: [{ a: 'b' }, { a: 'aa' }] },
  );
  verdicts(
    { a: [{ wildcard: '*/x/*.js' }] },
    { matches: [{ a: '/x/.js' }, { a: 'a/x/x/b.js' }], misses: [{ a: '/x.js' }] },
  );
  verdicts({ a: [{ wildcard: 'a\\*b' }] }, { matches: [{ a: 'a*b' }], misses: [{ a: 'axb' }, { a: 'a\\*b' }] });
  verdicts({ a: [{ wildcard: '*\\\\*' }] }, { matches: [{ a: 'C:\\x' }, { a: '\\' }], misses: [{ a: 'C:/x' }] });
  verdicts({ a: [{ wildcard: '\\**' }] }, { matches: [{ a: '*' }, { a: '*x' }], misses: [{ a: 'x*' }] });
  verdicts({ a: [{ wildcard: 'plain' }] }, { matches: [{ a: 'plain' }], misses: [{ a: 'plainer' }] });
  verdicts({ a: [{ wildcard: '*デ*' }] }, { matches: [{ a: 'xデy' }], misses: [{ a: 'xダy' }] });
  refusals([
    [{ a: [{ wildcard: 'a**b' }] }, 'a[0].wildcard'],
    [{ a: [{ wildcard: 'a\\b' }] }, 'a[0].wildcard'],
    [{ a: [{ wildcard: 'a\\' }] }, 'a[0].wildcard'],
    [{ a: [{ wildcard: ['a'] }] }, 'a[0].wildcard'],
  ]);
});
