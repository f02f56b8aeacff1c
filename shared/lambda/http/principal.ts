import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { idSchema } from '../../events/schemas.ts';
import { type RouteAccess, SCOPES, type Scope, tokenScope } from '../../events/subscription.ts';
import { RequestError } from './problem.ts';

/** Who asks. The tenant comes from here alone, never from the request's own words. */
export interface Principal {
  readonly tenantId: string;
  readonly playerId: string;
  readonly scopes: readonly Scope[];
}

/**
 * What the authorizer of the route hands over. It has verified signature, issuer, client and times; it does not know an access
 * token from an ID token, nor what a tenant is.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
const authorized = z.object({
  authorizer: z.object({
    jwt: z.object({
      claims: z.object({
        token_use: z.literal('access'),
        sub: idSchema,
        tenant: idSchema,
        scope: z.string().default(''),
      }),
    }),
  }),
});

/** Who asks, by the claims of the token; undefined when there are none, or they do not say. */
export const whoAsks = (requestContext: APIGatewayProxyEventV2['requestContext']): Principal | undefined => {
  const { data } = authorized.safeParse(requestContext);
  if (data === undefined) return undefined;
  const { sub, tenant, scope } = data.authorizer.jwt.claims;
  const own = scope.split(' ');
  return { tenantId: tenant, playerId: sub, scopes: SCOPES.filter(scope => own.includes(tokenScope(scope))) };
};

/** Who asks where nobody has to say so: of no tenant, and nothing is stored under such a name. */
const SOMEBODY: Principal = { tenantId: '', playerId: '', scopes: [] };

/**
 * Who asks, if they may use the route.
 *
 * @throws RequestError 401 when nobody knows who asks, 403 when they have none of the route's scopes
 */
export const admit = (access: RouteAccess, { requestContext }: APIGatewayProxyEventV2): Principal => {
  if (access === 'anybody') return SOMEBODY;
  const principal = whoAsks(requestContext);
  if (principal === undefined)
    throw new RequestError(401, 'unauthenticated', 'this takes the access token of a user who belongs to a tenant');
  if (!access.some(scope => principal.scopes.includes(scope)))
    throw new RequestError(403, 'not-permitted', `this takes the scope ${access.map(tokenScope).join(' or ')}`);
  return principal;
};

/** Whether the principal runs the competition. */
export const isOrganiser = ({ scopes }: Principal): boolean => scopes.includes('organiser');
