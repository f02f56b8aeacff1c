import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idSchema } from '../../shared/events/schemas.ts';
import { streamNamed } from '../../shared/events/stream-names.ts';
import {
  matchStream,
  membershipStream,
  playerStream,
  poolStream,
  predictionStream,
} from '../../shared/events/streams.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/).filter(text => idSchema.safeParse(text).success);

it('finds every kind of stream by its name alone', () => {
  fc.assert(
    fc.property(id, id, (one, two) => {
      for (const stream of [
        ...[matchStream(one), poolStream(one), playerStream(one)],
        ...[predictionStream(one, two), membershipStream(one, two)],
      ])
        expect(streamNamed(stream.name)).toEqual(stream);
    }),
  );
});

it.each(['', 'match', 'match-', 'nothing-a', 'prediction-a', 'prediction-a.', 'prediction-a.b.c', 'membership-.b'])(
  'finds no stream called %j',
  name => expect(streamNamed(name)).toBeUndefined(),
);
