import { describe, expect, it } from 'vitest';
import { asOf, type Change, current, remember, sumContributions } from '../../shared/projections/tally.ts';

const change = (version: number, effect: string, at = `2023-08-1${version}T00:00:00.000Z`): Change<string> => ({
  version,
  at,
  effect,
});
const [one, two, three] = [change(1, 'one'), change(2, 'two'), change(3, 'three')];

describe('a history', () => {
  it('is the same in whatever order its changes come, each once', () => {
    expect([three, one, two, one, three].reduce(remember<string>, [])).toEqual([one, two, three]);
    expect([change(10, 'ten'), change(9, 'nine')].reduce(remember<string>, []).map(({ version }) => version)).toEqual([
      9, 10,
    ]);
  });
  it('is the very same when it holds the version already: nothing to write', () => {
    const history = [one, two];
    expect(remember(history, change(2, 'other'))).toBe(history);
    expect(remember(history, three)).not.toBe(history);
    expect(history).toEqual([one, two]);
  });
  it('has its newest effect, now or as of an instant, inclusive', () => {
    expect(current([])).toBeUndefined();
    expect(current([one, two, three])).toBe('three');
    expect(current(asOf([one, two, three], two.at))).toBe('two');
    expect(asOf([one, two, three], '2023-08-10T23:59:59.999Z')).toEqual([]);
  });
});

describe('contributions', () => {
  const [row, other] = [
    { p: 'a', s: 'row' },
    { p: 'b', s: 'row' },
  ];
  it('add up by item and name, and are taken away by their sign', () => {
    expect(
      sumContributions([
        { contributions: [{ key: row, add: { x: 1, y: 2 } }], sign: 1 },
        { contributions: [{ key: row, add: { x: 3 } }], sign: 1 },
        { contributions: [{ key: row, add: { y: 1 } }], sign: -1 },
        { contributions: [{ key: other, add: { x: 5 } }], sign: -1 },
      ]),
    ).toEqual([
      { key: row, add: { x: 4, y: 1 } },
      { key: other, add: { x: -5 } },
    ]);
  });
  it('that come to nothing are not there', () => {
    const contributions = [{ key: row, add: { x: 1, y: 2 } }];
    expect(
      sumContributions([
        { contributions, sign: 1 },
        { contributions, sign: -1 },
        { contributions: [{ key: other, add: { x: 1, y: 0 } }], sign: 1 },
      ]),
    ).toEqual([{ key: other, add: { x: 1 } }]);
  });
});
