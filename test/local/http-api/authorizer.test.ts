import { createHmac } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../local/dynamodb/java.ts';
import { type HttpApi, startHttpApi } from '../../../local/http-api/server.ts';
import type { IssuerKeys } from '../../../local/http-api/token.ts';
import type { Json, JsonObject } from '../../../local/types.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  clockAt,
  fakeFunctions,
  functionResource,
  resource,
} from '../support/machine.ts';

const ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_pool';
const CLIENT = 'client-1';

/** Long ago by the machine's clock: tokens live by the wall's. */
const clock = clockAt('2001-01-01T00:00:00.000Z');
const now = (): number => Math.floor(Date.now() / 1000);

const accessToken = (): JWTPayload => ({
  sub: 'ada',
  iss: ISSUER,
  client_id: CLIENT,
  token_use: 'access',
  scope: 'openid matchday/player',
  'cognito:groups': ['player', 'fans'],
  version: 2,
  iat: now(),
  exp: now() + 60,
});

interface Keys {
  readonly own: CryptoKey;
  /** Published too, and of another kind. */
  readonly second: CryptoKey;
  readonly foreign: CryptoKey;
  readonly publicPem: string;
  readonly keySet: JSONWebKeySet;
}

const makeKeys = async (): Promise<Keys> => {
  const makeKey = (algorithm: string) => generateKeyPair(algorithm, { extractable: true });
  const [own, foreign, second] = await Promise.all(['RS256', 'RS256', 'ES256'].map(makeKey));
  if (!own || !second || !foreign) throw new Error('no keys');
  const published = [
    // Without `alg`: the key does not say for which algorithm it is.
    { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig' },
    { ...(await exportJWK(second.publicKey)), kid: 'second', use: 'sig' },
  ];
  return {
    own: own.privateKey,
    second: second.privateKey,
    foreign: foreign.privateKey,
    publicPem: await exportSPKI(own.publicKey),
    keySet: { keys: published },
  };
};

let keys: Keys;
let api: HttpApi;
let url: string;
let events: Json[];

const authorizer = (properties: JsonObject = {}) =>
  resource('AWS::ApiGatewayV2::Authorizer', 'auth', {
    ApiId: 'api',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: ISSUER, Audience: [CLIENT, 'client-2'] },
    ...properties,
  });

const route = (key: string, properties: JsonObject) =>
  resource('AWS::ApiGatewayV2::Route', key, { ApiId: 'api', RouteKey: key, Target: 'integrations/int', ...properties });

const start = async (auth: ReturnType<typeof authorizer>, keysOf: IssuerKeys): Promise<HttpApi> => {
  const jwt = { AuthorizationType: 'JWT', AuthorizerId: 'auth' };
  const assembly = assemblyOf(
    functionResource('fn'),
    resource('AWS::ApiGatewayV2::Api', 'api'),
    resource('AWS::ApiGatewayV2::Stage', '$default', { ApiId: 'api', StageName: '$default' }),
    resource('AWS::ApiGatewayV2::Integration', 'int', {
      ApiId: 'api',
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arn('lambda', 'function:fn'),
      PayloadFormatVersion: '2.0',
    }),
    auth,
    route('GET /scoped', { ...jwt, AuthorizationScopes: ['matchday/player', 'matchday/organiser'] }),
    route('GET /organisers', { ...jwt, AuthorizationScopes: ['matchday/organiser'] }),
    route('GET /signed-in', jwt),
    route('GET /open', { AuthorizationType: 'NONE' }),
  );
  const fake = fakeFunctions(() => ({ statusCode: 200, body: 'done' }));
  events = fake.events;
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const [resourceApi] = assembly.ofType('AWS::ApiGatewayV2::Api');
  if (!resourceApi) throw new Error('no api');
  const quiet = { report: () => {}, changed: () => {} };
  return startHttpApi(resourceApi, port, {
    assembly,
    access: accessExcept(),
    functions: fake.functions,
    clock,
    keysOf,
    ...quiet,
  });
};

beforeAll(async () => {
  keys = await makeKeys();
  api = await start(authorizer(), issuer => (issuer === ISSUER ? async () => keys.keySet : undefined));
});
afterAll(() => api.close());
beforeEach(() => {
  events.length = 0;
});

const sign = (claims: JWTPayload, key = keys.own, header: { alg?: string; kid?: string } = { kid: 'own' }) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);

const ask = async (path: string, authorization?: string) => {
  const response = await fetch(url + path, authorization === undefined ? {} : { headers: { authorization } });
  return { status: response.status, challenge: response.headers.get('www-authenticate'), body: await response.text() };
};

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The trick of taking the public key for the secret of an HMAC, which everybody knows. */
const signedWithPublicKey = (): string => {
  const content = `${base64({ alg: 'HS256', typ: 'JWT', kid: 'own' })}.${base64(accessToken())}`;
  return `${content}.${createHmac('sha256', keys.publicPem).update(content).digest('base64url')}`;
};

const tampered = async (change: JWTPayload): Promise<string> => {
  const [header = '', , signature = ''] = (await sign(accessToken())).split('.');
  return `${header}.${base64({ ...accessToken(), ...change })}.${signature}`;
};

const without = (name: string): JWTPayload => {
  const { [name]: _, ...rest } = accessToken();
  return rest;
};

const FORGED: readonly [string, () => string | Promise<string>][] = [
  ['is not signed', () => new UnsecuredJWT(accessToken()).encode()],
  ['is not signed, and names a key', () => `${base64({ alg: 'none', kid: 'own' })}.${base64(accessToken())}.`],
  ['is signed with the public key as a secret', signedWithPublicKey],
  [
    'is signed with another RSA algorithm',
    async () => sign(accessToken(), await strong(), { alg: 'PS256', kid: 'own' }),
  ],
  ['is signed with no RSA at all', () => sign(accessToken(), keys.second, { alg: 'ES256', kid: 'second' })],
  ['has expired', () => sign({ ...accessToken(), exp: now() - 1 })],
  ['never expires', () => sign(without('exp'))],
  ['expires as a text', () => sign({ ...accessToken(), exp: String(now() + 60) as unknown as number })],
  ['is not valid yet', () => sign({ ...accessToken(), nbf: now() + 60 })],
  ['is issued in the future', () => sign({ ...accessToken(), iat: now() + 60 })],
  ['is for another client', () => sign({ ...accessToken(), client_id: 'client-3' })],
  ['is for another audience, whatever its client', () => sign({ ...accessToken(), aud: 'elsewhere' })],
  ['is for nobody', () => sign(without('client_id'))],
  ['is of another issuer', () => sign({ ...accessToken(), iss: `${ISSUER}2` })],
  ['is of nobody', () => sign(without('iss'))],
  ['is signed with a key that nobody published', () => sign(accessToken(), keys.foreign, { kid: 'foreign' })],
  ['is signed with another key than it names', () => sign(accessToken(), keys.foreign)],
  ['names another published key than it is signed with', () => sign(accessToken(), keys.own, { kid: 'second' })],
  ['names no key', () => sign(accessToken(), keys.own, {})],
  ['was changed: another user', () => tampered({ sub: 'eve' })],
  ['was changed: another scope', () => tampered({ scope: 'matchday/organiser' })],
  ['was cut off', async () => (await sign(accessToken())).slice(0, -9)],
  ['has no signature', async () => `${(await sign(accessToken())).split('.').slice(0, 2).join('.')}.`],
  ['is garbage', () => 'garbage'],
  ['is three parts of garbage', () => 'a.b.c'],
];

/** The same numbers as the own key, for another algorithm. */
const strong = async (): Promise<CryptoKey> => {
  const { subtle } = globalThis.crypto;
  const jwk = await subtle.exportKey('jwk', keys.own);
  const { alg: _, ...numbers } = jwk;
  return subtle.importKey('jwk', numbers, { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['sign']);
};

describe('a token', () => {
  it.each(FORGED)('that %s is refused, and nothing runs', async (_, forge) => {
    const token = await forge();
    for (const path of ['/scoped', '/signed-in']) {
      expect(await ask(path, `Bearer ${token}`)).toEqual({
        status: 401,
        challenge: 'Bearer scope="" error="invalid_token"',
        body: '{"message":"Unauthorized"}',
      });
    }
    expect(events).toEqual([]);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])(
    'is missed in the header %j',
    async header => {
      const { status, body } = await ask('/scoped', header);
      expect([status, body]).toEqual([401, '{"message":"Unauthorized"}']);
      expect(events).toEqual([]);
    },
  );

  it('without a scope of the route is not enough', async () => {
    const idToken = { ...without('client_id'), aud: CLIENT, token_use: 'id', scope: undefined };
    for (const claims of [accessToken(), { ...accessToken(), scope: 'matchday/organisers' }, without('scope'), idToken])
      expect(await ask('/organisers', `Bearer ${await sign(claims)}`)).toEqual({
        status: 403,
        challenge: 'Bearer scope="matchday/organiser" error="insufficient_scope"',
        body: '{"message":"Forbidden"}',
      });
    expect(events).toEqual([]);
  });

  it.each(['Bearer ', 'bearer ', ''])('that is good reaches the function as claims (%j before it)', async prefix => {
    const claims = accessToken();
    expect(await ask('/scoped', prefix + (await sign(claims)))).toMatchObject({ status: 200, body: 'done' });
    expect(events).toMatchObject([
      {
        requestContext: {
          authorizer: {
            jwt: {
              claims: {
                sub: 'ada',
                token_use: 'access',
                scope: 'openid matchday/player',
                'cognito:groups': '[player fans]',
                version: '2',
                exp: String(claims.exp),
              },
              scopes: ['openid', 'matchday/player'],
            },
          },
        },
      },
    ]);
  });

  it('may be for any client of the authorizer', async () => {
    const claims = { ...without('client_id'), aud: ['elsewhere', 'client-2'] };
    expect((await ask('/scoped', `Bearer ${await sign(claims)}`)).status).toBe(200);
  });
});

describe('a route', () => {
  it('without scopes takes any good token', async () => {
    expect((await ask('/signed-in', `Bearer ${await sign(without('scope'))}`)).status).toBe(200);
    expect(events).toMatchObject([{ requestContext: { authorizer: { jwt: { scopes: null } } } }]);
  });

  it('without an authorizer asks nobody, and hands over no claims', async () => {
    for (const header of [undefined, 'Bearer garbage', `Bearer ${await sign(accessToken())}`])
      expect((await ask('/open', header)).status).toBe(200);
    for (const event of events) expect(event).not.toHaveProperty('requestContext.authorizer');
  });
});

describe('an authorizer that does not run here', () => {
  const known: IssuerKeys = () => async () => ({ keys: [] });
  it.each<[string, JsonObject, IssuerKeys, RegExp]>([
    ['asks a function', { AuthorizerType: 'REQUEST' }, known, /only a JWT in the header/],
    ['looks elsewhere', { IdentitySource: ['$request.querystring.token'] }, known, /only a JWT in the header/],
    ['trusts somebody else', {}, () => undefined, /is no user pool of the template/],
  ])('because it %s stops the start', async (_, properties, keysOf, message) => {
    const kept = { url, events };
    await expect(start(authorizer(properties), keysOf)).rejects.toThrow(message);
    ({ url, events } = kept);
  });
});
