import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IssuerKeys } from '../../../local/http-api/token.ts';
import type { JsonObject } from '../../../local/types.ts';
import { clockAt, resource } from '../support/machine.ts';
import { FORGED } from './forged-tokens.ts';
import { listen, route } from './listening.ts';
import { accessToken, CLIENT, ISSUER, type Keys, makeKeys, sign, without } from './tokens.ts';

const authorizer = (properties: JsonObject = {}) =>
  resource('AWS::ApiGatewayV2::Authorizer', 'auth', {
    ApiId: 'api',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: ISSUER, Audience: [CLIENT, 'client-2'] },
    ...properties,
  });

const start = (auth: ReturnType<typeof authorizer>, keysOf: IssuerKeys) => {
  const jwt = { AuthorizationType: 'JWT', AuthorizerId: 'auth' };
  const routeOf = (key: string, properties: JsonObject) => route(key, { RouteKey: key, ...properties });
  return listen({
    work: () => ({ statusCode: 200, body: 'done' }),
    resources: [
      auth,
      routeOf('GET /scoped', { ...jwt, AuthorizationScopes: ['matchday/player', 'matchday/organiser'] }),
      routeOf('GET /organisers', { ...jwt, AuthorizationScopes: ['matchday/organiser'] }),
      routeOf('GET /signed-in', jwt),
      routeOf('GET /open', { AuthorizationType: 'NONE' }),
    ],
    // Long ago by the machine's clock: tokens live by the wall's.
    clock: clockAt('2001-01-01T00:00:00.000Z'),
    keysOf,
  });
};

let keys: Keys;
let listening: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  keys = await makeKeys();
  listening = await start(authorizer(), issuer => (issuer === ISSUER ? async () => keys.keySet : undefined));
});
afterAll(() => listening?.httpApi.close());
beforeEach(() => {
  listening.events.length = 0;
});

const signed = (claims: JWTPayload): Promise<string> => sign(claims, keys.own);

const ask = async (path: string, authorization?: string) => {
  const init = authorization === undefined ? {} : { headers: { authorization } };
  const response = await fetch(listening.url + path, init);
  return { status: response.status, challenge: response.headers.get('www-authenticate'), body: await response.text() };
};

describe('a token', () => {
  it.each(FORGED)('that %s is refused, and nothing runs', async (_, forge) => {
    const token = await forge(keys);
    for (const path of ['/scoped', '/signed-in']) {
      expect(await ask(path, `Bearer ${token}`)).toEqual({
        status: 401,
        challenge: 'Bearer scope="" error="invalid_token"',
        body: '{"message":"Unauthorized"}',
      });
    }
    expect(listening.events).toEqual([]);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b'])(
    'is missed in the header %j',
    async header => {
      const { status, body } = await ask('/scoped', header);
      expect([status, body]).toEqual([401, '{"message":"Unauthorized"}']);
      expect(listening.events).toEqual([]);
    },
  );

  it('without a scope of the route is not enough', async () => {
    const idToken = { ...without('client_id'), aud: CLIENT, token_use: 'id', scope: undefined };
    for (const claims of [accessToken(), { ...accessToken(), scope: 'matchday/organisers' }, without('scope'), idToken])
      expect(await ask('/organisers', `Bearer ${await signed(claims)}`)).toEqual({
        status: 403,
        challenge: 'Bearer scope="matchday/organiser" error="insufficient_scope"',
        body: '{"message":"Forbidden"}',
      });
    expect(listening.events).toEqual([]);
  });

  it.each(['Bearer ', 'bearer ', ''])('that is good reaches the function as claims (%j before it)', async prefix => {
    const claims = accessToken();
    expect(await ask('/scoped', prefix + (await signed(claims)))).toMatchObject({ status: 200, body: 'done' });
    expect(listening.events).toMatchObject([
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
    expect((await ask('/scoped', `Bearer ${await signed(claims)}`)).status).toBe(200);
  });
});

describe('a route', () => {
  it('without scopes takes any good token', async () => {
    expect((await ask('/signed-in', `Bearer ${await signed(without('scope'))}`)).status).toBe(200);
    expect(listening.events).toMatchObject([{ requestContext: { authorizer: { jwt: { scopes: null } } } }]);
  });

  it('without an authorizer asks nobody, and hands over no claims', async () => {
    for (const header of [undefined, 'Bearer garbage', `Bearer ${await signed(accessToken())}`])
      expect((await ask('/open', header)).status).toBe(200);
    for (const event of listening.events) expect(event).not.toHaveProperty('requestContext.authorizer');
  });
});

describe('an authorizer that does not run here', () => {
  const known: IssuerKeys = () => async () => ({ keys: [] });
  it.each<[string, JsonObject, IssuerKeys, RegExp]>([
    ['asks a function', { AuthorizerType: 'REQUEST' }, known, /only a JWT in the header/],
    ['looks elsewhere', { IdentitySource: ['$request.querystring.token'] }, known, /only a JWT in the header/],
    ['trusts somebody else', {}, () => undefined, /is no user pool of the template/],
  ])('because it %s stops the start', async (_, properties, keysOf, message) => {
    await expect(start(authorizer(properties), keysOf)).rejects.toThrow(message);
  });
});
