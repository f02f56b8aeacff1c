import type { Principal } from './principal.ts';
import { RequestError } from './problem.ts';

/** Whether somebody runs the platform itself, and not one tenant of many. */
export type OfPlatform = (principal: Principal) => boolean;

/** The operators of every tenant: of an installation whose tenants are one's own. */
const EVERY_TENANT = '*';

/**
 * Who runs the platform: the operators of the tenant that a variable names, of every tenant when it says `*`, nobody without it.
 *
 * @example const ofPlatform = platformOf(process.env.PLATFORM_TENANT);
 */
export const platformOf =
  (setting: string | undefined): OfPlatform =>
  ({ tenantId, scopes }) =>
    scopes.includes('operator') && (setting === EVERY_TENANT || setting === tenantId);

/** @throws RequestError 403: what concerns all tenants is for the platform's operators */
export const requirePlatform = (ofPlatform: OfPlatform, principal: Principal): void => {
  if (!ofPlatform(principal))
    throw new RequestError(403, 'not-permitted', 'this concerns all tenants: it is for the operators of the platform');
};
