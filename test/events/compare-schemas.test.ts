import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compareSchemas, type JsonSchema } from '../../scripts/schemas/compare.ts';
import { base, compare, inside } from './compare-kit.ts';

const text = z.string();
const refused = 'which older code refuses';

describe('what some reader would not understand', () => {
  it.each<readonly [what: string, before: z.ZodType, after: z.ZodType, difference: string]>([
    ['a property is gone', base, base.omit({ goals: true }), 'goals: is gone'],
    ['an optional one is gone', base.partial(), base.omit({ goals: true }).partial(), 'goals: is gone'],
    ['one named as every object has one is gone', base.extend({ constructor: text }), base, 'constructor: is gone'],
    [
      'a property is new and required',
      base,
      base.extend({ note: text }),
      'note: is new and required: stored events are without it',
    ],
    [
      'one that may be null, but has to be there',
      base,
      base.extend({ note: text.nullable() }),
      'note: is new and required: stored events are without it',
    ],
    ['an optional one is required', base.partial(), base.partial().required({ id: true }), 'id: is required now'],
    [
      'a required one is optional',
      base,
      base.partial({ id: true }),
      'id: is optional now: older code refuses events without it',
    ],
    [
      'a required one has a default',
      z.object({ a: text }),
      z.object({ a: text.default('x') }),
      'a: is optional now: older code refuses events without it',
    ],
    [
      'another default',
      z.object({ a: text.default('x') }),
      z.object({ a: text.default('y') }),
      'a: default was "x", is "y"',
    ],
    ['the type', z.object({ a: text }), z.object({ a: z.number() }), 'a: type was "string", is "number"'],
    [
      'a whole number',
      z.object({ a: z.number() }),
      z.object({ a: z.number().int() }),
      'a: type was "number", is "integer"',
    ],
    ['a value less', z.enum(['a', 'b']), z.enum(['a']), ': may no longer be "b"'],
    ['a value more', z.enum(['a']), z.enum(['a', 'b']), `: may be "b" now, ${refused}`],
    ['another literal', z.object({ a: z.literal(1) }), z.object({ a: z.literal(2) }), 'a: may no longer be 1'],
    ['values where any was taken', text, z.enum(['a']), ': may be few values now'],
    ['any where values were', z.enum(['a']), text, `: may be any value now, ${refused}`],
    ['a lower maximum', z.number().max(9), z.number().max(8), ': maximum was 9, is 8'],
    ['a higher maximum', z.number().max(9), z.number().max(10), ': maximum was 9, is 10'],
    ['no maximum', z.number().max(9), z.number(), ': maximum was 9, is nothing'],
    ['a minimum', z.number(), z.number().min(1), ': minimum was nothing, is 1'],
    ['an exclusive bound', z.number().min(1), z.number().gt(1), ': minimum was 1, is nothing'],
    ['a shorter text', text.max(9), text.max(8), ': maxLength was 9, is 8'],
    ['a text that may not be empty', text, text.min(1), ': minLength was nothing, is 1'],
    ['a pattern', text.regex(/^a$/), text.regex(/^b$/), ': pattern was "^a$", is "^b$"'],
    ['a format', text, z.email(), ': format was nothing, is "email"'],
    ['a shorter array', z.array(text).max(3), z.array(text).max(2), ': maxItems was 3, is 2'],
    ['items', z.array(text), z.array(z.number()), '[]: type was "string", is "number"'],
    ['a tuple', z.tuple([text]), z.tuple([text, text]), ': prefixItems were 1, are 2'],
    ['what is in a tuple', z.tuple([text]), z.tuple([z.number()]), '[0]: type was "string", is "number"'],
    [
      'null as well',
      z.object({ a: text }),
      z.object({ a: text.nullable() }),
      'a: type was "string", is ["string","null"]',
    ],
    [
      'null no longer',
      z.object({ a: text.nullable() }),
      z.object({ a: text }),
      'a: type was ["string","null"], is "string"',
    ],
    [
      'null beside a bounded number',
      base.shape.goals,
      base.shape.goals.nullable(),
      `: may be {"type":"null"} now, ${refused}`,
    ],
    ['null beside an object no longer', base.nullable(), base, ': may no longer be {"type":"null"}'],
    [
      'an alternative more',
      z.union([text.max(9), z.number()]),
      z.union([text.max(9), z.number(), z.boolean()]),
      `: may be {"type":"boolean"} now, ${refused}`,
    ],
    [
      'an alternative less',
      z.union([text.max(9), z.number()]),
      z.union([text.max(9), z.null()]),
      ': may no longer be {"type":"number"}',
    ],
    [
      'an alternative inside',
      z.union([text.max(2), z.number()]),
      z.union([z.number(), text.max(3)]),
      ': maxLength was 2, is 3',
    ],
    [
      'an object that was closed takes more',
      z.strictObject({}),
      z.strictObject({ a: text.optional() }),
      'a: is new in a closed object: older code refuses it',
    ],
    ['an object is closed', z.object({}), z.strictObject({}), ': additionalProperties was true, is false'],
    ['an object is opened', z.strictObject({}), z.looseObject({}), ': additionalProperties was false, is {}'],
    ['what a record holds', z.record(text, text), z.record(text, z.number()), '{}: type was "string", is "number"'],
    [
      'the keys of a record',
      z.record(text, text),
      z.record(text.max(2), text),
      ': propertyNames was {"type":"string"}, is {"maxLength":2,"type":"string"}',
    ],
    [
      'a variant less',
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]),
      z.object({ k: z.literal('a') }),
      ': may no longer be {"properties":{"k":{"const":"b","type":"string"}},"required":["k"],"type":"object"}',
    ],
    ['a new name', base, base.omit({ goals: true }).extend({ score: z.number() }), 'goals: is gone'],
  ])('%s', (_, before, after, difference) => {
    expect(compare(before, after)).toContain(`change ${difference}`);
    expect(compare(inside(before), inside(after)).every(line => line.startsWith('change verdict.items[]'))).toBe(true);
    expect(compare(inside(before), inside(after)).length).toBeGreaterThan(0);
  });

  it('of what refers to itself, where it does', () => {
    const tree = (leaf: z.ZodType): z.ZodType => {
      const node: z.ZodType = z.object({ leaf, children: z.array(z.lazy(() => node)) }).meta({ id: 'Node' });
      return z.object({ root: node });
    };
    expect(compare(tree(text), tree(text))).toEqual([]);
    expect(compare(tree(text), tree(z.number()))).toContainEqual(
      expect.stringMatching(/leaf: type was "string", is "number"$/),
    );
  });

  it('a keyword that nobody has thought of', () => {
    expect(compareSchemas({ type: 'array', uniqueItems: true }, { type: 'array' })).toEqual([
      { kind: 'change', path: '', what: 'uniqueItems was true, is nothing' },
    ]);
    expect(compareSchemas(true, false)).toEqual([{ kind: 'change', path: '', what: 'not was nothing, is {}' }]);
    expect(compareSchemas({ not: { properties: {} } }, { not: { properties: { a: true } } })).toHaveLength(1);
  });

  it('a part of an intersection', () => {
    const both = (type: string): JsonSchema => ({ allOf: [{ properties: { a: { type } } }, { required: ['a'] }] });
    expect(compareSchemas(both('string'), both('string'))).toEqual([]);
    expect(compareSchemas(both('string'), both('number'))).toMatchObject([{ kind: 'change', path: '[0].a' }]);
  });

  it('keywords beside a union', () => {
    const union = [{ type: 'string' }, { type: 'number' }];
    expect(compareSchemas({ anyOf: union, maxLength: 2 }, { oneOf: union, maxLength: 1 })).toMatchObject([
      { kind: 'change' },
    ]);
  });
});
