import { mkdtemp, rm, stat } from 'node:fs/promises';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startUserPools, type UserPools } from '../../../local/cognito/server.ts';
import { freePort } from '../../../local/dynamodb/java.ts';
import type { Json, JsonObject } from '../../../local/types.ts';
import { accessExcept, arn, assemblyOf, fakeFunctions, functionResource, resource } from '../support/machine.ts';

const ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/pool';
const ANN = { username: 'ann', groups: ['player'], attributes: { 'custom:tenant': 'demo', email: 'ann@a.example' } };

const assembly = (pool: JsonObject = {}) =>
  assemblyOf(
    functionResource('shape'),
    resource(
      'AWS::Cognito::UserPool',
      'pool',
      {
        Schema: [{ Name: 'email' }, { Name: 'tenant' }],
        LambdaConfig: {
          PreTokenGenerationConfig: { LambdaArn: arn('lambda', 'function:shape'), LambdaVersion: 'V2_0' },
        },
        ...pool,
      },
      arn('cognito-idp', 'userpool/pool'),
    ),
    resource('AWS::Cognito::UserPoolClient', 'client-1', {
      UserPoolId: 'pool',
      AccessTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'minutes' },
    }),
    resource('AWS::Cognito::UserPoolClient', 'client-2', { UserPoolId: 'pool' }),
    resource('AWS::Cognito::UserPoolGroup', 'player', { UserPoolId: 'pool' }),
    resource('AWS::Cognito::UserPoolGroup', 'fans', { UserPoolId: 'pool' }),
  );

const shaping = (accessTokenGeneration: JsonObject) => (event: Json) => ({
  ...(event as JsonObject),
  response: { claimsAndScopeOverrideDetails: { accessTokenGeneration } },
});

let pools: UserPools | undefined;
/** Every start but the first finds a key there: to make one takes long. */
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'user-pools-'));
});
afterAll(() => rm(directory, { recursive: true }));
afterEach(async () => {
  await pools?.close();
  pools = undefined;
});

const start = async (
  work: (event: Json) => Json | undefined = event => event,
  options: { pool?: JsonObject; denied?: string; directory?: string } = {},
) => {
  const { functions, events } = fakeFunctions(work);
  const denied = options.denied === undefined ? [] : [options.denied];
  const started = await startUserPools(await freePort(), {
    assembly: assembly(options.pool),
    access: accessExcept(...denied),
    functions,
    report: () => {},
    directory: options.directory ?? join(directory, 'cognito'),
  });
  pools = started;
  const url = started.urls.pool ?? '';
  const post = async (body: unknown, type = 'application/json') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${url}/token`, { method: 'POST', headers: { 'content-type': type }, body: text });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  return { url, post, events };
};

describe('a user pool', () => {
  it('asks the trigger as Cognito does, and signs what it shaped', async () => {
    const shape = shaping({
      claimsToAddOrOverride: { tenant: 'demo', sub: 'eve', iss: 'elsewhere', client_id: 'x' },
      claimsToSuppress: ['version', 'origin_jti'],
      scopesToAdd: ['matchday/player'],
      scopesToSuppress: ['aws.cognito.signin.user.admin'],
    });
    const { url, post, events } = await start(shape);
    const { status, body } = await post(ANN);
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 1800]);
    expect(events).toEqual([
      {
        version: '2',
        triggerSource: 'TokenGeneration_Authentication',
        region: 'eu-central-1',
        userPoolId: 'pool',
        userName: 'ann',
        callerContext: { awsSdkVersion: 'local', clientId: 'client-1' },
        request: {
          userAttributes: {
            sub: 'ann',
            'cognito:user_status': 'CONFIRMED',
            'custom:tenant': 'demo',
            email: 'ann@a.example',
          },
          groupConfiguration: { groupsToOverride: ['player'], iamRolesToOverride: [], preferredRole: null },
          scopes: ['aws.cognito.signin.user.admin'],
        },
        response: { claimsAndScopeOverrideDetails: null },
      },
    ]);
    const configuration = await (await fetch(`${url}/.well-known/openid-configuration`)).json();
    expect(configuration).toEqual({ issuer: ISSUER, jwks_uri: `${url}/.well-known/jwks.json` });
    const keys = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`));
    const options = { issuer: ISSUER, algorithms: ['RS256'] };
    const { payload } = await jwtVerify(body.access_token ?? '', keys, options);
    expect(payload).toMatchObject({
      sub: 'ann',
      username: 'ann',
      'cognito:groups': ['player'],
      client_id: 'client-1',
      token_use: 'access',
      version: 2,
      tenant: 'demo',
      scope: 'matchday/player',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(1800);
    expect(payload).not.toHaveProperty('aud');
    expect(payload).toHaveProperty('origin_jti');
    const id = await jwtVerify(body.id_token ?? '', keys, { ...options, audience: 'client-1' });
    expect(id.payload).toMatchObject({ token_use: 'id', 'custom:tenant': 'demo', email: 'ann@a.example' });
    expect(id.payload).not.toHaveProperty('tenant');
    expect(id.payload).not.toHaveProperty('scope');
  });

  it('tells nobody its private key', async () => {
    const { url } = await start();
    const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(keys.map(key => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  it('without a trigger gives the scope of Cognito alone, by the client that is asked for', async () => {
    const { post, events } = await start(undefined, { pool: { LambdaConfig: {} } });
    const { body } = await post({ username: 'bob', client: 'client-2' });
    const claims = decodeJwt(body.access_token ?? '');
    expect(claims).toMatchObject({ client_id: 'client-2', scope: 'aws.cognito.signin.user.admin' });
    expect(claims).not.toHaveProperty('cognito:groups');
    expect(body.expires_in).toBe(3600);
    expect(events).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /not JSON/],
    ['a list', [], /not an object/],
    ['nobody', {}, /no username/],
    ['a group that is not there', { ...ANN, groups: ['organizer'] }, /no group organizer; it has player, fans/],
    ['an attribute that is not there', { ...ANN, attributes: { 'custom:team': 'x' } }, /no attribute custom:team/],
    ['a client that is not there', { ...ANN, client: 'client-3' }, /no client client-3/],
    ['too much', { ...ANN, username: 'x'.repeat(20_000) }, /too large/],
  ])('refuses %s', async (_, request, message) => {
    const { post } = await start();
    expect(await post(request)).toEqual({
      status: 400,
      body: { error: 'invalid_request', error_description: expect.stringMatching(message) },
    });
  });

  it('refuses what a page of a browser could send from elsewhere', async () => {
    const { post } = await start();
    expect((await post(JSON.stringify(ANN), 'text/plain')).status).toBe(400);
  });

  it.each(['evil.example', 'evil.example:3001'])('gives no token to who asks %s', async host => {
    const { url } = await start();
    const status = await new Promise((resolve, reject) => {
      const headers = { host, 'content-type': 'application/json' };
      send(`${url}/token`, { method: 'POST', headers }, answer => resolve(answer.resume().statusCode))
        .once('error', reject)
        .end(JSON.stringify(ANN));
    });
    expect(status).toBe(400);
  });

  it('gives no token where the trigger fails, or may not be invoked', async () => {
    const failing = await start(() => {
      throw new Error('broken');
    });
    expect((await failing.post(ANN)).body.error_description).toMatch(/the trigger failed: Error: Error: broken/);
    await pools?.close();
    const denied = await start(undefined, { denied: 'lambda:InvokeFunction' });
    expect((await denied.post(ANN)).status).toBe(400);
    expect(denied.events).toEqual([]);
  });

  it('need not be named where it is the only one', async () => {
    const { url } = await start();
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ANN) };
    const response = await fetch(new URL('/token', url), init);
    expect(decodeJwt(((await response.json()) as { access_token: string }).access_token)).toMatchObject({ sub: 'ann' });
  });

  it('answers nothing else', async () => {
    const { url } = await start();
    for (const path of ['/token', '/', '/.well-known/jwks.json/x']) expect((await fetch(url + path)).status).toBe(404);
    expect((await fetch(`${new URL(url).origin}/nowhere/token`, { method: 'POST' })).status).toBe(404);
  });

  it('keeps its key in the folder, for its owner alone', async () => {
    const first = await start(undefined, { directory: join(directory, 'other') });
    const keySet = await (await fetch(`${first.url}/.well-known/jwks.json`)).json();
    await pools?.close();
    const second = await start(undefined, { directory: join(directory, 'other') });
    expect(await (await fetch(`${second.url}/.well-known/jwks.json`)).json()).toEqual(keySet);
    expect((await stat(join(directory, 'other/pool.json'))).mode & 0o777).toBe(0o600);
    expect(await pools?.keysOf(ISSUER)?.()).toEqual(keySet);
    expect(pools?.keysOf(`${ISSUER}2`)).toBeUndefined();
  });

  it('does not start with an event of its trigger that is not spoken here', async () => {
    const PreTokenGenerationConfig = { LambdaArn: arn('lambda', 'function:shape'), LambdaVersion: 'V3_0' };
    await expect(start(undefined, { pool: { LambdaConfig: { PreTokenGenerationConfig } } })).rejects.toThrow(/V2_0/);
  });
});
