import { afterEach, describe, expect, it } from 'vitest';
import { createRouter } from '../../../local/http-api/routes.ts';
import type { HttpApi } from '../../../local/http-api/server.ts';
import type { AccessControl, Json, JsonObject } from '../../../local/types.ts';
import { arn, clockAt } from '../support/machine.ts';
import { listen, route } from './listening.ts';

const routed = (keys: readonly string[], method: string, path: string) => {
  const routes = keys.map(key => {
    const [verb = '', template = ''] = key.split(' ');
    return { key, method: verb, segments: template.split('/').slice(1), functionArn: 'fn' };
  });
  const match = createRouter(routes)(method, path);
  return match && [match.route.key, match.pathParameters];
};

describe('a request', () => {
  const keys = [
    'GET /pets',
    'GET /pets/{id}',
    'ANY /pets/{id}',
    'GET /pets/dog',
    'ANY /{proxy+}',
    'GET /pets/{proxy+}',
    'POST /v1/matches/{matchId}/finish',
  ];
  it.each([
    ['GET', '/pets', ['GET /pets', {}]],
    ['GET', '/pets/dog', ['GET /pets/dog', {}]],
    ['GET', '/pets/a%20b', ['GET /pets/{id}', { id: 'a b' }]],
    ['PUT', '/pets/1', ['ANY /pets/{id}', { id: '1' }]],
    ['GET', '/pets/1/toys/2', ['GET /pets/{proxy+}', { proxy: '1/toys/2' }]],
    ['DELETE', '/pets/1/toys', ['ANY /{proxy+}', { proxy: 'pets/1/toys' }]],
    ['POST', '/v1/matches/m-1/finish', ['POST /v1/matches/{matchId}/finish', { matchId: 'm-1' }]],
  ])('%s %s takes the most specific route', (method, path, expected) => {
    expect(routed(keys, method, path)).toEqual(expected);
  });

  it('takes the default route, or none', () => {
    expect(routed(['GET /a', '$default'], 'GET', '/b')).toEqual(['$default', {}]);
    expect(routed(['GET /a'], 'GET', '/b')).toBeUndefined();
    expect(routed(['GET /a'], 'POST', '/a')).toBeUndefined();
  });
});

const open: HttpApi[] = [];
afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

const start = async (
  work: (event: Json) => Json | undefined,
  options: { access?: AccessControl; api?: JsonObject; route?: JsonObject } = {},
) => {
  const { route: own, ...rest } = options;
  const resources = [route('route', { RouteKey: 'ANY /things/{id}', ...own })];
  const { httpApi, url, events } = await listen({
    work,
    resources,
    clock: clockAt('2024-02-29T12:00:00.789Z'),
    ...rest,
  });
  open.push(httpApi);
  return { url, events };
};

describe('an HTTP API', () => {
  it('hands over the event of payload format 2.0', async () => {
    const { url, events } = await start(() => ({ statusCode: 200 }));
    await fetch(`${url}/things/a%2Fb?x=1&x=2&y=%C3%BC`, {
      method: 'POST',
      body: '{"é":1}',
      headers: { 'Content-Type': 'application/json', Cookie: 'a=1; b=2', 'X-Custom': 'v', 'User-Agent': 'test' },
    });
    expect(events).toEqual([
      {
        version: '2.0',
        routeKey: 'ANY /things/{id}',
        rawPath: '/things/a%2Fb',
        rawQueryString: 'x=1&x=2&y=%C3%BC',
        cookies: ['a=1', 'b=2'],
        headers: expect.objectContaining({ 'content-type': 'application/json', 'x-custom': 'v', 'user-agent': 'test' }),
        queryStringParameters: { x: '1,2', y: 'ü' },
        requestContext: {
          accountId: '111122223333',
          apiId: 'api',
          domainName: url.replace('http://', ''),
          domainPrefix: 'api',
          http: {
            method: 'POST',
            path: '/things/a%2Fb',
            protocol: 'HTTP/1.1',
            sourceIp: '127.0.0.1',
            userAgent: 'test',
          },
          requestId: expect.any(String),
          routeKey: 'ANY /things/{id}',
          stage: '$default',
          time: '29/Feb/2024:12:00:00 +0000',
          timeEpoch: Date.parse('2024-02-29T12:00:00.789Z'),
        },
        pathParameters: { id: 'a/b' },
        body: '{"é":1}',
        isBase64Encoded: false,
      },
    ]);
  });

  it('hands over bytes as Base64, and no body as none', async () => {
    const { url, events } = await start(() => ({ statusCode: 200 }));
    await fetch(`${url}/things/1`, {
      method: 'PUT',
      body: new Uint8Array([0, 255]),
      headers: { 'content-type': 'image/png' },
    });
    await fetch(`${url}/things/1`);
    expect(events[0]).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    expect(events[1]).not.toHaveProperty('body');
    expect(events[1]).not.toHaveProperty('queryStringParameters');
  });

  it('answers with status, headers, cookies and body', async () => {
    const { url } = await start(() => ({
      statusCode: 418,
      headers: { 'X-A': 'é'.length },
      cookies: ['a=1', 'b=2'],
      body: 'AP8=',
      isBase64Encoded: true,
    }));
    const answer = await fetch(`${url}/things/1`);
    expect(answer.status).toBe(418);
    expect(answer.headers.get('x-a')).toBe('1');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([0, 255]));
  });

  it('takes a result without a status code for the body', async () => {
    const { url } = await start(() => ({ hello: 'there' }));
    const answer = await fetch(`${url}/things/1`);
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
      200,
      'application/json',
      { hello: 'there' },
    ]);
  });

  it('hides failures', async () => {
    const { url } = await start(() => {
      throw new Error('secret');
    });
    const answer = await fetch(`${url}/things/1`);
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('answers what no route takes, and what is too large', async () => {
    const { url, events } = await start(() => ({}));
    const lost = await fetch(`${url}/nowhere`);
    expect([lost.status, await lost.json()]).toEqual([404, { message: 'Not Found' }]);
    const large = await fetch(`${url}/things/1`, { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) });
    expect([large.status, await large.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
    expect(events).toEqual([]);
  });

  it("needs the function's permission for this very route", async () => {
    const asked: unknown[] = [];
    const access: AccessControl = {
      decide: request => {
        asked.push(request);
        return { allowed: false, reason: 'no' };
      },
    };
    const { url, events } = await start(() => ({}), { access });
    expect((await fetch(`${url}/things/1`)).status).toBe(500);
    expect(events).toEqual([]);
    expect(asked).toEqual([
      {
        principal: 'apigateway.amazonaws.com',
        action: 'lambda:InvokeFunction',
        resource: arn('lambda', 'function:fn'),
        context: {
          'aws:SourceArn': arn('execute-api', 'api/$default/*/things/{id}'),
          'aws:SourceAccount': '111122223333',
        },
      },
    ]);
  });

  it('answers preflights by its CORS configuration', async () => {
    const CorsConfiguration = {
      AllowOrigins: ['https://a.example'],
      AllowMethods: ['GET', 'POST'],
      AllowHeaders: ['x-a'],
      MaxAge: 60,
    };
    const { url } = await start(() => ({ statusCode: 200 }), {
      api: { CorsConfiguration },
      route: { RouteKey: 'GET /things/{id}' },
    });
    const preflight = await fetch(`${url}/things/1`, { method: 'OPTIONS', headers: { origin: 'https://a.example' } });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'x-a',
      'access-control-max-age': '60',
    });
    const foreign = await fetch(`${url}/things/1`, { headers: { origin: 'https://b.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('does not start with an authorization that does not run here, or an authorizer that is not there', async () => {
    await expect(start(() => ({}), { route: { AuthorizationType: 'AWS_IAM' } })).rejects.toThrow(
      /authorization AWS_IAM does not run locally/,
    );
    await expect(start(() => ({}), { route: { AuthorizationType: 'JWT', AuthorizerId: 'who' } })).rejects.toThrow(
      /there is no authorizer who/,
    );
  });
});
