import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { apiClient } from '../../cli/api-client.ts';
import { localTokens, organiserOf, playerOf } from '../../cli/tokens.ts';

/** What was asked of the server: path, body, and the header Authorization. */
let asked: { readonly url: string; readonly body: string; readonly authorization: string | undefined }[];
/** Undefined: the connection is lost. */
let answer: () => { readonly status: number; readonly body: unknown } | undefined;
let server: Server;
let url: string;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', headers } = request;
      asked.push({ url, body: Buffer.concat(chunks).toString(), authorization: headers.authorization });
      const given = answer();
      if (given) response.writeHead(given.status).end(JSON.stringify(given.body));
      else request.socket.destroy();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = () => ({ status: 200, body: { access_token: `token-${asked.length}`, expires_in: 3600 } });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

const ada = playerOf('acme', 'ada');

describe('tokens of this machine', () => {
  test('are asked for once each, by however many at once', async () => {
    const tokens = localTokens(url);
    const got = await Promise.all([tokens(ada), tokens(playerOf('acme', 'ada')), tokens(organiserOf('acme', 'ada'))]);
    expect(got[0]).toBe(got[1]);
    expect(got[2]).not.toBe(got[0]);
    expect(await tokens(ada)).toBe(got[0]);
    expect(asked.map(({ url, body }) => [url, JSON.parse(body)])).toEqual(
      expect.arrayContaining([
        ['/token', { username: 'ada', groups: ['player'], attributes: { 'custom:tenant': 'acme' } }],
        ['/token', { username: 'ada', groups: ['player', 'organiser'], attributes: { 'custom:tenant': 'acme' } }],
      ]),
    );
    expect(asked).toHaveLength(2);
  });

  test('are asked for again a minute before they end', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    const tokens = localTokens(url);
    const first = await tokens(ada);
    vi.setSystemTime(3_539_000);
    expect(await tokens(ada)).toBe(first);
    vi.setSystemTime(3_540_000);
    expect(await tokens(ada)).not.toBe(first);
  });

  test('that were refused are asked for again', async () => {
    const tokens = localTokens(url);
    answer = () => ({ status: 400, body: { error_description: 'no group' } });
    await expect(tokens(ada)).rejects.toMatchObject({
      name: 'ApiError',
      status: 400,
      message: expect.stringMatching(/no group/),
    });
    answer = () => ({ status: 200, body: { access_token: 'better', expires_in: 3600 } });
    expect(await tokens(ada)).toBe('better');
  });
});

const lostOnce = () => {
  answer = () => (asked.length > 1 ? { status: 200, body: { access_token: 'late', expires_in: 3600 } } : undefined);
};

describe('a connection that is lost', () => {
  test('is not the end: a token is asked for again', async () => {
    lostOnce();
    expect(await localTokens(url)(ada)).toBe('late');
    expect(asked).toHaveLength(2);
  });

  test('is not the end: the API is asked again', async () => {
    lostOnce();
    expect(await apiClient(url, async () => 'of-ada').get(ada, '/v1/it')).toMatchObject({ access_token: 'late' });
  });
});

describe('the client of the API', () => {
  const client = () => apiClient(url, async ({ player }) => `of-${player}`);

  test('says with each request who asks', async () => {
    await client().get(ada, '/v1/it');
    await client().post(organiserOf('acme'), '/v1/it', { a: 1 });
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer of-ada', 'Bearer of-host']);
  });

  test('says so when an answer is not what an API says', async () => {
    server.removeAllListeners('request');
    server.on('request', (_, response) => response.end('<html>'));
    await expect(client().get(ada, '/v1/it')).rejects.toMatchObject({
      name: 'ApiError',
      message: 'GET /v1/it: 200 the answer is not JSON',
    });
  });

  test('tells what the gateway says', async () => {
    answer = () => ({ status: 403, body: { message: 'not yours' } });
    await expect(client().get(ada, '/v1/it')).rejects.toMatchObject({
      name: 'ApiError',
      status: 403,
      message: 'GET /v1/it: 403 not yours',
    });
    expect(asked).toHaveLength(1);
  });
});
