/**
 * Asked for each subscription, after the token was verified: only an access token of a user with a scope of ours, and only
 * `/live/<tenant>/<topic>` of that user's tenant. A wildcard (`/live/*`) is no name of a tenant.
 *
 * It runs on APPSYNC_JS, which has no `try`, no `throw`, no `for (;;)` and no regular expressions.
 * https://docs.aws.amazon.com/appsync/latest/eventapi/runtime-supported-features.html
 */
export const TENANTS_OWN_CHANNELS = `import { util } from '@aws-appsync/utils';

export function onSubscribe(ctx) {
  const claims = ctx.identity.claims;
  const segments = ctx.info.channel.segments;
  const scopes = claims.scope ? claims.scope.split(' ') : [];
  const member = claims.token_use === 'access' && scopes.some(scope => scope.startsWith('matchday/'));
  if (!member || !claims.tenant || segments.length !== 3 || segments[1] !== claims.tenant) util.unauthorized();
}
`;
