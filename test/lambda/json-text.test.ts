import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, parseJson } from '../../shared/lambda/http/json-text.ts';

const LONE = '\\ud800';

describe('JSON that somebody sent', () => {
  test('is what JSON.parse makes of it, however it is spaced', () => {
    const exact = (_: string, value: unknown) =>
      typeof value === 'number' && Math.abs(value) > 2 ** 53 - 1 ? 0 : value;
    const safe = fc
      .jsonValue({ maxDepth: 6, stringUnit: 'grapheme' })
      .map(value => JSON.parse(JSON.stringify(value), exact) as unknown);
    fc.assert(
      fc.property(safe, fc.constantFrom(undefined, 1, '\t', '\n '), (value, space) => {
        const plain = JSON.stringify(value);
        fc.pre(!plain.includes('"__proto__"') && !/[^\P{Cc}]|\\u|\ufffd/u.test(plain));
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text, 'body')).toEqual(JSON.parse(text));
      }),
    );
  });

  test('is refused where JSON.parse refuses it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\1eE+-. atrufnlsx') }), text => {
        const outcome = (parse: () => unknown) => {
          try {
            return { value: parse() };
          } catch (error) {
            return (error as Error).name;
          }
        };
        const expected = outcome(() => JSON.parse(text));
        if (expected === 'SyntaxError') expect(outcome(() => parseJson(text, 'body'))).toBe(expected);
        else if (!text.includes('{'))
          expect([expected, 'UnsafeJsonError']).toContainEqual(outcome(() => parseJson(text, 'body')));
      }),
    );
  });

  test('may have no key twice, wherever it is and however it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 5 }), fc.string(), fc.jsonValue(), (depth, key, value) => {
        fc.pre(key !== '__proto__' && !/[\ud800-\udfff\ufffd\p{Cc}]/u.test(key));
        const [name, other] = [JSON.stringify(key), JSON.stringify(value)];
        fc.pre(!other.includes('__proto__'));
        const escaped = `"${[...key].map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
        const twice = `{"a":[{${name}:1}],${name}:${other}, ${escaped} :{}}`;
        fc.pre(key !== 'a');
        const text = depth.reduce((inner, before) => `[${'0,'.repeat(before)}${inner}]`, twice);
        expect(() => parseJson(text, 'body')).toThrow(/is there twice|beyond what can be kept|control|Unicode/);
      }),
    );
    expect(() => parseJson('{"a":[{"b/c":1},{"b/c":1,"x":{"b/c":2},"b\\/c":3}]}', 'body')).toThrow(
      '/body/a/1/b~1c: is there twice',
    );
  });

  test.each([
    ['{"a":{"__proto__":{"b":1}}}', '/body/a/__proto__: is not a field of this'],
    ['{"a":1,"\\u005f_proto__":1}', '/body/__proto__: is not a field of this'],
    ['{"home":[1,9007199254740993]}', '/body/home/1: is a number beyond what can be kept exactly'],
    ['{"home":1e400}', '/body/home: is a number beyond what can be kept exactly'],
    ['-1e999', '/body: is a number beyond what can be kept exactly'],
    [`{"name":"${LONE}"}`, '/body/name: is not valid Unicode'],
    ['{"name":"a\\u0000"}', '/body/name: has control characters'],
    ['["\\u007f"]', '/body/0: has control characters'],
    [`{"${LONE}":1}`, '/body: is not valid Unicode'],
    ['["\uFFFD"]', '/body/0: is not valid Unicode'],
    ['['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1), `/body: is nested deeper than ${MAX_DEPTH} levels`],
    [`${'{"a":'.repeat(32_000)}1${'}'.repeat(32_000)}`, `/body: is nested deeper than ${MAX_DEPTH} levels`],
  ])('is refused for %.60s', (text, message) => {
    expect(() => parseJson(text, 'body')).toThrow(expect.objectContaining({ name: 'UnsafeJsonError', message }));
  });

  test.each([
    '{"a":{"a":{"a":[{"a":1},{"a":2}]}}}',
    '{"a b":"\\"}{,:\\\\","c":"[\\"a\\":"}',
    '9007199254740991',
    '-0.1e-7',
    '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH),
    '{"constructor":1,"toString":2}',
    '["two\\nlines\\tand a tab"]',
  ])('is taken: %.60s', text => {
    expect(parseJson(text, 'body')).toEqual(JSON.parse(text));
  });
});
