import type { JWTPayload } from 'jose';
import { objectAt, textAt, textsAt } from '../json.ts';
import { type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import { gatewayAnswer, type HttpAnswer } from './payload.ts';
import { type IssuerKeys, isTokenError, tokenVerifier } from './token.ts';

/** What an authorizer says of a request: its verified claims as the function gets them, or the answer instead of it. */
export type Authorization =
  | { readonly allowed: true; readonly jwt: JsonObject }
  | { readonly allowed: false; readonly answer: HttpAnswer };

/** Looks at the Authorization header; one of the scopes has to be the token's. */
export type Authorizer = (header: string | undefined, scopes: readonly string[]) => Promise<Authorization>;

/** An answer as API Gateway gives it. https://datatracker.ietf.org/doc/html/rfc6750#section-3 */
const refusal = (status: 401 | 403, ...parts: readonly string[]): Authorization => ({
  allowed: false,
  answer: {
    ...gatewayAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden'),
    headers: { 'content-type': 'application/json', 'www-authenticate': `Bearer ${parts.join(' ')}`.trimEnd() },
  },
});

const scopesOf = ({ scope, scp }: JWTPayload): readonly string[] =>
  [scope ?? scp].flat().flatMap(text => (typeof text === 'string' ? text.split(' ') : []));

/** Claims reach the function as texts, lists in brackets. */
const textOf = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.join(' ')}]`;
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
};

/**
 * The authorizer of this resource.
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
  const verify = tokenVerifier({ issuer, keys, audience });
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
      if (isTokenError(error)) return refusal(401, 'scope=""', 'error="invalid_token"');
      throw error;
    }
  };
};
