import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORE_BASES } from '../../../shared/domain/score.ts';
import { RULE_SET_NAMES } from '../../../shared/domain/scoring.ts';
import { csvOf } from '../../../web/standings/csv.ts';
import { instantOf, markedPlaces, nextMark, placeOf, roundAt } from '../../../web/standings/marks.ts';
import { rowsOf, shiftsOf } from '../../../web/standings/rows.ts';
import { searchOf, viewOf } from '../../../web/standings/view.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4})?$/);
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('the address', () => {
  it('says what is shown', () => {
    const options = { requiredKeys: [] };
    const views = fc.record(
      {
        competition: id,
        pool: id,
        rules: fc.constantFrom(...RULE_SET_NAMES),
        basis: fc.constantFrom(...SCORE_BASES),
        players: fc.uniqueArray(id, { minLength: 1, maxLength: 12 }),
      },
      options,
    );
    const moments = fc.record({ at: instant.map(date => date.toISOString()) }, options);
    const law = fc.property(views, moments, (view, moment) => {
      const all = { ...view, ...moment };
      expect(viewOf(new URLSearchParams(searchOf(all).toString()))).toEqual(all);
    });
    fc.assert(law);
    expect(viewOf(searchOf({ round: 'Matchday 1 & 2' })).round).toBe('Matchday 1 & 2');
  });

  it('passes over what makes no sense', () => {
    const nonsense = viewOf(new URLSearchParams('competition=A%23b&rules=mine&at=now&players=,&basis=&pool='));
    expect(Object.values(nonsense).filter(value => value !== undefined)).toEqual([]);
  });
});

describe('the slider through time', () => {
  const day = (n: number, ...rounds: string[]) => ({ at: `2023-08-${10 + n}T20:00:00.000Z`, rounds });
  const days = [day(0), day(1, 'one'), day(4), day(5, 'two'), day(9)];

  it('stands at each day, and after them at today', () => {
    for (const place of [0, 1, 2, 3, 4, 5]) expect(placeOf(days, instantOf(days, place))).toBe(place);
    expect(placeOf(days, '2023-08-13T00:00:00.000Z')).toBe(1);
    expect([placeOf(days, '2000-01-01T00:00:00.000Z'), placeOf([], undefined)]).toEqual([0, 0]);
  });

  it('steps from matchday to matchday', () => {
    expect(markedPlaces(days)).toEqual([1, 3]);
    expect([0, 1, 2, 3, 4, 5].map(place => nextMark(days, place, 1))).toEqual([1, 3, 3, 5, 5, 5]);
    expect([0, 1, 2, 3, 4, 5].map(place => nextMark(days, place, -1))).toEqual([0, 0, 1, 1, 3, 3]);
    expect([0, 2, 5].map(place => roundAt(days, place))).toEqual([undefined, 'one', 'two']);
  });
});

describe('rows', () => {
  it('of pages are there once each', () => {
    const row = (playerId: string) => ({ playerId });
    expect(rowsOf([{ standings: [row('a'), row('b')] }, { standings: [row('b'), row('c')] }])).toEqual(
      ['a', 'b', 'c'].map(row),
    );
  });

  it('know from where they moved', () => {
    const law = fc.property(fc.uniqueArray(id), fc.uniqueArray(id), (before, now) => {
      for (const [key, shift] of shiftsOf(before, now)) expect(before[now.indexOf(key) + shift]).toBe(key);
      const moved = now.filter(key => before.includes(key) && before.indexOf(key) !== now.indexOf(key));
      expect([...shiftsOf(before, now).keys()]).toEqual(moved);
    });
    fc.assert(law);
  });
});

describe('comma-separated values', () => {
  it('quote what needs it, and are no formulas', () => {
    expect(
      csvOf([
        ['a', 'b "c", d', 3, null],
        ['=1+1', '-2', -2],
      ]),
    ).toBe(`a,"b ""c"", d",3,\r\n'=1+1,'-2,-2\r\n`);
  });
});
