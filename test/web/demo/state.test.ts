import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedPlaces, type Place } from '../../../web/demo/state.ts';

const places = fc
  .uniqueArray(fc.constantFrom('Ann', 'Bob', 'Cleo', 'Dan', 'Eve'))
  .chain(players =>
    fc.tuple(
      ...players.map(player =>
        fc.record({ player: fc.constant(player), rank: fc.integer({ min: 1, max: 5 }), points: fc.nat(9) }),
      ),
    ),
  ) as fc.Arbitrary<readonly Place[]>;

describe('the places that moved', () => {
  it('are those with another rank or other points, and whoever is new', () => {
    const before = [
      { rank: 1, player: 'Ann', points: 5 },
      { rank: 2, player: 'Bob', points: 3 },
      { rank: 3, player: 'Cleo', points: 1 },
    ];
    const now = [
      { rank: 1, player: 'Ann', points: 5 },
      { rank: 2, player: 'Cleo', points: 4 },
      { rank: 3, player: 'Bob', points: 3 },
      { rank: 4, player: 'Dan', points: 0 },
    ];
    expect(movedPlaces(before, now)).toEqual([
      { player: 'Cleo', before: before[2], now: now[1] },
      { player: 'Bob', before: before[1], now: now[2] },
      { player: 'Dan', before: undefined, now: now[3] },
    ]);
  });

  it('lead from the one table to the other', () => {
    fc.assert(
      fc.property(places, places, (before, now) => {
        const moved = new Map(movedPlaces(before, now).map(({ player, now: place }) => [player, place]));
        for (const place of now)
          expect(moved.get(place.player) ?? before.find(({ player }) => player === place.player)).toEqual(place);
        expect(movedPlaces(now, now)).toEqual([]);
      }),
    );
  });
});
