import { createHmac } from 'node:crypto';
import { type CryptoKey, type JWTPayload, UnsecuredJWT } from 'jose';
import { accessToken, ISSUER, type Keys, now, sign, without } from './tokens.ts';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The trick of taking the public key for the secret of an HMAC, which everybody knows. */
const signedWithPublicKey = ({ publicPem }: Keys): string => {
  const content = `${base64({ alg: 'HS256', typ: 'JWT', kid: 'own' })}.${base64(accessToken())}`;
  return `${content}.${createHmac('sha256', publicPem).update(content).digest('base64url')}`;
};

const tampered = async (own: CryptoKey, change: JWTPayload): Promise<string> => {
  const [header = '', , signature = ''] = (await sign(accessToken(), own)).split('.');
  return `${header}.${base64({ ...accessToken(), ...change })}.${signature}`;
};

/** The same numbers as the own key, for another algorithm. */
const strong = async (own: CryptoKey): Promise<CryptoKey> => {
  const { subtle } = globalThis.crypto;
  const jwk = await subtle.exportKey('jwk', own);
  const { alg: _, ...numbers } = jwk;
  return subtle.importKey('jwk', numbers, { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['sign']);
};

/** What is wrong with a token that is refused, and how to make it. */
export const FORGED: readonly [string, (keys: Keys) => string | Promise<string>][] = [
  ['is not signed', () => new UnsecuredJWT(accessToken()).encode()],
  ['is not signed, and names a key', () => `${base64({ alg: 'none', kid: 'own' })}.${base64(accessToken())}.`],
  ['is signed with the public key as a secret', signedWithPublicKey],
  [
    'is signed with another RSA algorithm',
    async ({ own }) => sign(accessToken(), await strong(own), { alg: 'PS256', kid: 'own' }),
  ],
  ['is signed with no RSA at all', ({ second }) => sign(accessToken(), second, { alg: 'ES256', kid: 'second' })],
  ['has expired', ({ own }) => sign({ ...accessToken(), exp: now() - 1 }, own)],
  ['never expires', ({ own }) => sign(without('exp'), own)],
  ['expires as a text', ({ own }) => sign({ ...accessToken(), exp: String(now() + 60) as unknown as number }, own)],
  ['is not valid yet', ({ own }) => sign({ ...accessToken(), nbf: now() + 60 }, own)],
  ['is issued in the future', ({ own }) => sign({ ...accessToken(), iat: now() + 60 }, own)],
  ['is for another client', ({ own }) => sign({ ...accessToken(), client_id: 'client-3' }, own)],
  ['is for another audience, whatever its client', ({ own }) => sign({ ...accessToken(), aud: 'elsewhere' }, own)],
  ['is for nobody', ({ own }) => sign(without('client_id'), own)],
  ['is of another issuer', ({ own }) => sign({ ...accessToken(), iss: `${ISSUER}2` }, own)],
  ['is of nobody', ({ own }) => sign(without('iss'), own)],
  ['is signed with a key that nobody published', ({ foreign }) => sign(accessToken(), foreign, { kid: 'foreign' })],
  ['is signed with another key than it names', ({ foreign }) => sign(accessToken(), foreign)],
  ['names another published key than it is signed with', ({ own }) => sign(accessToken(), own, { kid: 'second' })],
  ['names no key', ({ own }) => sign(accessToken(), own, {})],
  ['was changed: another user', ({ own }) => tampered(own, { sub: 'eve' })],
  ['was changed: another scope', ({ own }) => tampered(own, { scope: 'matchday/organiser' })],
  ['was cut off', async ({ own }) => (await sign(accessToken(), own)).slice(0, -9)],
  ['has no signature', async ({ own }) => `${(await sign(accessToken(), own)).split('.').slice(0, 2).join('.')}.`],
  ['is garbage', () => 'garbage'],
  ['is three parts of garbage', () => 'a.b.c'],
];
