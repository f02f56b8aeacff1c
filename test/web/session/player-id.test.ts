import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idSchema } from '../../../shared/events/schemas.ts';
import { playerIdOf } from '../../../web/session/player-id.ts';

it.each([
  ['ann', 'ann'],
  [' Ann  Müller! ', 'ann-mueller'],
  ['Łukasz', 'ukasz'],
  ['李娜', 'player-kem-hss'],
  ['', 'player'],
])('%s comes as %s', (name, id) => {
  expect(playerIdOf(name)).toBe(id);
});

it('is an id, whatever the name; and an id is its own', () => {
  const names = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ maxLength: 60 }));
  fc.assert(
    fc.property(names, name => {
      const id = playerIdOf(name);
      expect(idSchema.safeParse(id).success).toBe(true);
      expect([id.length <= 40, playerIdOf(id)]).toEqual([true, id]);
    }),
  );
});
