import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { base, compare, differences, inside } from './compare-kit.ts';

describe('what only adds', () => {
  it.each<readonly [what: string, before: z.ZodType, after: z.ZodType, differences: readonly string[]]>([
    ['nothing', base, base, []],
    [
      'an optional property',
      base,
      base.extend({ note: z.string().optional() }),
      ['addition note: is new and optional'],
    ],
    [
      'a property with a default',
      base,
      base.extend({ at: z.string().default('home') }),
      ['addition at: is new and optional'],
    ],
    [
      'one deep inside, in an array',
      inside(base),
      inside(base.extend({ note: z.string().optional() })),
      ['addition verdict.items[].note: is new and optional'],
    ],
    [
      'one in a variant of a union',
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a') }),
        z.object({ kind: z.literal('b'), n: z.number() }),
      ]),
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('b'), n: z.number(), m: z.number().optional() }),
        z.object({ kind: z.literal('a') }),
      ]),
      ['addition m: is new and optional'],
    ],
    [
      'one in what may be null',
      base.nullable(),
      base.extend({ note: z.string().optional() }).nullable(),
      ['addition note: is new and optional'],
    ],
    ['a description', base, base.extend({ id: z.string().max(100).describe('who') }), []],
    [
      'another order of properties',
      z.object({ a: z.string(), b: z.number() }),
      z.object({ b: z.number(), a: z.string() }),
      [],
    ],
    ['another order of values', z.enum(['a', 'b']), z.enum(['b', 'a']), []],
    ['another order of alternatives', z.union([z.string(), z.number()]), z.union([z.number(), z.string()]), []],
    ['trimming: what is stored stays as it is', z.string(), z.string().trim(), []],
    [
      'a property named as every object has one',
      base,
      base.extend({ constructor: z.string().optional() }),
      ['addition constructor: is new and optional'],
    ],
  ])('%s', (_, before, after, differences) => {
    expect(compare(before, after)).toEqual(differences);
  });
});

/** A schema as data, so that one can be made of another by an edit. */
type Shape =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'list' | 'nullable'; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: readonly Field[] };
interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly shape: Shape;
}

const names = fc.constantFrom('a', 'b', 'c', 'd');
const { shape: shapes } = fc.letrec<{ shape: Shape; field: Field }>(tie => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('text' as const), most: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant('choice' as const), of: fc.constantFrom(['x'], ['y'], ['x', 'y']) }),
    fc.record({ kind: fc.constantFrom('list' as const, 'nullable' as const), of: tie('shape') }),
    fc.record({
      kind: fc.constant('object' as const),
      fields: fc.uniqueArray(tie('field'), { maxLength: 3, selector: ({ name }) => name }),
    }),
  ),
  field: fc.record({ name: names, optional: fc.boolean(), shape: tie('shape') }),
}));

const schemaOf = (shape: Shape): z.ZodType => {
  switch (shape.kind) {
    case 'text':
      return z.string().max(shape.most);
    case 'choice':
      return z.enum(shape.of);
    case 'list':
      return z.array(schemaOf(shape.of));
    case 'nullable':
      return schemaOf(shape.of).nullable();
    case 'object':
      return z.object(
        Object.fromEntries(
          shape.fields.map(({ name, optional, shape: of }) => [
            name,
            optional ? schemaOf(of).optional() : schemaOf(of),
          ]),
        ),
      );
  }
};

/** Data that are valid under a schema. */
const dataOf = (shape: Shape): fc.Arbitrary<unknown> => {
  switch (shape.kind) {
    case 'text':
      return fc.string({ maxLength: shape.most });
    case 'choice':
      return fc.constantFrom(...shape.of);
    case 'list':
      return fc.array(dataOf(shape.of), { maxLength: 2 });
    case 'nullable':
      return fc.option(dataOf(shape.of));
    case 'object':
      return fc.record(Object.fromEntries(shape.fields.map(({ name, shape: of }) => [name, dataOf(of)])), {
        requiredKeys: shape.fields.filter(({ optional }) => !optional).map(({ name }) => name),
      });
  }
};

/** Mostly the same schema with a field more somewhere, sometimes another one. */
const edited = (shape: Shape): fc.Arbitrary<Shape> => {
  const other = { weight: 1, arbitrary: shapes };
  const same = { weight: 4, arbitrary: fc.constant(shape) };
  if (shape.kind === 'list' || shape.kind === 'nullable')
    return fc.oneof(other, { weight: 8, arbitrary: edited(shape.of).map(of => ({ ...shape, of })) });
  if (shape.kind !== 'object') return fc.oneof(other, same);
  const fields = fc.tuple(...shape.fields.map(field => edited(field.shape).map(of => ({ ...field, shape: of }))));
  const more = fc.record({ name: names, optional: fc.constant(true), shape: shapes });
  const longer = fc.tuple(fields, more).map(([kept, added]) => ({
    ...shape,
    fields: kept.some(({ name }) => name === added.name) ? kept : [...kept, added],
  }));
  return fc.oneof(other, same, { weight: 8, arbitrary: longer });
};

const pairs = shapes.chain(before =>
  edited(before).chain(after =>
    fc.record({ before: fc.constant(before), after: fc.constant(after), old: dataOf(before), now: dataOf(after) }),
  ),
);

describe('a schema that only adds', () => {
  it('is one under which new code reads old events, and under the old of which old code reads new ones', () => {
    let additions = 0;
    fc.assert(
      fc.property(pairs, ({ before, after, old, now }) => {
        const [was, is] = [schemaOf(before), schemaOf(after)];
        const found = differences(was, is);
        if (found.some(({ kind }) => kind === 'change')) return;
        additions += found.length;
        expect(was.safeParse(now).success).toBe(true);
        expect(is.safeParse(old).success).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(additions).toBeGreaterThan(20);
  });
});
