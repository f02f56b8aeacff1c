import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hint } from '../../shared/events/live-events.ts';
import { appSyncEvents } from '../../shared/gateways/appsync-events.ts';

/** Answers in turn; the last one for ever. */
type Answer = (response: ServerResponse) => void;

const taken: Answer = response => response.end(JSON.stringify({ failed: [], successful: [] }));
const status =
  (code: number): Answer =>
  response => {
    response.statusCode = code;
    response.end('{}');
  };
const hangsUp: Answer = response => response.destroy();

let server: Server;
let requests: { readonly headers: IncomingMessage['headers']; readonly body: { channel: string; events: string[] } }[];
let answers: Answer[];
let host: string;
const pauses: number[] = [];

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_SESSION_TOKEN', 'session');
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  requests = [];
  pauses.length = 0;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => {
      text += chunk;
    });
    request.on('end', () => {
      requests.push({ headers: request.headers, body: JSON.parse(text) });
      (answers.length > 1 ? answers.shift() : answers[0])?.(response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const hints = (count: number): Hint[] =>
  Array.from({ length: count }, (_, index) => ({ id: `match-m:${index}`, type: 'match.started', at: 'now' }));

/** @param timeoutMs longer than a busy machine takes */
const publish = (count: number, timeoutMs = 20_000) =>
  appSyncEvents({
    host,
    scheme: 'http',
    sleep: async milliseconds => {
      pauses.push(milliseconds);
    },
    random: () => 1,
    timeoutMs,
  }).publish('acme', 'matches', hints(count));

describe('AppSync Events as a live channel', () => {
  test('gets five hints at a time, signed for it', async () => {
    answers = [taken];
    expect(await publish(12)).toEqual(Array(12).fill(undefined));
    expect(requests.map(({ body }) => [body.channel, body.events.length])).toEqual([
      ['/live/acme/matches', 5],
      ['/live/acme/matches', 5],
      ['/live/acme/matches', 2],
    ]);
    expect(requests.flatMap(({ body }) => body.events)).toEqual(hints(12).map(hint => JSON.stringify(hint)));
    expect(requests[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/appsync\/aws4_request, /,
      ),
      'x-amz-security-token': 'session',
      'content-type': 'application/json',
    });
  });

  test('says which hints were not taken', async () => {
    answers = [
      response =>
        response.end(JSON.stringify({ failed: [{ index: 1, code: 400, message: 'too large' }], successful: [] })),
      taken,
    ];
    const errors = await publish(6);
    expect(errors.map(error => error?.message)).toEqual([undefined, 'was not taken: 400 too large', ...Array(4)]);
    expect(errors[1]?.name).toBe('LiveChannelError');
  });

  test.each([
    ['answers 500', status(500)],
    ['answers 429', status(429)],
    ['hangs up', hangsUp],
  ])('that %s is asked three times, with pauses that grow', async (_, fail) => {
    answers = [fail, fail, taken];
    expect(await publish(1)).toEqual([undefined]);
    expect([requests.length, pauses]).toEqual([3, [200, 400]]);
    requests = [];
    answers = [fail];
    const [error] = await publish(1);
    expect([requests.length, error?.name]).toEqual([3, 'LiveChannelError']);
  });

  test('that says nothing is given up, and asked again', async () => {
    answers = [() => {}, taken];
    expect(await publish(1, 500)).toEqual([undefined]);
    expect(pauses.length).toBe(requests.length - 1);
    expect(requests.length).toBeGreaterThan(1);
  });

  test('that refuses is not asked again', async () => {
    answers = [status(403)];
    const errors = await publish(2);
    expect(errors.map(error => error?.message)).toEqual(Array(2).fill(`http://${host}/event answered 403: {}`));
    expect([requests.length, pauses]).toEqual([1, []]);
  });
});
