import '../lambda/environment.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import webhooks from '../../functions/webhooks/routes.ts';
import { checkUrl, reachOf } from '../../shared/gateways/webhooks/destination.ts';
import { deliveryOperations } from '../../shared/lambda/http/deliveries.ts';
import { subscriptionOperations } from '../../shared/lambda/http/subscriptions.ts';
import { atInstant } from '../lambda/at-instant.ts';
import { requestEvent, send, type TestAnswer, type TestRequest } from '../lambda/http.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { NOON, type WebhookWorld, webhookWorld } from './world.ts';

const SUBSCRIPTION = '/v1/subscriptions/{subscriptionId}';

let dynamodb: TestDynamoDB;
let receiver: Receiver;
let world: WebhookWorld;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable('webhooks');
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver?.close();
  await dynamodb?.close();
});
let tenant = 0;
/** An organiser of a tenant that each test has for itself, and of another. */
const [ada, eve] = [() => `tenant-${tenant}/ada/organiser`, () => `other-${tenant}/eve/organiser`];
atInstant(new Date(NOON));
beforeEach(() => {
  world = webhookWorld(dynamodb, 'webhooks');
  tenant += 1;
});

const operations = () => ({
  ...subscriptionOperations({ ...world.dependencies, checkUrl: checkUrl(reachOf('allowed')) }),
  ...deliveryOperations(world.dependencies),
});
const ask = (route: string, request: TestRequest = {}): Promise<TestAnswer> =>
  send(operations(), requestEvent(route, { as: ada(), ...request }));

const endpoint = () => ({ url: receiver.url, pattern: { 'detail-type': [{ prefix: 'match.' }] } });
const subscribe = async (request: TestRequest = {}): Promise<{ subscriptionId: string; secret: string }> => {
  const { status, body } = await ask('POST /v1/subscriptions', { json: endpoint(), ...request });
  expect(status).toBe(201);
  return body as { subscriptionId: string; secret: string };
};

describe('a subscription', () => {
  test('is made, shown, changed, disabled, enabled and deleted; its secret is shown once', async () => {
    const made = await ask('POST /v1/subscriptions', { json: { ...endpoint(), description: 'Scores' } });
    expect(made).toMatchObject({
      status: 201,
      headers: { 'cache-control': 'no-store' },
      body: { secret: expect.stringMatching(/^whsec_/), version: 1 },
    });
    const { subscriptionId = '', secret = '' } = made.body as Record<string, string>;
    const params = { subscriptionId };
    const json = { url: receiver.url, pattern: { source: ['matchday'] } };
    const steps = [
      await ask(`PUT ${SUBSCRIPTION}`, { params, json }),
      await ask(`POST ${SUBSCRIPTION}/disable`, { params }),
      await ask(`GET ${SUBSCRIPTION}`, { params }),
      await ask(`POST ${SUBSCRIPTION}/enable`, { params }),
      await ask('GET /v1/subscriptions'),
      await ask(`DELETE ${SUBSCRIPTION}`, { params }),
      await ask(`GET ${SUBSCRIPTION}`, { params }),
      await ask('GET /v1/subscriptions'),
      await ask(`POST ${SUBSCRIPTION}/enable`, { params }),
    ];
    expect(steps.map(({ status, body }) => [status, body.version ?? body.status ?? body.items])).toMatchObject([
      [200, 2],
      [200, 3],
      [200, 3],
      [200, 4],
      [200, [{ subscriptionId, ...json, description: null, status: 'active', version: 4 }]],
      [200, 5],
      [404, 404],
      [200, []],
      [404, 404],
    ]);
    expect(steps[2]?.body).toMatchObject({ status: 'disabled', disabledBecause: 'requested' });
    expect(JSON.stringify(steps)).not.toContain(secret);
  });

  test('is the same, with its secret, when the request comes again; another request under its key is refused', async () => {
    const headers = { 'idempotency-key': `make-${tenant}` };
    const first = await subscribe({ headers });
    expect(await subscribe({ headers })).toEqual(first);
    const other = { ...endpoint(), description: 'other' };
    expect(await ask('POST /v1/subscriptions', { headers, json: other })).toMatchObject({ status: 422 });
    expect((await ask('GET /v1/subscriptions')).body.items).toHaveLength(1);
  });

  test('gets a new secret, the same for the same request', async () => {
    const { subscriptionId, secret } = await subscribe();
    const request = { params: { subscriptionId }, headers: { 'idempotency-key': 'rotate' } };
    const answers = [
      await ask(`POST ${SUBSCRIPTION}/rotate-secret`, request),
      await ask(`POST ${SUBSCRIPTION}/rotate-secret`, request),
      await ask(`POST ${SUBSCRIPTION}/rotate-secret`, { params: { subscriptionId } }),
    ];
    const [one, again, next] = answers.map(({ body }) => body.secret);
    expect([again, new Set([secret, one, next]).size]).toEqual([one, 3]);
    expect(await ask(`POST ${SUBSCRIPTION}/rotate-secret`, request)).toMatchObject({
      status: 409,
      body: { title: 'secret-superseded' },
    });
  });

  test.each([
    ['an address inside', { url: 'https://169.254.169.254/' }, '/body/url'],
    ['http to others', { url: 'http://93.184.216.34:8080/' }, '/body/url'],
    ['no URL', { url: 'hooks' }, '/body/url'],
    [
      'a pattern that is none',
      { pattern: { detail: { data: [{ sounds: 'like' }] } } },
      '/body/pattern/detail/data/0/sounds',
    ],
    ['an empty pattern', { pattern: {} }, '/body/pattern'],
    ['no pattern', { pattern: undefined }, '/body/pattern'],
    ['something else', { secret: 'mine' }, '/body/secret'],
  ])('with %s is refused by its path', async (_, over, path) => {
    const answer = await ask('POST /v1/subscriptions', { json: { ...endpoint(), ...over } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect((await ask('GET /v1/subscriptions')).body.items).toEqual([]);
  });

  test('is for organisers and producers, and a tenant has twenty at most', async () => {
    expect(await ask('GET /v1/subscriptions', { as: `tenant-${tenant}/bob` })).toMatchObject({ status: 403 });
    const state = { status: 'active', since: NOON, disabledBecause: null, ...endpoint(), description: null } as const;
    for (let n = 0; n < 20; n += 1)
      await world.directory.keep(`tenant-${tenant}`, { ...state, subscriptionId: `sub-${n}` }, 1);
    expect(await ask('POST /v1/subscriptions', { json: endpoint() })).toMatchObject({
      status: 409,
      body: { title: 'too-many-subscriptions' },
    });
  });
});

describe('deliveries', () => {
  test('are asked for, shown with their attempts in pages, and made again', async () => {
    const { subscriptionId } = await subscribe();
    const params = { subscriptionId };
    const pinged = await ask(`POST ${SUBSCRIPTION}/ping`, { params });
    const { deliveryId } = pinged.body as { deliveryId: string };
    expect([pinged.status, await world.deliverDue()]).toEqual([202, ['delivered']]);
    const route = `POST ${SUBSCRIPTION}/deliveries/{deliveryId}/redeliver`;
    expect(await ask(route, { params: { ...params, deliveryId } })).toMatchObject({
      status: 202,
      body: { deliveryId },
    });
    expect(await world.deliverDue()).toEqual(['delivered']);
    vi.setSystemTime(Date.parse(NOON) + 1000);
    const { deliveryId: second } = (await ask(`POST ${SUBSCRIPTION}/ping`, { params })).body;
    const list = (query: Record<string, string>) => ask(`GET ${SUBSCRIPTION}/deliveries`, { params, query });
    const page = await list({ limit: '1' });
    expect(page.body).toMatchObject({ items: [{ deliveryId: second, status: 'pending', attempts: [] }], next: second });
    expect((await list({ cursor: String(second) })).body).toMatchObject({
      items: [{ deliveryId, type: 'webhook.ping', status: 'delivered', attempts: [{ status: 200 }, { status: 200 }] }],
      next: null,
    });
    expect(await list({ cursor: 'mine' })).toMatchObject({ status: 400 });
    expect(await ask(route, { params: { ...params, deliveryId: 'msg_1' } })).toMatchObject({ status: 404 });
    await ask(`POST ${SUBSCRIPTION}/disable`, { params });
    expect(await ask(`POST ${SUBSCRIPTION}/ping`, { params })).toMatchObject({ status: 409 });
    expect(await ask(route, { params: { ...params, deliveryId } })).toMatchObject({ status: 409 });
  });
});

test('nothing of a subscription is there for another tenant', async () => {
  const { subscriptionId } = await subscribe();
  const { deliveryId } = (await ask(`POST ${SUBSCRIPTION}/ping`, { params: { subscriptionId } })).body;
  const params = { subscriptionId, deliveryId: String(deliveryId) };
  const routes = Object.keys(webhooks.routes).filter(route => route.includes('{'));
  const others = Object.keys(webhooks.routes).filter(route => !routes.includes(route));
  expect(others.sort()).toEqual(['GET /v1/subscriptions', 'POST /v1/subscriptions']);
  expect(routes).toHaveLength(9);
  for (const route of routes) {
    const answer = await ask(route, { as: eve(), params, ...(route.startsWith('PUT') && { json: endpoint() }) });
    expect([route, answer.status]).toEqual([route, 404]);
  }
  expect((await ask('GET /v1/subscriptions', { as: eve() })).body.items).toEqual([]);
  expect((await ask(`GET ${SUBSCRIPTION}`, { params })).body).toMatchObject({ status: 'active', version: 1 });
});
