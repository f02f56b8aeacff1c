import { describe, expect, it } from 'vitest';
import { compilePattern, compilePatternText } from '../../patterns/event-pattern.ts';
import { refusalOf, refusals, verdicts } from './verdict.ts';

describe('exists', () => {
  verdicts(
    { a: [{ exists: true }] },
    { matches: [{ a: 1 }, { a: null }, { a: '' }, { a: ['x'] }], misses: [{}, { b: 1 }] },
  );
  verdicts({ a: [{ exists: true }] }, { misses: [{ a: {} }, { a: [] }, { a: { b: 1 } }, { a: [{ b: 1 }] }] });
  verdicts(
    { a: [{ exists: false }] },
    { matches: [{}, { b: 1 }, { a: [] }, { a: { b: 1 } }], misses: [{ a: null }, { a: ['x'] }] },
  );
  verdicts(
    { a: { b: [{ exists: false }] } },
    { matches: [{}, { a: 1 }, { a: { c: 1 } }], misses: [{ a: { b: 1 } }, { a: [{ b: 1 }, {}] }] },
  );
  verdicts({ a: [{ exists: false }, 'x'] }, { matches: [{}, { a: 'x' }], misses: [{ a: 'y' }] });
  refusals([
    [{ a: [{ exists: 'true' }] }, 'a[0].exists'],
    [{ a: [{ exists: null }] }, 'a[0].exists'],
    [{ a: [{ exists: true, prefix: 'x' }] }, 'a[0]'],
    [{ a: { exists: true } }, 'a.exists'],
  ]);
});

describe('fields', () => {
  verdicts(
    { source: ['matchday'], detail: { type: ['x'] } },
    {
      matches: [{ source: 'matchday', detail: { type: 'x', more: 1 }, id: '1' }],
      misses: [{ source: 'matchday' }, { source: 'matchday', detail: 'x' }],
    },
  );
  verdicts(
    { 'a.b': ['x'] },
    { matches: [{ a: { b: 'x' } }, { 'a.b': 'x' }, { a: [{ b: ['x'] }] }], misses: [{ a: 'x' }] },
  );
  verdicts({ a: { 'b.c': ['x'] } }, { matches: [{ a: { b: { c: 'x' } } }, { 'a.b': { c: 'x' } }] });
  verdicts(
    { '': ['x'], a: { '': ['y'] } },
    {
      matches: [
        { '': 'x', a: { '': 'y' } },
        { '': 'x', 'a.': 'y' },
      ],
      misses: [{ '': 'x', a: 'y' }],
    },
  );
  verdicts(
    { __proto__x: ['x'], constructor: ['y'] },
    { matches: [{ __proto__x: 'x', constructor: 'y' }], misses: [{ __proto__x: 'x' }] },
  );
  verdicts({ a: ['x'] }, { misses: ['x', 1, null, [], [{ a: 'x' }]] });
  refusals([
    ['x', ''],
    [null, ''],
    [[{ a: ['x'] }], ''],
    [{}, ''],
    [{ a: {} }, 'a'],
    [{ a: { b: {} } }, 'a.b'],
    [{ a: { b: 1 } }, 'a.b'],
  ]);
});

describe('arrays', () => {
  const people = [
    { first: 'John', last: 'Lennon' },
    { first: 'Paul', last: 'McCartney' },
  ];
  verdicts({ p: { first: ['Paul'], last: ['McCartney'] } }, { matches: [{ p: people }] });
  verdicts({ p: { first: ['John'], last: ['McCartney'] } }, { misses: [{ p: people }] });
  // Different arrays, and the values of one, combine freely.
  verdicts({ p: { first: ['Paul'] }, q: { first: ['John'] } }, { matches: [{ p: people, q: people }] });
  verdicts({ a: ['x'], 'a.b': ['y'] }, { matches: [{ a: ['x', { b: 'y' }] }] });
  verdicts(
    { a: { b: ['x'], c: ['y'] } },
    { matches: [{ a: [{ b: ['z', 'x'], c: 'y' }] }], misses: [{ a: [{ b: 'x' }, { c: 'y' }] }] },
  );
  verdicts({ a: ['x'] }, { matches: [{ a: [[['x']], 'z'] }] });
  verdicts(
    { a: { b: ['x'], c: ['y'] } },
    {
      matches: [{ a: [[{ b: 'x', c: 'y' }]] }],
      misses: [{ a: [[{ b: 'x' }], [{ c: 'y' }]] }, { a: [[{ b: 'x' }, { c: 'y' }]] }],
    },
  );
  verdicts(
    { songs: { name: ['Yesterday'], writers: { first: ['Paul'], last: ['McCartney'] } } },
    {
      matches: [{ songs: [{ name: 'Help!' }, { name: 'Yesterday', writers: people }] }],
      misses: [{ songs: [{ name: 'Yesterday' }, { writers: people }] }],
    },
  );
  // Absence is asked of the element found so far. Fields are taken by name: `c` after `b`, but `a` before it.
  verdicts(
    { l: { b: ['x'], c: [{ exists: false }] } },
    { matches: [{ l: [{ b: 'x' }, { c: 1 }] }], misses: [{ l: [{ b: 'x', c: 1 }] }] },
  );
  verdicts({ l: { b: ['x'], a: [{ exists: false }] } }, { misses: [{ l: [{ b: 'x' }, { a: 1 }] }] });

  it('stays fast where many elements of an array match', () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const event = Object.fromEntries(names.map(name => [name, new Array<string>(200).fill('x')]));
    const pattern = Object.fromEntries([...names.map(name => [name, ['x']]), ['g', ['x']]]);
    expect(compilePattern(pattern).matches(event)).toBe(false);
  });
});

describe('text', () => {
  it('keeps both lists of a key that is an array once and an object once', () => {
    const pattern = compilePatternText('{"a": ["x"], "a": {"b": ["y"]}}');
    expect(pattern.matches({ a: ['x', { b: 'y' }] })).toBe(true);
    expect(pattern.matches({ a: 'x' })).toBe(false);
    expect(pattern.matchesText('{"a": "x", "a": {"b": "y"}}')).toBe(true);
  });

  it('keeps the last list of a field that is written twice', () => {
    expect(compilePatternText('{"a": ["x"], "a": ["y"]}').matches({ a: 'x' })).toBe(false);
    expect(compilePatternText('{"a": ["x"], "a": ["y"]}').matches({ a: 'y' })).toBe(true);
    expect(compilePatternText('{"a.b": ["x"], "a": {"b": ["y"]}}').matches({ a: { b: 'y' } })).toBe(true);
  });

  it('reads escapes, nesting and white space', () => {
    const pattern = compilePatternText(' {"\\u0061" : [ "q\\"{}[],:\\\\" , true,null ] ,\n"b":{"c":[-1.5E+1]}}');
    expect(pattern.matches({ a: 'q"{}[],:\\', b: { c: -15 } })).toBe(true);
    expect(pattern.matchesText('{"b":{"c":-15.0},"a":[{},[],"",null]}')).toBe(true);
    expect(pattern.matchesText('{"b":{"c":-15.0},"a":[{},[],"",false]}')).toBe(false);
  });

  it.each([
    '',
    '{',
    '{"a": ["x"]',
    '{"a": [01]}',
    "{'a': ['x']}",
    '{"a": ["x"]} {}',
    '{"a": ["x",]}',
    '{"a": ["\\d"]}',
  ])('refuses %s, which is not JSON', text => {
    const error = refusalOf(() => compilePatternText(text));
    expect(error).toMatchObject({ path: '', message: 'Event pattern is not valid: Pattern is not JSON' });
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  it('refuses a match expression with a key twice', () => {
    expect(refusalOf(() => compilePatternText('{"a": [{"prefix": "x", "prefix": "y"}]}')).path).toBe('a[0]');
  });

  it('says where and why', () => {
    const error = refusalOf(() => compilePattern({ detail: { state: ['on', { prefix: 1 }] } }));
    expect(error.message).toBe(
      'Event pattern is not valid at detail.state[1].prefix: prefix match pattern must be a string',
    );
  });

  it('throws a SyntaxError for an event that is not JSON', () => {
    expect(() => compilePattern({ a: ['x'] }).matchesText('{')).toThrow(SyntaxError);
  });
});
