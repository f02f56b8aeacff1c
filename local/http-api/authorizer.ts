import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { objectAt, textAt, textsAt } from '../json.ts';
import { type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import { gatewayAnswer, type HttpAnswer } from './payload.ts';

/** The public keys of an issuer of tokens; undefined for an issuer that is not of this machine. */
export type IssuerKeys = (issuer: string) => (() => Promise<JSONWebKeySet>) | undefined;

/** What an authorizer says of a request: its verified claims as the function gets them, or the answer instead of it. */
export type Authorization =
  | { readonly allowed: true; readonly jwt: JsonObject }
  | { readonly allowed: false; readonly answer: HttpAnswer };

/** Looks at the Authorization header; one of the scopes has to be the token's. */
export type Authorizer = (header: string | undefined, scopes: readonly string[]) => Promise<Authorization>;

/** A token that is good, but not for this API. */
class ClaimError extends Error {
  override readonly name = 'ClaimError';
}

/** An answer as API Gateway gives it. https://datatracker.ietf.org/doc/html/rfc6750#section-3 */
const refusal = (status: 401 | 403, ...parts: readonly string[]): Authorization => ({
  allowed: false,
  answer: {
    ...gatewayAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden'),
    headers: { 'content-type': 'application/json', 'www-authenticate': `Bearer ${parts.join(' ')}`.trimEnd() },
  },
});

/** Only a key that the token names: API Gateway knows no other. */
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

const scopesOf = ({ scope, scp }: JWTPayload): readonly string[] =>
  [scope ?? scp].flat().flatMap(text => (typeof text === 'string' ? text.split(' ') : []));

/** Claims reach the function as texts, lists in brackets. */
const textOf = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.join(' ')}]`;
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
};

/**
 * The authorizer of this resource. A token is looked at by the wall clock, also while the machine's own clock is set: who holds
 * one lives by it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 *
 * @throws LocalRuntimeError for authorizers that do not run here
 */
export const authorizerOf = ({ stack, logicalId, properties }: Resource, keysOf: IssuerKeys): Authorizer => {
  const where = `Authorizer ${stack}/${logicalId}`;
  const sources = textsAt(properties, 'IdentitySource');
  if (textAt(properties, 'AuthorizerType') !== 'JWT' || sources.join() !== '$request.header.Authorization')
    throw new LocalRuntimeError(`${where}: only a JWT in the header Authorization is looked at locally.`);
  const configuration = objectAt(properties, 'JwtConfiguration');
  const issuer = textAt(configuration, 'Issuer') ?? '';
  const audience = textsAt(configuration, 'Audience');
  const keys = keysOf(issuer);
  if (keys === undefined) throw new LocalRuntimeError(`${where}: ${issuer} is no user pool of the template.`);
  const options = { algorithms: ['RS256'], issuer, requiredClaims: ['exp'] };
  const key = namedKey(keys);
  const verify = async (token: string): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(token, key, options);
    requireAudience(payload, audience);
    requireIssued(payload);
    return payload;
  };
  return async (header, scopes) => {
    const token = header?.replace(/^bearer +/i, '') ?? '';
    if (token === '') return refusal(401);
    try {
      const payload = await verify(token);
      const own = scopesOf(payload);
      if (scopes.length > 0 && !scopes.some(scope => own.includes(scope)))
        return refusal(403, `scope="${scopes.join(' ')}"`, 'error="insufficient_scope"');
      const claims = Object.fromEntries(Object.entries(payload).map(([name, claim]) => [name, textOf(claim)]));
      return { allowed: true, jwt: { claims, scopes: scopes.length > 0 ? own : null } };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof ClaimError)
        return refusal(401, 'scope=""', 'error="invalid_token"');
      throw error;
    }
  };
};
