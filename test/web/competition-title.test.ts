import fc from 'fast-check';
import { expect, it } from 'vitest';
import { competitionTitle } from '../../web/ui/competition-title.ts';

it.each([
  ['english-premier-league-2023-24', 'English Premier League 2023-24'],
  ['uefa-champions-league-2024-2025', 'UEFA Champions League 2024-2025'],
  ['cup', 'Cup'],
  ['world-cup-2026', 'World Cup 2026'],
  ['1-bundesliga-2023-24', '1 Bundesliga 2023-24'],
  ['2023-24', '2023 24'],
  ['liga-2023-2', 'Liga 2023 2'],
])('%s is %s', (id, title) => {
  expect(competitionTitle(id)).toBe(title);
});

it('leads back to its id: no two competitions have the same title', () => {
  const part = fc.oneof(fc.stringMatching(/^[a-z0-9]{1,6}$/), fc.constantFrom('2023', '24', 'fa', 'uefa'));
  const ids = fc.array(part, { minLength: 1, maxLength: 6 }).map(parts => parts.join('-'));
  fc.assert(
    fc.property(ids, id => {
      expect(competitionTitle(id).toLowerCase().replaceAll(' ', '-')).toBe(id);
    }),
  );
});
