import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, compilePatternText } from '../../patterns/event-pattern.ts';
import type { Json, JsonObject } from '../../patterns/json.ts';

// Few names and few values, so that patterns and events meet often.
const name = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('', 'a', 'A', 'ab', 'bA');
const number = fc.integer({ min: -3, max: 3 }).map(thirds => thirds / 2);
const scalar: fc.Arbitrary<Json> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { event } = fc.letrec<{ event: JsonObject; value: Json }>(tie => ({
  event: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('event'), fc.array(tie('value'), { maxLength: 3 })),
}));
const textOperator = fc.tuple(
  fc.constantFrom('prefix', 'suffix', 'equals-ignore-case', 'wildcard'),
  text.filter(Boolean),
);
const matcher: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  textOperator.map(([operator, operand]) => ({ [operator]: operand })),
  textOperator.map(([operator, operand]) => ({ 'anything-but': { [operator]: operand } })),
  fc.record({ 'anything-but': fc.oneof(text, number) }),
  fc.record({ exists: fc.boolean() }),
  number.map(bound => ({ numeric: ['>=', bound] })),
);
const list = fc.array(matcher, { minLength: 1, maxLength: 2 });
const { pattern } = fc.letrec<{ pattern: JsonObject; field: Json }>(tie => ({
  pattern: fc.dictionary(name, tie('field'), { minKeys: 1, maxKeys: 3 }),
  field: fc.oneof({ depthSize: 'small' }, list, tie('pattern')),
}));

function matches(asked: Json, of: Json): boolean {
  return compilePattern(asked).matches(of);
}

describe('laws', () => {
  it('anything-but X is exists and not X, for a scalar', () => {
    fc.assert(
      fc.property(fc.oneof(text, number), fc.option(scalar, { nil: undefined }), (excluded, value) => {
        const of = value === undefined ? {} : { a: value };
        const there = matches({ a: [{ exists: true }] }, of) && !matches({ a: [excluded] }, of);
        expect(matches({ a: [{ 'anything-but': excluded }] }, of)).toBe(there);
      }),
    );
  });

  it('anything-but { operator } is exists and not operator, for a scalar', () => {
    fc.assert(
      fc.property(textOperator, scalar, ([operator, operand], value) => {
        const positive = matches({ a: [{ [operator]: operand }] }, { a: value });
        expect(matches({ a: [{ 'anything-but': { [operator]: operand } }] }, { a: value })).toBe(!positive);
      }),
    );
  });

  it('exists: false is not exists: true, for one field', () => {
    fc.assert(
      fc.property(name, event, (field, of) => {
        expect(matches({ [field]: [{ exists: false }] }, of)).toBe(!matches({ [field]: [{ exists: true }] }, of));
      }),
    );
  });

  it('a list is the union of its elements, for one field', () => {
    fc.assert(
      fc.property(name, list, event, (field, matchers, of) => {
        expect(matches({ [field]: matchers }, of)).toBe(matchers.some(one => matches({ [field]: [one] }, of)));
      }),
    );
  });

  it('$or is the union of its alternatives, in any order', () => {
    fc.assert(
      fc.property(pattern, pattern, event, (one, other, of) => {
        const union = matches(one, of) || matches(other, of);
        expect(matches({ $or: [one, other] }, of)).toBe(union);
        expect(matches({ $or: [other, one] }, of)).toBe(union);
      }),
    );
  });

  it('one more field only narrows', () => {
    const asking = fc.dictionary(name, list, { minKeys: 1, maxKeys: 2 });
    const elements = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'z'), scalar), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(asking, list, elements, (asked, matchers, l) => {
        // `z` comes after every other name, so no absence is asked of an element that `z` chose.
        fc.pre(matches({ l: { ...asked, z: matchers } }, { l }));
        expect(matches({ l: asked }, { l })).toBe(true);
      }),
    );
  });

  it('the order of keys is irrelevant, in the pattern and in the event', () => {
    const reversed = (value: Json): Json => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(reversed);
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      );
    };
    fc.assert(
      fc.property(pattern, event, (asked, of) => {
        const verdict = matches(asked, of);
        expect(matches(reversed(asked), of)).toBe(verdict);
        expect(matches(asked, reversed(of))).toBe(verdict);
      }),
    );
  });

  it('text and value are the same to it', () => {
    fc.assert(
      fc.property(pattern, fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<Json>), (asked, of) => {
        const sameAsked = compilePatternText(JSON.stringify(asked, undefined, 2));
        expect(sameAsked.matchesText(JSON.stringify(of))).toBe(matches(asked, of));
      }),
    );
  });

  it('every event matches the pattern made of it', () => {
    const flat = fc.dictionary(
      fc.string().filter(key => key !== '$or' && !key.includes('.')),
      fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(flat, of => {
        const asked = Object.fromEntries(Object.entries(of).map(([key, value]) => [key, [value]]));
        expect(matches(asked, of)).toBe(true);
      }),
    );
  });
});
