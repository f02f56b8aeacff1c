import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** The public keys of an issuer of tokens; undefined for an issuer that is not of this machine. */
export type IssuerKeys = (issuer: string) => (() => Promise<JSONWebKeySet>) | undefined;

/** A token that is good, but not for this API. */
class ClaimError extends Error {
  override readonly name = 'ClaimError';
}

/** Whether an error says that a token is not good, and not that something else went wrong. */
export const isTokenError = (error: unknown): boolean =>
  error instanceof errors.JOSEError || error instanceof ClaimError;

/** Only a key that the token names: AWS knows no other. */
const namedKey = (keys: () => Promise<JSONWebKeySet>): JWTVerifyGetKey => {
  // Once: to read a key takes longer than to use it.
  let reading: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    if (header.kid === undefined) throw new ClaimError('the token names no key');
    reading ??= keys().then(keySet => createLocalJWKSet(keySet));
    return (await reading)(header, token);
  };
};

/** `client_id` counts where there is no `aud`, as in the access tokens of Cognito. */
const requireAudience = ({ aud, client_id }: JWTPayload, audience: readonly string[]): void => {
  const meant = [aud ?? client_id].flat();
  if (!meant.some(one => typeof one === 'string' && audience.includes(one))) throw new ClaimError('wrong audience');
};

const requireIssued = ({ iat }: JWTPayload): void => {
  if (iat !== undefined && iat > Date.now() / 1000) throw new ClaimError('issued in the future');
};

/** Which tokens are good. */
export interface Issuer {
  readonly issuer: string;
  readonly keys: () => Promise<JSONWebKeySet>;
  /** Clients that a token may be of; absent: all of the issuer's. */
  readonly audience?: readonly string[];
}

/**
 * Verifies tokens of an issuer. A token is looked at by the wall clock, also while the machine's own clock is set: who holds one
 * lives by it.
 *
 * @returns the claims; it throws an error of which {@link isTokenError} is true
 */
export const tokenVerifier = ({ issuer, keys, audience }: Issuer): ((token: string) => Promise<JWTPayload>) => {
  const options = { algorithms: ['RS256'], issuer, requiredClaims: ['exp'] };
  const key = namedKey(keys);
  return async token => {
    const { payload } = await jwtVerify(token, key, options);
    if (audience !== undefined) requireAudience(payload, audience);
    requireIssued(payload);
    return payload;
  };
};
