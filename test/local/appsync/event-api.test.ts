import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../../local/types.ts';
import type { Hint } from '../../../shared/events/live-events.ts';
import { appSyncEvents } from '../../../shared/gateways/appsync-events.ts';
import { connect, eventApi, type Listener, startTestEventApi, type TestEventApi } from './kit.ts';

let api: TestEventApi;
let ann: Listener;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'role-push-live');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  api = await startTestEventApi();
  ann = await connect(api.host, await api.token());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await api.close();
});

const subscribe = async (listener: Listener, id: string, channel: string, token?: string): Promise<JsonObject> => {
  const Authorization = token ?? (await api.token());
  listener.send({ type: 'subscribe', id, channel, authorization: { Authorization } });
  return listener.next();
};

const gateway = (sleep = async () => {}) => appSyncEvents({ host: api.host, scheme: 'http', sleep, random: () => 0 });
const hint = (version: number): Hint => ({
  id: `match-m:${version}`,
  type: 'match.finished',
  matchId: 'm',
  at: '2023-08-11T20:00:00.000Z',
});

const post = (body: unknown, key = 'operator', path = '/event') =>
  fetch(`http://${api.host}${path}`, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${key}/20300101/eu-central-1/appsync/aws4_request, x` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('an Event API', () => {
  it('acknowledges, subscribes, brings what the gateway publishes, in order, and lets go', async () => {
    ann.send({ type: 'connection_init' });
    expect(await ann.next()).toEqual({ type: 'connection_ack', connectionTimeoutMs: 300_000 });
    expect(await subscribe(ann, 's1', '/live/acme/matches')).toEqual({ type: 'subscribe_success', id: 's1' });
    const hints = [1, 2, 3, 4, 5, 6, 7].map(hint);
    expect(await gateway().publish('acme', 'matches', hints)).toEqual(hints.map(() => undefined));
    for (const each of hints) expect(await ann.next()).toEqual({ type: 'data', id: 's1', event: JSON.stringify(each) });
    ann.send({ type: 'unsubscribe', id: 's1' });
    expect(await ann.next()).toEqual({ type: 'unsubscribe_success', id: 's1' });
    await gateway().publish('acme', 'matches', [hint(8)]);
    expect(await subscribe(ann, 's2', '/live/acme/*')).toEqual({ type: 'subscribe_success', id: 's2' });
    await gateway().publish('acme', 'pools', [hint(8)]);
    expect(await ann.next()).toMatchObject({ type: 'data', id: 's2' });
    ann.send({ type: 'unsubscribe', id: 's2' });
    expect(await ann.next()).toEqual({ type: 'unsubscribe_success', id: 's2' });
  });

  it('brings nothing of another tenant, and another topic only to whom it concerns', async () => {
    const bob = await connect(api.host, await api.token({ tenant: 'other' }));
    const token = await api.token({ tenant: 'other' });
    expect(await subscribe(bob, 'b', '/live/other/matches', token)).toMatchObject({ type: 'subscribe_success' });
    await gateway().publish('acme', 'matches', [hint(9)]);
    await gateway().publish('other', 'pools', [hint(10)]);
    await gateway().publish('other', 'matches', [hint(11)]);
    expect(await bob.next()).toMatchObject({ id: 'b', event: JSON.stringify(hint(11)) });
    bob.close();
  });

  it.each([
    ['the channel of another tenant', '/live/other/matches', 'Unauthorized'],
    ['all tenants', '/live/*', 'Unauthorized'],
    ['a namespace that is not there', '/dead/acme', 'BadRequestException'],
    ['what is no channel', '/live/acme/a b', 'BadRequestException'],
    ['a wildcard in the middle', '/live/*/matches', 'BadRequestException'],
    ['more than five segments', '/live/acme/a/b/c/d', 'BadRequestException'],
  ])('refuses %s', async (_, channel, errorType) => {
    expect(await subscribe(ann, 'no', channel)).toEqual({
      type: 'subscribe_error',
      id: 'no',
      errors: [{ errorType, message: expect.any(String) }],
    });
  });

  it('verifies the token of the handshake, and of each subscription', async () => {
    const old = await api.token({ exp: 1 });
    const foreign = await api.token({ iss: 'https://elsewhere.example' });
    for (const token of [old, foreign, 'x', ''])
      await expect(connect(api.host, token)).rejects.toThrow('Unexpected server response: 401');
    await expect(connect(api.host, await api.token(), '/event')).rejects.toThrow('400');
    expect(await subscribe(ann, 'old', '/live/acme/matches', old)).toMatchObject({
      type: 'subscribe_error',
      errors: [{ errorType: 'UnauthorizedException' }],
    });
  });

  it('answers what it does not know', async () => {
    ann.send({ type: 'unsubscribe', id: 'never' });
    expect(await ann.next()).toMatchObject({ type: 'unsubscribe_error', id: 'never' });
    ann.send({ type: 'publish', id: 'p', channel: '/live/acme/matches', events: ['1'] });
    expect(await ann.next()).toMatchObject({ type: 'error', id: 'p', errors: [{ errorType: 'UnsupportedOperation' }] });
    expect((await post({}, 'operator', '/elsewhere')).status).toBe(404);
  });

  it('takes up to five events of 240 KB that are JSON, of a role that may', async () => {
    const channel = '/live/acme/nobody';
    const sized = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
    const answer = await post({ channel, events: ['1', '"a"', sized(240 * 1024)] });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { failed: [], successful: [0, 1, 2].map(index => ({ identifier: expect.any(String), index })) },
    ]);
    for (const events of [[], ['1', '2', '3', '4', '5', '6'], [1], ['{'], [sized(240 * 1024 + 1)]])
      expect((await post({ channel, events })).status).toBe(400);
    for (const body of ['{', '[]', { channel: '/live/a b', events: ['1'] }, { channel: '/dead/acme', events: ['1'] }])
      expect((await post(body)).status).toBe(400);
  });

  it('keeps a connection alive', async () => {
    const lively = await startTestEventApi({ keepAliveMs: 10 });
    const listener = await connect(lively.host, await lively.token());
    expect(await listener.next()).toEqual({ type: 'ka' });
    await lively.close();
    expect(await listener.closed).toBe(1006);
  });

  it.each([
    ['a role that may not', 'role-push-live', ['appsync:EventPublish'], 403],
    ['a role that may', 'role-push-live', [], 200],
  ])('is published to by %s', async (_, key, denied, status) => {
    const own = await startTestEventApi({ denied });
    const body = JSON.stringify({ channel: '/live/acme/matches', events: ['1'] });
    const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20300101/eu-central-1/appsync/aws4_request, x`;
    const answer = await fetch(`http://${own.host}/event`, { method: 'POST', headers: { authorization }, body });
    expect([answer.status, own.reports.length]).toEqual([status, denied.length]);
    await own.close();
  });

  it.each([
    ['listeners with an API key', { ConnectionAuthModes: [{ AuthType: 'API_KEY' }] }, {}, 'ConnectionAuthModes'],
    ['publishers that are users', { DefaultPublishAuthModes: [] }, {}, 'DefaultPublishAuthModes'],
    ['a pool that is elsewhere', { AuthProviders: [] }, {}, 'no user pool'],
    ['a data source', {}, { HandlerConfigs: { OnPublish: { Behavior: 'DIRECT' } } }, 'HandlerConfigs'],
    ['modes of a namespace', {}, { PublishAuthModes: [{ AuthType: 'API_KEY' }] }, 'PublishAuthModes'],
    ['onPublish', {}, { CodeHandlers: 'export function onPublish(ctx) { return []; }' }, 'onPublish'],
    ['code that is none', {}, { CodeHandlers: 'export function onSubscribe(' }, 'cannot be read'],
  ])('says that it does not run here with %s', async (_, config, namespace, message) => {
    await expect(startTestEventApi({ resources: eventApi(config, namespace) })).rejects.toThrow(message);
  });
});
