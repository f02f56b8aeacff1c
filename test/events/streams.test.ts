import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema } from '../../shared/events/schemas.ts';
import {
  matchStream,
  membershipStream,
  PREDICTION_SHARDS,
  playerStream,
  poolStream,
  predictionId,
  predictionPartitions,
  predictionStream,
} from '../../shared/events/streams.ts';

/** Ids made of few letters, so that the parts of one are often parts of another. */
const ids = fc.stringMatching(/^[ab1]{1,3}(-[ab1]{1,2}){0,2}$/);

/** Ways in which ten thousand players may be named. */
const namings = fc.oneof(
  fc.tuple(ids, fc.nat({ max: 1e6 }), fc.constantFrom(1, 2, 5, 10, 100)).map(
    ([prefix, first, step]) =>
      (n: number) =>
        `${prefix}-${first + n * step}`,
  ),
  fc.integer({ min: 5, max: 9 }).map(width => (n: number) => `player-${String(n).padStart(width, '0')}`),
  fc.constantFrom(16, 36).map(radix => (n: number) => n.toString(radix)),
);

describe('the predictions of a match', () => {
  it('spread evenly over the shards, however ten thousand players are named', () => {
    fc.assert(
      fc.property(namings, name => {
        const counts = new Map(predictionPartitions('a-b').map(partition => [partition, 0]));
        for (let n = 0; n < 10_000; n += 1) {
          const { partition } = predictionStream('a-b', name(n));
          counts.set(partition, (counts.get(partition) ?? Number.NaN) + 1);
        }
        const fair = 10_000 / PREDICTION_SHARDS;
        expect(counts.size).toBe(PREDICTION_SHARDS);
        for (const count of counts.values()) expect(Math.abs(count - fair)).toBeLessThan(0.25 * fair);
      }),
      { numRuns: 20 },
    );
  });

  it('lie where they always lay: data are stored there', () => {
    expect(predictionStream('2023-08-11-burnley-city', 'ada')).toEqual({
      partition: 'predictions-2023-08-11-burnley-city/02',
      name: 'prediction-2023-08-11-burnley-city.ada',
    });
    expect(predictionStream('a-b', 'player-42').partition).toBe('predictions-a-b/01');
    expect(predictionPartitions('a-b')).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(shard => `predictions-a-b/0${shard}`));
  });
});

describe('names', () => {
  it('of two predictions are equal only when match and player are', () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, (match, player, otherMatch, otherPlayer) => {
        const same = match === otherMatch && player === otherPlayer;
        expect(predictionId(match, player) === predictionId(otherMatch, otherPlayer)).toBe(same);
        const [one, two] = [predictionStream(match, player), predictionStream(otherMatch, otherPlayer)];
        expect(one.name === two.name).toBe(same);
        if (match !== otherMatch) expect(one.partition).not.toBe(two.partition);
      }),
      { numRuns: 500, examples: [['a-b', 'c', 'a', 'b-c']] },
    );
  });

  it('of streams of different kinds never meet, nor their partitions', () => {
    fc.assert(
      fc.property(ids, ids, (one, two) => {
        const streams = [
          ...[matchStream(one), poolStream(one), playerStream(one)],
          ...[membershipStream(one, two), predictionStream(one, two)],
        ];
        expect(new Set(streams.map(({ name }) => name)).size).toBe(5);
        expect(new Set(streams.map(({ partition }) => partition)).size).toBe(5);
        for (const { name, partition } of streams) expect(`${name}${partition}`).not.toMatch(/[#:]/);
      }),
    );
  });
});

describe('an id', () => {
  it.each(['a', '1', 'ada', 'a-b', '2023-08-11-burnley-fc', 'x'.repeat(100)])('may be %s', id => {
    expect(idSchema.safeParse(id).success).toBe(true);
  });
  it.each(['', '-', '-a', 'a-', 'a--b', 'A', 'a.b', 'a/b', 'a#b', 'a:b', 'a b', 'ü', 'a\n', 'x'.repeat(101)])(
    'may not be %j',
    id => {
      expect(idSchema.safeParse(id).success).toBe(false);
    },
  );
});
