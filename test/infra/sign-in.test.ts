import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { DataStack } from '../../infra/data-stack.ts';
import { readFunctionFolders } from '../../infra/folders.ts';
import { stageOf } from '../../infra/stage.ts';
import { SCOPES, tokenScope } from '../../shared/events/subscription.ts';
import { at, functionsOf, type Json, resourceOf, type Synthesized, synthesize, TEST_CONTEXT } from './stage.ts';

/** The data stack alone, which is faster. */
const dataStack = (name: string): Template => {
  const app = new App({ context: TEST_CONTEXT });
  return Template.fromStack(new DataStack(app, 'Data', { stage: stageOf(name) }));
};

describe('sign-in', () => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesize('dev');
  });
  const pool = () => resourceOf(stage, 'SignInUsers');
  const client = (): Json => resourceOf(stage, 'SignInUsersClient').properties;

  describe('has users', () => {
    test('that outlive the stack, and are protected in production', () => {
      expect(pool().removal).toEqual(['Retain', 'Retain']);
      expect(pool().properties.DeletionProtection).toBe('INACTIVE');
      dataStack('prod').hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' });
    });

    test('whom an administrator makes, by address, with a long password and a second factor', () => {
      expect(pool().properties).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        UsernameAttributes: ['email'],
        UserPoolTier: 'ESSENTIALS',
        MfaConfiguration: 'OPTIONAL',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      });
      expect(at(pool().properties, 'Policies.PasswordPolicy')).toMatchObject({
        MinimumLength: 12,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
      });
    });

    test('whose tenant is given once, and no client may write it', () => {
      expect(pool().properties.Schema).toContainEqual(
        expect.objectContaining({ Name: 'tenant', AttributeDataType: 'String', Mutable: false }),
      );
      expect(client().WriteAttributes).toEqual(['email']);
    });

    test('in a group for each scope', () => {
      const groups = stage.data.ofType('AWS::Cognito::UserPoolGroup');
      expect(groups.map(({ properties }) => properties.GroupName).sort()).toEqual([...SCOPES].sort());
    });

    test('whose tokens are shaped by a function that may do nothing else, with an alarm', () => {
      const trigger = functionsOf(stage).get('shape-tokens');
      const config = at(pool().properties, 'LambdaConfig.PreTokenGenerationConfig');
      expect(at(config, 'LambdaVersion')).toBe('V2_0');
      expect(stage.target(at(config, 'LambdaArn'))).toBe(trigger?.id);
      const [permission] = stage.data.ofType('AWS::Lambda::Permission');
      expect(stage.target(permission?.properties.SourceArn)).toBe('SignInUsers');
      const failing = stage.main
        .ofType('AWS::CloudWatch::Alarm')
        .filter(alarm => alarm.properties.MetricName === 'Errors');
      expect(failing.map(({ properties }) => stage.target(at(properties, 'Dimensions.0.Value')))).toContain(
        trigger?.id,
      );
    });
  });

  describe('has a client', () => {
    test('without a secret, whose tokens are short and can be revoked', () => {
      expect(client()).toMatchObject({
        GenerateSecret: false,
        AccessTokenValidity: 60,
        TokenValidityUnits: { AccessToken: 'minutes' },
        EnableTokenRevocation: true,
        PreventUserExistenceErrors: 'ENABLED',
      });
      expect(client().ExplicitAuthFlows).toEqual([
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ]);
    });

    test('that browsers have no use for', () => {
      expect(client().AllowedOAuthFlowsUserPoolClient).not.toBe(true);
    });
  });

  describe('has a client of the page', () => {
    const own = (): Json => resourceOf(stage, 'SiteClient').properties;

    test('for whom a browser comes back with a code to this page, and with no scope of ours to ask for', () => {
      expect(own()).toMatchObject({
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid'],
        SupportedIdentityProviders: ['COGNITO'],
        WriteAttributes: ['email'],
      });
      const domain = { 'Fn::GetAtt': [expect.stringMatching(/^SiteEdgeDistribution/), 'DomainName'] };
      for (const urls of [own().CallbackURLs, own().LogoutURLs])
        expect(urls).toEqual([{ 'Fn::Join': ['', ['https://', domain, '/']] }]);
    });

    test('without a secret, that signs in by no API, and whose tokens are short and can be revoked', () => {
      expect(own()).toMatchObject({
        GenerateSecret: false,
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        AccessTokenValidity: 60,
        IdTokenValidity: 60,
        RefreshTokenValidity: 7 * 24 * 60,
        EnableTokenRevocation: true,
        PreventUserExistenceErrors: 'ENABLED',
      });
    });

    test('at a domain of the stage and the account', () => {
      const [domain, ...more] = stage.data.ofType('AWS::Cognito::UserPoolDomain');
      expect(more).toEqual([]);
      expect(domain?.properties.Domain).toEqual({ 'Fn::Join': ['', ['matchday-dev-', { Ref: 'AWS::AccountId' }]] });
      expect(stage.target(domain?.properties.UserPoolId)).toBe('SignInUsers');
    });

    test('that is in the stack of the page: the data know nothing of it', () => {
      expect(stage.data.ofType('AWS::Cognito::UserPoolClient').map(({ id }) => id)).toEqual(['SignInUsersClient']);
    });
  });

  describe('has an API', () => {
    test('that takes tokens of these users and these clients', () => {
      const [authorizer, ...more] = stage.main.ofType('AWS::ApiGatewayV2::Authorizer');
      expect(more).toEqual([]);
      expect(authorizer?.properties).toMatchObject({
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
      });
      const audience = at(authorizer?.properties, 'JwtConfiguration.Audience') as readonly unknown[];
      expect(audience.map(stage.target)).toEqual(['SignInUsersClient', 'SiteClient']);
      const issuer = JSON.stringify(at(authorizer?.properties, 'JwtConfiguration.Issuer'));
      expect(issuer).toMatch(
        /^\{"Fn::Join":\["",\["https:\/\/cognito-idp\.",\{"Ref":"AWS::Region"\},"\.amazonaws\.com\/"/,
      );
    });

    test('whose every route takes the scopes that its folder says, and a token unless anybody may ask', async () => {
      const said = Object.values((await readFunctionFolders()).http).flatMap(({ routes }) => Object.entries(routes));
      const routes = new Map(
        stage.main.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => [properties.RouteKey, properties]),
      );
      expect(routes.size).toBe(said.length);
      for (const [route, access] of said) {
        const { AuthorizationType, AuthorizationScopes } = routes.get(route) ?? {};
        expect([route, AuthorizationType, AuthorizationScopes]).toEqual(
          access === 'anybody' ? [route, 'NONE', undefined] : [route, 'JWT', access.map(tokenScope)],
        );
      }
    });

    test('with an alarm where a function denies much', () => {
      const denied = stage.main
        .ofType('AWS::CloudWatch::Alarm')
        .filter(alarm => alarm.properties.MetricName === 'denied');
      expect(denied.map(({ properties }) => at(properties, 'Dimensions.0.Value')).sort()).toEqual([
        ...['commands', 'dead-letters', 'explain', 'health', 'inbox', 'projections'],
        'queries',
        'webhooks',
      ]);
    });
  });
});
