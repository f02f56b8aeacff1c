import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  SignJWT,
} from 'jose';

export const ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_pool';
export const CLIENT = 'client-1';

/** Tokens live by the wall's clock. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** The claims of a good access token. */
export const accessToken = (): JWTPayload => ({
  sub: 'ada',
  iss: ISSUER,
  client_id: CLIENT,
  token_use: 'access',
  scope: 'openid matchday/player',
  'cognito:groups': ['player', 'fans'],
  version: 2,
  iat: now(),
  exp: now() + 60,
});

/** The claims of a good access token, without one of them. */
export const without = (name: string): JWTPayload => {
  const { [name]: _, ...rest } = accessToken();
  return rest;
};

/** The keys of the tests: those of the issuer, and one of somebody else. */
export interface Keys {
  /** Published. */
  readonly own: CryptoKey;
  /** Published too, and of another kind. */
  readonly second: CryptoKey;
  readonly foreign: CryptoKey;
  readonly publicPem: string;
  readonly keySet: JSONWebKeySet;
}

export const makeKeys = async (): Promise<Keys> => {
  const makeKey = (algorithm: string) => generateKeyPair(algorithm, { extractable: true });
  const [own, foreign, second] = await Promise.all(['RS256', 'RS256', 'ES256'].map(makeKey));
  if (!own || !second || !foreign) throw new Error('no keys');
  const published = [
    // Without `alg`: the key does not say for which algorithm it is.
    { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig' },
    { ...(await exportJWK(second.publicKey)), kid: 'second', use: 'sig' },
  ];
  return {
    own: own.privateKey,
    second: second.privateKey,
    foreign: foreign.privateKey,
    publicPem: await exportSPKI(own.publicKey),
    keySet: { keys: published },
  };
};

/** A token, signed: by the algorithm of the own key, unless the header says another. */
export const sign = (
  claims: JWTPayload,
  key: CryptoKey,
  header: { alg?: string; kid?: string } = { kid: 'own' },
): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);
