import { describe, expect, test } from 'vitest';
import { wholeNumber } from '../../shared/lambda/http/paging.ts';

const NUMBERS = Array.from({ length: 1200 }, (_, number) => number);

describe('a whole number in a query', () => {
  test.each([
    [9, 1],
    [10, 1],
    [50, 0],
    [99, 1],
    [100, 1],
    [101, 0],
    [347, 1],
    [500, 1],
    [1000, 1],
  ] as const)('up to %i, from %i: these and no others', (most, least) => {
    const schema = wholeNumber(most, 5, least);
    const taken = NUMBERS.filter(number => schema.safeParse(String(number)).success);
    expect(taken).toEqual(NUMBERS.slice(least, most + 1));
  });

  test.each(['', ' 1', '01', '00', '+1', '-1', '1.5', '1e2', 'x', '1x', '1\n', '１'])('%j is none', text => {
    expect(wholeNumber(500, 5).safeParse(text).success).toBe(false);
  });

  test('is said to be out of bounds once, and is what it is at first when nothing is said', () => {
    expect(
      wholeNumber(50, 2)
        .safeParse('x')
        .error?.issues.map(({ message }) => message),
    ).toEqual(['must be from 1 to 50']);
    expect(wholeNumber(50, 2).parse(undefined)).toBe(2);
  });
});
