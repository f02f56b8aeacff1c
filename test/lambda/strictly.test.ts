import { expect, test } from 'vitest';
import * as z from 'zod';
import { fieldProblems } from '../../shared/lambda/http/field-problems.ts';
import { strictly } from '../../shared/lambda/http/strictly.ts';

const score = z.object({ home: z.number().min(0, 'must not be negative'), away: z.number() });
const schema = z
  .object({
    score,
    half: score.optional(),
    shootOut: score.nullable().default(null),
    list: z.array(score).max(2).default([]),
    byName: z.record(z.string(), score).default({}),
    either: z.union([z.object({ kind: z.literal('a'), score }), z.object({ kind: z.literal('b') })]).optional(),
    whole: score.transform(({ home }) => home).optional(),
  })
  .refine(({ list }) => list.length !== 1, 'one is too few');

const good = { home: 1, away: 2 };
const more = { ...good, more: 3 };

const problemsOf = (value: unknown) => {
  const { error } = strictly(schema).safeParse(value);
  return error ? fieldProblems(error, 'body') : [];
};

test('what is known is taken as before, with its defaults and transformations', () => {
  const value = { score: good, either: { kind: 'b' }, whole: good };
  expect(strictly(schema).parse(value)).toEqual(schema.parse(value));
  expect(schema.parse({ score: more })).toEqual(schema.parse({ score: good }));
});

test.each([
  [{ score: more }, '/body/score/more'],
  [{ score: good, half: more }, '/body/half/more'],
  [{ score: good, shootOut: more }, '/body/shootOut/more'],
  [{ score: good, list: [good, more] }, '/body/list/1/more'],
  [{ score: good, byName: { 'a/b~c': more } }, '/body/byName/a~1b~0c/more'],
  [{ score: good, either: { kind: 'a', score: more } }, '/body/either/score/more'],
  [{ score: good, whole: more }, '/body/whole/more'],
  [{ score: good, extra: 1 }, '/body/extra'],
])('a field that is not known is refused by its path: %j', (value, path) => {
  expect(problemsOf(value)).toEqual([{ path, message: 'is not a field of this' }]);
});

test('the rules of a schema stay', () => {
  expect(problemsOf({ score: { home: -1, away: 0 } })).toEqual([
    { path: '/body/score/home', message: 'must not be negative' },
  ]);
  expect(problemsOf({ score: good, list: [good] })).toEqual([{ path: '/body', message: 'one is too few' }]);
});

test('the same schema becomes the same one', () => {
  expect(strictly(score)).toBe(strictly(score));
  expect(strictly(z.string())).toBeInstanceOf(z.ZodString);
});
