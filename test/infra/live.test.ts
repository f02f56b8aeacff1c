import { beforeAll, describe, expect, test } from 'vitest';
import { TENANTS_OWN_CHANNELS } from '../../infra/constructs/live-channel-code.ts';
import { onSubscribeOf } from '../../local/appsync/handler-code.ts';
import { at, functionsOf, resourceOf, type Synthesized, synthesize } from './stage.ts';

describe.each(['dev', 'prod'])('the live channel of %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesize(name);
  });

  test('is for users to connect and subscribe, and for roles to publish', () => {
    const { EventConfig } = resourceOf(stage, 'LiveApi').properties;
    expect(EventConfig).toEqual({
      AuthProviders: [
        {
          AuthType: 'AMAZON_COGNITO_USER_POOLS',
          CognitoConfig: { AwsRegion: { Ref: 'AWS::Region' }, UserPoolId: expect.anything() },
        },
        { AuthType: 'AWS_IAM' },
      ],
      ConnectionAuthModes: [{ AuthType: 'AMAZON_COGNITO_USER_POOLS' }],
      DefaultSubscribeAuthModes: [{ AuthType: 'AMAZON_COGNITO_USER_POOLS' }],
      DefaultPublishAuthModes: [{ AuthType: 'AWS_IAM' }],
    });
    expect(stage.target(at(EventConfig, 'AuthProviders.0.CognitoConfig.UserPoolId'))).toBe('SignInUsers');
  });

  test('has one namespace, in which nobody subscribes without being asked whose tenant they are of', () => {
    const [namespace, ...others] = stage.ofType('AWS::AppSync::ChannelNamespace');
    expect(others).toEqual([]);
    expect(namespace?.properties).toMatchObject({ Name: 'live', CodeHandlers: TENANTS_OWN_CHANNELS });
    for (const own of ['PublishAuthModes', 'SubscribeAuthModes']) expect(namespace?.properties).not.toHaveProperty(own);
  });

  test('is told what is fresh: in prod by the minute, in dev by the clock of a season', () => {
    const variables = at(functionsOf(stage).get('push-live')?.properties, 'Environment.Variables');
    expect(variables).toMatchObject({ LIVE_MAX_AGE_MINUTES: name === 'prod' ? '10' : '43200' });
    expect(stage.target(at(variables, 'LIVE_HOST'))).toBe('LiveApi.Dns.Http');
  });
});

describe('the code that is asked for each subscription', () => {
  const ask = onSubscribeOf('test', TENANTS_OWN_CHANNELS);
  const player = { token_use: 'access', tenant: 'acme', scope: 'openid matchday/player' };
  const subscribe =
    (segments: readonly string[], claims: Readonly<Record<string, string>> = player) =>
    () =>
      ask?.({ identity: { claims }, info: { channel: { path: `/${segments.join('/')}`, segments } } });

  test.each([[['live', 'acme', 'matches']], [['live', 'acme', 'pools']], [['live', 'acme', '*']]])(
    'lets a player of the tenant listen to %j',
    segments => {
      expect(subscribe(segments)).not.toThrow();
    },
  );

  test.each([
    ['another tenant', ['live', 'other', 'matches'], player],
    ['all tenants', ['live', '*'], player],
    ['all tenants, by a tenant of that name', ['live', '*', 'matches'], player],
    ['everything of the tenant and below', ['live', 'acme'], player],
    ['more than a topic', ['live', 'acme', 'matches', 'm'], player],
    ['by an ID token', ['live', 'acme', 'matches'], { ...player, token_use: 'id' }],
    ['without a tenant', ['live', 'undefined', 'matches'], { token_use: 'access', scope: 'matchday/player' }],
    ['without a scope', ['live', 'acme', 'matches'], { token_use: 'access', tenant: 'acme' }],
    ['with scopes of another API', ['live', 'acme', 'matches'], { ...player, scope: 'openid shop/player' }],
  ])('refuses %s', (_, segments, claims) => {
    expect(subscribe(segments, claims)).toThrow(expect.objectContaining({ name: 'HandlerRefusal' }));
  });

  test('uses nothing that APPSYNC_JS lacks', () => {
    expect(TENANTS_OWN_CHANNELS).not.toMatch(
      /\b(try|throw|while|async|await|class|new|this|continue)\b|for \(|\+\+|--|\/[^/\n]+\/[gimsuy.]/,
    );
  });
});
