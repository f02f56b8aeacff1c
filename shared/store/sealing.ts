import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type KeyRef, type PlayerKey, UnsealError } from '../application/player-keys.ts';
import { playerStream } from '../events/streams.ts';

/** A data key as it is kept. */
export interface KeyMaterial {
  /** Stands in every text that was sealed under the key. */
  readonly keyId: string;
  readonly secret: Uint8Array;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const KEY_ID_BYTES = 9;
/** 96 bits, at random: safe for 2^32 texts under one key. NIST SP 800-38D, 8.2.2 and 8.3. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const DIGEST_CHARS = 16;

/** A new data key, at random. */
export const newKeyMaterial = (): KeyMaterial => ({
  keyId: randomBytes(KEY_ID_BYTES).toString('base64url'),
  secret: randomBytes(KEY_BYTES),
});

/** One key for each purpose: what is computed with one says nothing of the other. */
const derive = (secret: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `matchday/${purpose}`, KEY_BYTES));

/** Bytes of base64url as this file writes it: a text with other unused bits is another text of the same bytes, and refused. */
const bytesOf = (part: string | undefined): Buffer => {
  const bytes = Buffer.from(part ?? '', 'base64url');
  if (bytes.toString('base64url') !== part) throw new UnsealError('a part of the sealed text is not base64url');
  return bytes;
};

const partsOf = (keyId: string, sealed: string) => {
  const [own, nonce, ciphertext, tag, ...more] = sealed.split('.');
  if (own !== keyId) throw new UnsealError('it was sealed under another key');
  if (more.length > 0) throw new UnsealError('the sealed text has more than four parts');
  return { nonce: bytesOf(nonce), ciphertext: bytesOf(ciphertext), tag: bytesOf(tag) };
};

/** Seals texts, and opens them. What is sealed says under which key, and opens only for what it is about. */
type Sealer = Pick<PlayerKey, 'fits' | 'seal' | 'open'>;

/** AES-256-GCM under a key, its tag over `about` and the key's id too: a sealed text cannot be passed off as another's. */
export const sealer = ({ keyId, secret }: KeyMaterial, about: readonly string[]): Sealer => {
  const key = derive(secret, 'seal');
  const data = Buffer.from(JSON.stringify([...about, keyId]));
  return {
    fits: sealed => sealed.startsWith(`${keyId}.`),
    seal: text => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(data);
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const parts = [nonce, ciphertext, cipher.getAuthTag()].map(part => part.toString('base64url'));
      return [keyId, ...parts].join('.');
    },
    open: sealed => {
      const { nonce, ciphertext, tag } = partsOf(keyId, sealed);
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(data);
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new UnsealError('it is not as it was sealed, or it was sealed for another', { cause });
      }
    },
  };
};

/** A player's key at work: seals for the player's stream in the tenant, and makes digests with HMAC-SHA-256. */
export const playerKey = ({ tenantId, playerId }: KeyRef, material: KeyMaterial): PlayerKey => ({
  ...sealer(material, [tenantId, playerStream(playerId).name]),
  digest: text =>
    createHmac('sha256', derive(material.secret, 'digest')).update(text).digest('base64url').slice(0, DIGEST_CHARS),
});
