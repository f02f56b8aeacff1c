import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { reachOf } from '../../shared/gateways/webhooks/destination.ts';
import { webhookPost } from '../../shared/gateways/webhooks/post.ts';
import { answering, type Behaviour, dripping, endless, receivers, resetting, silent } from './receiver.ts';

const OLD = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const STRANGE = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const TIMEOUT_MS = 250;
const body = JSON.stringify({ type: 'webhook.ping', data: { text: 'Büro ⚽' } });

const start = receivers();

const post = (url: string, over: { secrets?: readonly string[]; reach?: Parameters<typeof webhookPost>[0] } = {}) =>
  webhookPost(
    over.reach ?? reachOf('allowed'),
    TIMEOUT_MS,
  )({
    ...{ url, id: 'msg_1', body, now: new Date().toISOString() },
    secrets: over.secrets ?? [NEW],
  });

describe('a webhook', () => {
  test('is verified by the public library, under each good secret and no other', async () => {
    const { url, received } = await start();
    expect(await post(url, { secrets: [NEW, OLD] })).toMatchObject({ outcome: 'answered', status: 200 });
    const [{ headers, body: text } = { headers: {}, body: '' }] = received;
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'msg_1' });
    for (const secret of [OLD, NEW])
      expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual(JSON.parse(body));
    for (const [secret, payload, id] of [
      [STRANGE, text, 'msg_1'],
      [NEW, `${text} `, 'msg_1'],
      [NEW, text, 'msg_2'],
    ] as const)
      expect(() =>
        new Webhook(secret).verify(payload, { ...(headers as Record<string, string>), 'webhook-id': id }),
      ).toThrow();
  });

  test('goes to the address that was looked at, and to no redirect', async () => {
    const inside = await start();
    const { port, received } = await start(answering(307, { location: inside.url }));
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    const answer = await post(`http://receiver.test:${port}/`, { reach: reachOf('allowed', resolve) });
    expect(answer).toMatchObject({ outcome: 'answered', status: 307 });
    expect([asked, received.length, inside.received.length]).toEqual([1, 1, 0]);
    expect(received[0]?.headers.host).toBe(`receiver.test:${port}`);
  });

  test('is not sent to a name that leads inside by now', async () => {
    const { port, received } = await start();
    const reach = reachOf('refused', async () => [{ address: '127.0.0.1', family: 4 }]);
    expect(await post(`https://receiver.test:${port}/`, { reach })).toMatchObject({
      outcome: 'unreachable',
      reason: 'its address is not one of the Internet',
      timedOut: false,
    });
    expect(received).toEqual([]);
  });

  test('asks what Retry-After asked', async () => {
    const { url } = await start(answering(429, { 'retry-after': '120' }));
    expect(await post(url)).toMatchObject({ status: 429, retryAfter: '120' });
  });

  test('is not kept by an endless answer: it was taken', async () => {
    const { url } = await start(endless);
    expect(await post(url)).toMatchObject({ outcome: 'answered', status: 200 });
  });

  test.each([
    ['silent', silent],
    ['dripping', dripping],
  ])('gives up on an endpoint that is %s', async (_, behaviour) => {
    const { url } = await start(behaviour);
    const answer = await post(url);
    expect(answer).toMatchObject({
      outcome: 'unreachable',
      reason: `no answer within ${TIMEOUT_MS} ms`,
      timedOut: true,
    });
    expect(answer.ms).toBeLessThan(4 * TIMEOUT_MS);
  });

  test('gives up on a name server that does not answer', async () => {
    const reach = reachOf('allowed', () => new Promise(() => {}));
    expect(await post('https://slow.test/', { reach })).toMatchObject({ outcome: 'unreachable', timedOut: true });
  });

  test.each([
    ['drops the connection', resetting, 'the connection failed: ECONNRESET'],
    [
      'speaks no HTTP',
      (_: unknown, request: { socket: { end: (text: string) => void } }) => request.socket.end('no\r\n'),
      /HPE_/,
    ],
  ])('fails when the endpoint %s', async (_, behaviour, reason) => {
    const { url } = await start(behaviour as Behaviour);
    expect(await post(url)).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringMatching(reason),
      timedOut: false,
    });
  });
});
