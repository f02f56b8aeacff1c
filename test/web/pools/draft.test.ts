import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema } from '../../../shared/events/schemas.ts';
import { ProblemError } from '../../../web/api/problem.ts';
import { codeOf, linkOf } from '../../../web/pools/code.ts';
import { type Draft, refusedAt, wrongIn } from '../../../web/pools/draft.ts';
import { idOfName } from '../../../web/ui/id-of-name.ts';

const draft: Draft = {
  poolId: 'office',
  competition: 'cup',
  name: 'The office',
  access: 'open',
  rules: { rules: 'classic-3-2-1', basis: 'FT90', tieBreaks: [], countAwarded: false },
};

describe('the id that is made of a name', () => {
  it.each([
    ['The Office', 'the-office'],
    ['Büro & Söhne', 'buero-soehne'],
    ['  Große  Pause! ', 'grosse-pause'],
    ['Café №1', 'cafe-no1'],
    ['???', ''],
  ])('of %s is %s', (name, id) => expect(idOfName(name)).toBe(id));

  it('is one that the API takes, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()), name => {
        const id = idOfName(name);
        expect(id === '' || idSchema.safeParse(id).success).toBe(true);
      }),
    );
  });
});

describe('what is wrong with a draft', () => {
  it('is nothing, or stands with its field', () => {
    expect(wrongIn(draft)).toEqual({});
    expect(wrongIn({ ...draft, name: '  ', poolId: 'Büro', competition: '' })).toEqual({
      name: 'nameMissing',
      poolId: 'idWrong',
      competition: 'competitionMissing',
    });
    expect(wrongIn({ ...draft, name: 'x'.repeat(201), poolId: '' })).toEqual({ name: 'nameLong', poolId: 'idMissing' });
  });

  it('holds an id for wrong exactly when the API does', () => {
    const ids = fc.oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[a-z0-9-]{1,110}$/));
    fc.assert(
      fc.property(ids, poolId => {
        expect(wrongIn({ ...draft, poolId }).poolId === undefined).toBe(idSchema.safeParse(poolId).success);
      }),
    );
  });

  it('is what the API says of that field, and of what is in it', () => {
    const errors = [
      { path: '/body/rules/tieBreaks', message: 'too many' },
      { path: '/body/name', message: 'must not be empty' },
    ];
    const error = new ProblemError(400, { title: 'invalid-request', errors });
    expect(refusedAt(error, 'name')).toBe('must not be empty');
    expect(refusedAt(error, 'rules')).toBe('too many');
    expect(refusedAt(error, 'rule')).toBeUndefined();
    expect(refusedAt(new Error('no'), 'name')).toBeUndefined();
  });
});

describe('the code of an invite', () => {
  it('is read from whatever is pasted: the code, its link, or a link with the code in the path', () => {
    const code = 'office-2.b64_url-Secret';
    const all = [
      code,
      `  ${code}\n`,
      linkOf('https://matchday.example', code),
      `https://matchday.example/join/${code}`,
    ];
    for (const text of all) expect(codeOf(text)).toBe(code);
  });

  it('is no part of what a server is asked for', () => {
    const url = new URL(linkOf('https://matchday.example', 'office.secret'));
    expect([url.pathname, url.search, url.hash]).toEqual(['/join', '', '#office.secret']);
  });
});
