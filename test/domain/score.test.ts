import { describe, expect, it } from 'vitest';
import { type Result, SCORE_BASES, sameResult, sameScore, scoreUnder } from '../../shared/domain/score.ts';
import { after90, goals } from './samples.ts';

const afterExtraTime: Result = { fullTime: goals('1-1'), extraTime: goals('2-1') };
const afterShootOut: Result = { fullTime: goals('1-1'), extraTime: goals('2-2'), shootOut: goals('3-4') };
const straightToPenalties: Result = { fullTime: goals('1-1'), shootOut: goals('5-4') };

describe('the score that counts', () => {
  it.each([
    ['a match of 90 minutes', after90('2-1'), ['2-1', '2-1', '2-1']],
    ['a half-time score does not matter', { ...after90('2-1'), halfTime: goals('2-0') }, ['2-1', '2-1', '2-1']],
    ['decided in extra time', afterExtraTime, ['1-1', '2-1', '2-1']],
    ['decided by the shoot-out', afterShootOut, ['1-1', '2-2', '5-6']],
    ['a shoot-out without extra time', straightToPenalties, ['1-1', '1-1', '6-5']],
  ])('%s', (_, result, expected) => {
    expect(SCORE_BASES).toEqual(['FT90', 'AET120', 'PENS_SUM']);
    expect(SCORE_BASES.map(basis => scoreUnder(basis, result))).toEqual(expected.map(goals));
  });
});

describe('the same result', () => {
  const full: Result = { ...afterShootOut, halfTime: goals('1-0') };

  it('says the same of every period', () => {
    expect(sameResult(full, structuredClone(full))).toBe(true);
    expect(sameResult(after90('2-1'), { ...after90('2-1'), extraTime: undefined })).toBe(true);
  });
  it.each([
    ['fullTime', { ...full, fullTime: goals('1-2') }],
    ['halfTime', { ...full, halfTime: goals('0-0') }],
    ['extraTime', { ...full, extraTime: goals('3-3') }],
    ['shootOut', { ...full, shootOut: goals('4-3') }],
    ['halfTime, which is not known', { ...full, halfTime: undefined }],
    ['extraTime, which was not played', { ...full, extraTime: undefined }],
    ['shootOut, which was not played', { ...full, shootOut: undefined }],
  ])('not with another %s', (_, other) => {
    expect(sameResult(full, other)).toBe(false);
    expect(sameResult(other, full)).toBe(false);
  });
  it('compares both sides', () => {
    expect(sameScore(goals('2-1'), goals('2-2'))).toBe(false);
    expect(sameScore(goals('2-1'), goals('1-1'))).toBe(false);
    expect(sameScore(goals('2-1'), goals('2-1'))).toBe(true);
  });
});
