import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handler } from '../../functions/shape-tokens/handler.ts';
import { idSchema } from '../../shared/events/schemas.ts';
import { SCOPES, tokenScope } from '../../shared/events/subscription.ts';
import { shapeTokens } from '../../shared/lambda/shape-tokens.ts';

const eventOf = (userAttributes: Record<string, string>, groups?: string[]): Parameters<typeof shapeTokens>[0] => ({
  version: '2',
  triggerSource: 'TokenGeneration_Authentication',
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_pool',
  userName: 'ada',
  callerContext: { awsSdkVersion: '3', clientId: 'client' },
  request: {
    userAttributes: { sub: 'ada', ...userAttributes },
    groupConfiguration: groups ? { groupsToOverride: groups } : {},
    scopes: ['aws.cognito.signin.user.admin'],
  },
  response: { claimsAndScopeOverrideDetails: {} },
});
const shaped = (...parts: Parameters<typeof eventOf>) =>
  shapeTokens(eventOf(...parts)).response.claimsAndScopeOverrideDetails.accessTokenGeneration;

describe('an access token', () => {
  test('gets the tenant of its user, and a scope for each group', async () => {
    const event = eventOf({ 'custom:tenant': 'acme' }, ['organiser', 'player', 'fans']);
    expect(await handler(event)).toEqual({
      ...event,
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: {
            claimsToAddOrOverride: { tenant: 'acme' },
            scopesToAdd: ['matchday/player', 'matchday/organiser'],
            scopesToSuppress: ['matchday/operator', 'matchday/producer'],
          },
        },
      },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['no tenant', {}],
    ['an empty tenant', { 'custom:tenant': '' }],
    ['a tenant that is no id', { 'custom:tenant': 'acme#x' }],
    ['a tenant of another attribute', { tenant: 'acme', 'dev:custom:tenant': 'acme' }],
  ])('of a user with %s gets no scopes, and loses what it has', (_, attributes) => {
    expect(shaped(attributes, ['player', 'organiser'])).toEqual({
      claimsToSuppress: ['tenant'],
      scopesToAdd: [],
      scopesToSuppress: SCOPES.map(tokenScope),
    });
  });

  test('of a user without groups gets the tenant, and no scopes', () => {
    expect(shaped({ 'custom:tenant': 'acme' })).toMatchObject({
      claimsToAddOrOverride: { tenant: 'acme' },
      scopesToAdd: [],
    });
  });

  test('has each of our scopes either given by a group of its name or taken away', () => {
    fc.assert(
      fc.property(
        fc.option(fc.oneof(fc.string(), fc.constantFrom('acme', 'a-b'))),
        fc.array(fc.oneof(fc.constantFrom(...SCOPES), fc.string())),
        (tenant, groups) => {
          const { scopesToAdd = [], scopesToSuppress = [] } =
            shaped(tenant === null ? {} : { 'custom:tenant': tenant }, groups) ?? {};
          const belongs = idSchema.safeParse(tenant).success;
          expect(scopesToAdd).toEqual(SCOPES.filter(scope => belongs && groups.includes(scope)).map(tokenScope));
          expect([...scopesToAdd, ...scopesToSuppress].sort()).toEqual(SCOPES.map(tokenScope).sort());
        },
      ),
    );
  });
});
