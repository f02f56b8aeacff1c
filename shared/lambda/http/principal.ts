import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { idSchema } from '../../events/schemas.ts';
import { type RouteAccess, SCOPES, type Scope } from '../../events/subscription.ts';
import { RequestError } from './problem.ts';

/** Who asks. The tenant comes from here alone, never from the request's own words. */
export interface Principal {
  readonly tenantId: string;
  readonly playerId: string;
  readonly scopes: readonly Scope[];
}

/** How the principal of a request is found out. */
export type Authenticate = (event: APIGatewayProxyEventV2) => Principal;

/** Header of the development principal: `tenant/player` or `tenant/player/organiser`. */
export const DEVELOPMENT_HEADER = 'x-development-principal';

const isScope = (text: string): text is Scope => SCOPES.some(scope => scope === text);

const parse = (header: string): Principal => {
  const [tenantId, playerId, ...more] = header.split('/');
  if (!idSchema.safeParse(tenantId).success || !idSchema.safeParse(playerId).success || !more.every(isScope))
    throw new RequestError(
      401,
      'unauthenticated',
      `${DEVELOPMENT_HEADER} must be tenant/player or tenant/player/organiser`,
    );
  return { tenantId: tenantId ?? '', playerId: playerId ?? '', scopes: ['player', ...more.filter(isScope)] };
};

/**
 * Believes what the development header says; without one it is an organiser of the tenant `demo`. For one machine and for
 * stages without players' data: a stage whose PRINCIPALS is not `development` refuses everybody until sign-in is configured.
 */
export const developmentPrincipal =
  (principals: string): Authenticate =>
  event => {
    if (principals !== 'development')
      throw new RequestError(
        401,
        'unauthenticated',
        'this stage has no sign-in configured, and takes no development principals',
      );
    const header = event.headers[DEVELOPMENT_HEADER];
    return header === undefined ? { tenantId: 'demo', playerId: 'operator', scopes: SCOPES } : parse(header);
  };

/** Who asks where nobody has to say so: of no tenant, and nothing is stored under such a name. */
const SOMEBODY: Principal = { tenantId: '', playerId: '', scopes: [] };

/**
 * Who asks, if they may use the route.
 *
 * @throws RequestError 401 when nobody knows who asks, 403 when they have none of the route's scopes
 */
export const admit = (access: RouteAccess, authenticate: Authenticate, event: APIGatewayProxyEventV2): Principal => {
  if (access === 'anybody') return SOMEBODY;
  const principal = authenticate(event);
  if (!access.some(scope => principal.scopes.includes(scope)))
    throw new RequestError(403, 'not-permitted', `this takes the scope ${access.join(' or ')}`);
  return principal;
};

/** Whether the principal runs the competition. */
export const isOrganiser = ({ scopes }: Principal): boolean => scopes.includes('organiser');
