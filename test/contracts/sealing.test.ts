import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlayerKey, UnsealError } from '../../shared/application/player-keys.ts';
import { newKeyMaterial, playerKey } from '../../shared/store/sealing.ts';

const ADA = { tenantId: 'acme', playerId: 'ada' };
const material = newKeyMaterial();
const key = playerKey(ADA, material);
const texts = fc.string({ unit: 'grapheme', maxLength: 200 });

const refused = (opener: PlayerKey, sealed: string): void => {
  let opened: unknown = 'nothing';
  try {
    opened = opener.open(sealed);
  } catch (error) {
    expect(error).toBeInstanceOf(UnsealError);
    return;
  }
  expect.unreachable(`${sealed} was opened: ${JSON.stringify(opened)}`);
};

/** The text with one bit of one character flipped. */
const flip = (text: string, at: number, bit: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);

describe('a sealed text', () => {
  it('is opened by the key that sealed it, also when that is read anew', () => {
    fc.assert(
      fc.property(texts, text => {
        const sealed = key.seal(text);
        expect(sealed).toMatch(/^[\w-]+\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/);
        expect(key.fits(sealed)).toBe(true);
        expect(playerKey(ADA, { ...material, secret: Uint8Array.from(material.secret) }).open(sealed)).toBe(text);
      }),
    );
  });

  it('is another each time, and shows nothing of the text', () => {
    const text = 'Ada Lovelace, ada@example.org';
    const sealed = Array.from({ length: 50 }, () => key.seal(text));
    expect(new Set(sealed.map(one => one.split('.')[1])).size).toBe(50);
    expect(new Set(sealed.map(one => one.split('.')[2])).size).toBe(50);
    for (const one of sealed) {
      const bytes = Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1');
      expect(`${one}${bytes}`).not.toMatch(/lovelace|example/i);
    }
  });

  it('does not open once any bit of it is another', () => {
    const positions = { at: fc.nat(), bit: fc.nat({ max: 6 }) };
    fc.assert(
      fc.property(texts, fc.record(positions), (text, { at, bit }) => {
        const sealed = key.seal(text);
        refused(key, flip(sealed, at % sealed.length, bit));
      }),
      { numRuns: 1000 },
    );
    // The last characters bear bits that no byte needs: another text of the same bytes is refused too.
    const sealed = key.seal('x');
    for (let at = 0; at < sealed.length; at += 1)
      for (const bit of [0, 1, 2, 3, 4, 5, 6]) refused(key, flip(sealed, at, bit));
  });

  it('does not open cut off, with more behind it, or made of the parts of two', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (one, two, length) => {
        const [first, second] = [key.seal(one), key.seal(two)];
        refused(key, first.slice(0, length % first.length));
        refused(key, `${first}.AAAA`);
        refused(key, `${first}A`);
        const [id, nonce, ciphertext, tag] = first.split('.');
        const [, , other] = second.split('.');
        if (other !== ciphertext) refused(key, [id, nonce, other, tag].join('.'));
      }),
    );
  });

  it.each([
    ['of another player', { ...ADA, playerId: 'bob' }],
    ['of the same name in another tenant', { ...ADA, tenantId: 'other' }],
    ['whose tenant and player only look alike together', { tenantId: 'acme-ada', playerId: 'ada' }],
  ])('does not open as that %s, be the key the same', (_, other) => {
    fc.assert(
      fc.property(texts, text => {
        refused(playerKey(other, material), key.seal(text));
        refused(key, playerKey(other, material).seal(text));
      }),
    );
  });

  it('does not open under another key, not even one that claims the name', () => {
    const other = newKeyMaterial();
    const sealed = key.seal('Ada');
    expect(playerKey(ADA, other).fits(sealed)).toBe(false);
    refused(playerKey(ADA, other), sealed);
    refused(playerKey(ADA, { ...other, keyId: material.keyId }), sealed);
    refused(playerKey(ADA, { ...material, keyId: other.keyId }), sealed.replace(material.keyId, other.keyId));
  });
});

it('an error does not quote what it is about', () => {
  const opened = (): string => playerKey({ ...ADA, playerId: 'bob' }, material).open(key.seal('Ada Lovelace'));
  expect(opened).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/ada|lovelace/i) }));
});

it('a digest follows from the text and the key alone', () => {
  const other = playerKey(ADA, newKeyMaterial());
  fc.assert(
    fc.property(texts, texts, (one, two) => {
      expect(key.digest(one)).toMatch(/^[\w-]{16}$/);
      expect(playerKey(ADA, material).digest(one)).toBe(key.digest(one));
      expect(key.digest(one) === key.digest(two)).toBe(one === two);
      expect(other.digest(one)).not.toBe(key.digest(one));
    }),
  );
});
