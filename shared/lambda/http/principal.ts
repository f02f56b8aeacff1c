import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { idSchema } from '../../events/schemas.ts';
import { RequestError } from './problem.ts';

/** What somebody may do besides playing. */
export type Role = 'organiser' | 'operator';

/** Who asks. The tenant comes from here alone, never from the request's own words. */
export interface Principal {
  readonly tenantId: string;
  readonly playerId: string;
  readonly roles: readonly Role[];
}

/** How the principal of a request is found out. */
export type Authenticate = (event: APIGatewayProxyEventV2) => Principal;

/** Header of the development principal: `tenant/player` or `tenant/player/organiser`. */
export const DEVELOPMENT_HEADER = 'x-development-principal';

const isRole = (text: string): text is Role => text === 'organiser' || text === 'operator';

const parse = (header: string): Principal => {
  const [tenantId, playerId, ...roles] = header.split('/');
  if (!idSchema.safeParse(tenantId).success || !idSchema.safeParse(playerId).success || !roles.every(isRole))
    throw new RequestError(
      401,
      'unauthenticated',
      `${DEVELOPMENT_HEADER} must be tenant/player or tenant/player/organiser`,
    );
  return { tenantId: tenantId ?? '', playerId: playerId ?? '', roles: roles.filter(isRole) };
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
    return header === undefined
      ? { tenantId: 'demo', playerId: 'operator', roles: ['organiser', 'operator'] }
      : parse(header);
  };

/** @throws RequestError 403 unless the principal has the role */
export const requireRole = (principal: Principal, role: Role): void => {
  if (!principal.roles.includes(role)) throw new RequestError(403, 'not-permitted', `this takes the role ${role}`);
};
