import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { idSchema } from '../events/schemas.ts';
import { SCOPES, tokenScope } from '../events/subscription.ts';

/** The attribute of a user that says whose player they are. No client may write it. */
const TENANT_ATTRIBUTE = 'custom:tenant';

/**
 * Puts into an access token the tenant of its user, and a scope for each group that is the name of one. Whoever belongs to no
 * tenant gets no scopes, and a scope that no group gave is taken away, whoever asked for it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export const shapeTokens = (event: PreTokenGenerationV2TriggerEvent): PreTokenGenerationV2TriggerEvent => {
  const { userAttributes, groupConfiguration } = event.request;
  const { data: tenant } = idSchema.safeParse(userAttributes[TENANT_ATTRIBUTE]);
  const groups = tenant === undefined ? [] : (groupConfiguration.groupsToOverride ?? []);
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          ...(tenant === undefined ? { claimsToSuppress: ['tenant'] } : { claimsToAddOrOverride: { tenant } }),
          scopesToAdd: SCOPES.filter(scope => groups.includes(scope)).map(tokenScope),
          scopesToSuppress: SCOPES.filter(scope => !groups.includes(scope)).map(tokenScope),
        },
      },
    },
  };
};
