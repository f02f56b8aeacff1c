import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, hereOf } from '../../../web/session/return-to.ts';

const ORIGIN = 'https://matchday.example';

describe('where one goes back to after sign-in', () => {
  it.each(['/', '/join#a-code', '/standings?pool=office&at=2026-01-01T00:00:00.000Z', '/why/final.ann'])(
    'is what was asked for: %s',
    path => {
      const asked = new URL(path, ORIGIN);
      expect(addressOf(hereOf(asked), ORIGIN)).toBe(asked.href);
    },
  );

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'https://elsewhere.example',
    'javascript:0',
    '',
    undefined,
    7,
  ])('is the start for %s', kept => expect(addressOf(kept, ORIGIN)).toBe(`${ORIGIN}/`));

  it('is never of another origin', () => {
    const parts = fc.constantFrom('/', '\\', '.', '\t', '@', ':', 'elsewhere.example', 'https', '?', '#', '%2f');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map(some => `/${some.join('')}`),
        ),
        kept => {
          expect(new URL(addressOf(kept, ORIGIN)).origin).toBe(ORIGIN);
        },
      ),
    );
  });
});
