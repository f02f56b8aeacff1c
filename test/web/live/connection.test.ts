import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { type LiveConnectionOptions, type LiveState, openLiveConnection } from '../../../web/live/connection.ts';
import { messageOf, subprotocols } from '../../../web/live/protocol.ts';
import { startTestEventApi, type TestEventApi } from '../../local/appsync/kit.ts';

let api: TestEventApi;
let connection: { close(): void } | undefined;
beforeEach(async () => {
  api = await startTestEventApi();
});
afterEach(async () => {
  connection?.close();
  await api.close();
});

const HINT = { id: 'match-m:3', type: 'match.finished', matchId: 'm', at: '2023-08-11T20:00:00.000Z' };

const publish = (channel = '/live/acme/matches', event: unknown = HINT) =>
  fetch(`http://${api.host}/event`, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=operator/20300101/eu-central-1/appsync/aws4_request, x' },
    body: JSON.stringify({ channel, events: [JSON.stringify(event)] }),
  });

const open = (over: Partial<LiveConnectionOptions> = {}) => {
  const states: LiveState[] = [];
  const hints: string[] = [];
  const network = new EventTarget();
  let listening = 0;
  let tokens = 0;
  connection = openLiveConnection({
    url: `ws://${api.host}/event/realtime`,
    host: api.host,
    channels: ['/live/acme/matches', '/live/acme/pools'],
    token: () => {
      tokens += 1;
      return api.token();
    },
    onState: state => {
      if (state !== states.at(-1)) states.push(state);
    },
    onHint: ({ id = '' }) => hints.push(id),
    onListening: () => {
      listening += 1;
    },
    patienceMs: 20,
    network,
    ...over,
  });
  const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { timeout: 5000, interval: 5 });
  return { states, hints, network, until, listening: () => listening, tokens: () => tokens };
};

describe('the connection to the live channel', () => {
  it('listens to all channels, and tells hints', async () => {
    const { states, hints, until, listening } = open();
    await until(() => listening() === 1);
    await publish();
    await publish('/live/acme/pools');
    await publish('/live/acme/matches', { no: 'hint' });
    await publish('/live/other/matches');
    await until(() => hints.length === 2);
    expect([states, hints]).toEqual([
      ['connecting', 'live'],
      ['match-m:3', 'match-m:3'],
    ]);
  });

  it('comes back when the server does, with another token, and says that something may have been missed', async () => {
    const { states, hints, until, listening, tokens } = open();
    await until(() => listening() === 1);
    await api.close();
    await until(() => states.at(-1) === 'reconnecting');
    api = await startTestEventApi({ port: api.port });
    await until(() => listening() === 2);
    await publish();
    await until(() => hints.length === 1);
    expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
    expect(tokens()).toBeGreaterThan(1);
  });

  it('rests while the device is offline', async () => {
    const { states, network, until, listening, tokens } = open();
    await until(() => listening() === 1);
    network.dispatchEvent(new Event('offline'));
    const before = tokens();
    await new Promise(resolve => setTimeout(resolve, 60));
    expect([states.at(-1), tokens()]).toEqual(['offline', before]);
    network.dispatchEvent(new Event('online'));
    await until(() => listening() === 2);
    expect(states).toEqual(['connecting', 'live', 'offline', 'reconnecting', 'live']);
  });

  it('tries again when there was no token, and does not when it is closed', async () => {
    let signedIn = false;
    const { until, listening, tokens } = open({ token: async () => (signedIn ? api.token() : undefined) });
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(listening()).toBe(0);
    signedIn = true;
    await until(() => listening() === 1);
    connection?.close();
    await api.close();
    const before = tokens();
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(tokens()).toBe(before);
  });

  it('does not trust a connection that says nothing for longer than the server said', async () => {
    const mute = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'aws-appsync-event-ws' });
    let connections = 0;
    mute.on('connection', socket => {
      connections += 1;
      socket.on('message', data => {
        const { type, id } = JSON.parse(String(data)) as { type: string; id?: string };
        const ack = { type: 'connection_ack', connectionTimeoutMs: 60 };
        socket.send(JSON.stringify(type === 'connection_init' ? ack : { type: 'subscribe_success', id }));
      });
    });
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const { states, until, listening } = open({ url: `ws://127.0.0.1:${port}/event/realtime` });
    await until(() => listening() === 2);
    expect([states.slice(0, 3), connections]).toEqual([['connecting', 'live', 'reconnecting'], 2]);
    connection?.close();
    mute.close();
  });

  it('is not live with a channel that is refused', async () => {
    const { states, until, listening } = open({ channels: ['/live/acme/matches', '/live/other/matches'] });
    await until(() => states.length > 0);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect([states, listening()]).toEqual([['connecting'], 0]);
  });
});

describe('the protocol', () => {
  it('puts the token into a subprotocol', () => {
    const [name, header = ''] = subprotocols('live.example', 'a.b_c-d');
    expect(name).toBe('aws-appsync-event-ws');
    expect(header).toMatch(/^header-[A-Za-z0-9_-]+$/);
    const read: unknown = JSON.parse(Buffer.from(header.slice(7), 'base64url').toString('utf8'));
    expect(read).toEqual({ host: 'live.example', Authorization: 'a.b_c-d' });
  });

  it.each([
    ['{"type":"connection_ack","connectionTimeoutMs":1000}', { type: 'ack', silenceMs: 1000 }],
    ['{"type":"connection_ack"}', { type: 'ack', silenceMs: 300_000 }],
    ['{"type":"data","id":"x","event":"{}"}', { type: 'events', events: ['{}'] }],
    ['{"type":"data","id":"x","event":["{}","1",2]}', { type: 'events', events: ['{}', '1'] }],
    ['{"type":"subscribe_success","id":"x"}', { type: 'subscribed', id: 'x' }],
    [
      '{"type":"subscribe_error","id":"x","errors":[{"errorType":"Unauthorized","message":"no"}]}',
      { type: 'refused', id: 'x', reason: 'Unauthorized: no' },
    ],
    ['{"type":"ka"}', { type: 'other' }],
    ['null', { type: 'other' }],
    ['?', { type: 'other' }],
  ])('reads %s', (text, message) => {
    expect(messageOf(text)).toEqual(message);
  });
});
