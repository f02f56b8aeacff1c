import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSubscription, rotateSecret } from '../../shared/application/webhooks/commands.ts';
import { ping, redeliver } from '../../shared/application/webhooks/deliveries.ts';
import type { DeliveryMessage, SubscriptionRef } from '../../shared/application/webhooks/ports.ts';
import type { Pattern } from '../../shared/domain/subscription.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { newName } from '../contracts/commits.ts';
import { after90, finished } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { answering, type Behaviour, type Receiver, silent, startReceiver } from './receiver.ts';
import { NOON, type WebhookWorld, webhookWorld } from './world.ts';

let dynamodb: TestDynamoDB;
let world: WebhookWorld;
const open: Receiver[] = [];
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable('webhooks');
});
afterAll(() => dynamodb?.close());
let tenantId: string;
beforeEach(() => {
  world = webhookWorld(dynamodb, 'webhooks');
  tenantId = newName('tenant');
});
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});

const start = async (behaviour?: Behaviour): Promise<Receiver> => {
  const receiver = await startReceiver(behaviour);
  open.push(receiver);
  return receiver;
};

const contextOf = (commitId = newName('command')) => ({
  ...{ tenantId, commitId, correlationId: commitId, causationId: commitId, actor: 'ada', now: world.now() },
  ...{ hops: 0, priority: 'normal' as const },
});

const ANY: Pattern = { source: ['matchday'] };
const subscribe = async (url: string, pattern = ANY) => {
  const { subscriptionId, secret } = await createSubscription(world.dependencies, contextOf(), {
    ...{ url, pattern, description: null },
  });
  return { tenantId, subscriptionId, secret };
};

let matches = 0;
const event = (over: Partial<Envelope> = {}): Envelope => {
  matches += 1;
  return { ...envelop(`match-${matches}`, 1, finished(after90('2-1')), world.now()), tenantId, ...over } as Envelope;
};

const entries = async (ref: SubscriptionRef) => {
  const { deliveries } = await world.log.list(ref, { limit: 100, now: world.now() });
  return deliveries;
};
const statusOf = async (ref: SubscriptionRef) => {
  const found = await world.directory.find(ref);
  return found && [found.status, found.disabledBecause];
};

describe('an event', () => {
  test('reaches each endpoint whose filter takes it, verified by the public library', async () => {
    const [one, two, other] = [await start(), await start(), await start()];
    const { secret } = await subscribe(one.url);
    await subscribe(two.url, { 'detail-type': ['match.finished'] });
    await subscribe(other.url, { 'detail-type': ['match.started'] });
    const sent = event();
    expect(await world.fanOut(sent)).toEqual({ status: 'succeeded' });
    expect(await world.deliverDue()).toEqual(['delivered', 'delivered']);
    expect([one, two, other].map(({ received }) => received.length)).toEqual([1, 1, 0]);
    const [{ headers, body } = { headers: {}, body: '' }] = one.received;
    // The library holds the timestamp against the wall clock.
    const { seconds } = { seconds: Math.floor(Date.parse(NOON) / 1000) };
    expect(headers['webhook-timestamp']).toBe(String(seconds));
    const signed = new Webhook(secret).sign(String(headers['webhook-id']), new Date(seconds * 1000), body);
    expect(headers['webhook-signature']).toBe(signed);
    expect(JSON.parse(body)).toMatchObject({ id: sent.id, type: 'match.finished', timestamp: sent.occurredAt });
  });

  test('that comes again, and again at the same time, is one webhook', async () => {
    const { url, received } = await start();
    const ref = await subscribe(url);
    const sent = event();
    await Promise.all(Array.from({ length: 5 }, () => world.fanOut(sent)));
    await world.deliverAll();
    expect((await world.fanOut(sent)).status).toBe('skipped');
    await world.deliverAll();
    expect(received).toHaveLength(1);
    expect(await entries(ref)).toMatchObject([{ status: 'delivered', attempts: [{ status: 200 }], due: null }]);
  });

  test('from before the subscription, or from long ago, is none', async () => {
    const { url, received } = await start();
    const before = event();
    world.pass(1);
    await subscribe(url);
    expect(await world.fanOut(before)).toMatchObject({ status: 'skipped', reason: 'no filter takes it' });
    const old = event();
    world.pass(26 * 86_400);
    expect(await world.fanOut(old)).toMatchObject({ status: 'skipped', reason: 'is too old to be sent' });
    await world.deliverAll();
    expect(received).toEqual([]);
  });

  test('of a tenant without webhooks is told apart, for the audit', async () => {
    expect(await world.fanOut(event())).toEqual({ status: 'skipped', reason: 'the tenant has no webhooks' });
  });

  test('stays in its tenant', async () => {
    const mine = await start();
    await subscribe(mine.url);
    expect((await world.fanOut(event({ tenantId: newName('tenant') }))).status).toBe('skipped');
    await world.deliverAll();
    expect(mine.received).toEqual([]);
  });

  test('whose message was lost when it was new is sent when the event comes again', async () => {
    const { url, received } = await start();
    await subscribe(url);
    const sent = event();
    await world.fanOut(sent);
    world.waiting.splice(0);
    expect((await world.fanOut(sent)).status).toBe('succeeded');
    await world.deliverAll();
    expect(received).toHaveLength(1);
  });
});

describe('an attempt that fails', () => {
  test('is made again on the schedule under the same id, until the tenth is the last', async () => {
    const { url, received } = await start(answering(500));
    const ref = await subscribe(url);
    await world.fanOut(event());
    const outcomes = await world.deliverAll();
    expect(outcomes.filter(outcome => outcome !== 'waiting')).toEqual([...Array<string>(9).fill('retrying'), 'failed']);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(received).toHaveLength(10);
    const [entry] = await entries(ref);
    expect(entry).toMatchObject({ status: 'failed', due: null, attempts: Array(10).fill({ status: 500 }) });
    const at = entry?.attempts.map(attempt => (Date.parse(attempt.at) - Date.parse(NOON)) / 1000) ?? [];
    expect(at.slice(0, 4)).toEqual([0, 5, 305, 2105]);
    expect((at.at(-1) ?? 0) / 86_400).toBeCloseTo(3.15, 1);
  });

  test('and then succeeds is delivered', async () => {
    const receiver = await start(answering(503));
    const ref = await subscribe(receiver.url);
    await world.fanOut(event());
    expect(await world.deliverDue()).toEqual(['retrying']);
    receiver.behave(answering(204));
    world.pass(5);
    expect(await world.deliverDue()).toEqual(['delivered']);
    expect(await entries(ref)).toMatchObject([{ status: 'delivered', attempts: [{ status: 503 }, { status: 204 }] }]);
  });

  test('waits as long as the endpoint asks, and so does everything else for it', async () => {
    const receiver = await start(answering(429, { 'retry-after': '120' }));
    await subscribe(receiver.url);
    await world.fanOut(event());
    expect(await world.deliverDue()).toEqual(['retrying']);
    await world.fanOut(event());
    receiver.behave(answering(200));
    world.pass(119);
    expect(await world.deliverDue()).toEqual(['waiting']);
    expect(receiver.received).toHaveLength(1);
    await world.deliverAll();
    expect(receiver.received).toHaveLength(3);
  });

  test('with 410 disables the subscription, and what was waiting is given up', async () => {
    const receiver = await start(answering(500));
    const ref = await subscribe(receiver.url);
    await world.fanOut(event());
    await world.deliverDue();
    receiver.behave(answering(410));
    await world.fanOut(event());
    expect(await world.deliverDue()).toEqual(['failed']);
    expect(await statusOf(ref)).toEqual(['disabled', 'gone']);
    expect(await world.deliverAll()).toContain('given up');
    expect(receiver.received).toHaveLength(2);
    expect((await entries(ref)).map(({ status }) => status)).toEqual(['failed', 'failed']);
    world.pass(10);
    expect(await world.fanOut(event())).toMatchObject({ reason: 'the tenant has no webhooks' });
  });

  test('is no reason to follow a redirect', async () => {
    const inside = await start();
    const { url } = await start(answering(302, { location: inside.url }));
    const ref = await subscribe(url);
    await world.fanOut(event());
    expect(await world.deliverDue()).toEqual(['retrying']);
    expect(inside.received).toEqual([]);
    expect((await entries(ref))[0]?.attempts[0]?.error).toBe('answered 302: redirects are not followed');
  });

  test('for five days, with no success between, disables the subscription', async () => {
    const receiver = await start(answering(500));
    const ref = await subscribe(receiver.url);
    for (let day = 0; day < 5; day += 1) {
      await world.fanOut(event());
      await world.deliverDue();
      expect(await statusOf(ref)).toEqual(['active', null]);
      world.pass(86_400);
    }
    world.waiting.splice(0);
    world.pass(60);
    await world.fanOut(event());
    await world.deliverDue();
    expect(await statusOf(ref)).toEqual(['disabled', 'failing']);
  });
});

describe('an endpoint that is slow', () => {
  test('has four requests at once, is left alone after it did not answer, and delays no other', async () => {
    const [slow, quick] = [await start(silent), await start()];
    const pattern = { detail: { data: { home: ['Slow'] } } };
    await subscribe(slow.url, pattern);
    await subscribe(quick.url, { detail: { data: { home: [{ 'anything-but': 'Slow' }] } } });
    const named = (home: string): Envelope => {
      const one = event();
      return { ...one, data: { ...one.data, home } } as Envelope;
    };
    for (let i = 0; i < 10; i += 1) await world.fanOut(named('Slow'));
    for (let i = 0; i < 3; i += 1) await world.fanOut(named('Quick'));
    const outcomes = await world.deliverDue();
    expect(outcomes.filter(outcome => outcome === 'delivered')).toHaveLength(3);
    expect(slow.mostOpen()).toBeLessThanOrEqual(4);
    expect(slow.received.length).toBeLessThanOrEqual(4);
    // It rests: what else is for it waits, without a request.
    const before = slow.received.length;
    world.pass(3);
    await world.deliverDue();
    expect(slow.received).toHaveLength(before);
    await world.fanOut(named('Quick'));
    expect(await world.deliverDue()).toContain('delivered');
    expect(quick.received).toHaveLength(4);
  });
});

describe('a message', () => {
  const message = (over: Partial<DeliveryMessage> = {}): DeliveryMessage => {
    const [first] = world.waiting;
    if (!first) throw new Error('nothing waits');
    return { ...first.message, ...over };
  };

  test('that comes twice, also at the same time, is one request', async () => {
    const { url, received } = await start();
    await subscribe(url);
    await world.fanOut(event());
    for (let i = 0; i < 4; i += 1) await world.queue.send([message()], 0);
    const outcomes = await world.deliverDue();
    await world.deliverAll();
    expect(outcomes.filter(outcome => outcome === 'delivered')).toHaveLength(1);
    expect(received).toHaveLength(1);
  });

  test('of an attempt whose predecessor is not on record waits for it', async () => {
    const { url, received } = await start();
    await subscribe(url);
    await world.fanOut(event());
    const ahead = message({ attempt: 1 });
    const own = world.waiting.splice(0);
    await world.queue.send([ahead], 0);
    expect(await world.deliverDue()).toEqual(['waiting']);
    expect(received).toEqual([]);
    world.waiting.push(...own);
    await world.deliverAll();
    expect(received).toHaveLength(1);
  });

  test('is made again when whoever had it died in the middle', async () => {
    const { url, received } = await start();
    await subscribe(url);
    await world.fanOut(event());
    const { post } = world.delivering;
    const dying = message();
    world.delivering.post = async () => {
      throw new Error('killed');
    };
    await expect(world.deliverDue()).rejects.toThrow('killed');
    world.delivering.post = post;
    world.pass(180);
    await world.queue.send([dying], 0);
    expect(await world.deliverDue()).toEqual(['delivered']);
    expect(received).toHaveLength(1);
  });
});

describe('on request', () => {
  test('a ping is sent the way that events go', async () => {
    const { url, received } = await start();
    const ref = await subscribe(url);
    const deliveryId = await ping(world.dependencies, ref, { cause: 'command-1', now: world.now() });
    expect(await world.deliverDue()).toEqual(['delivered']);
    expect(received[0]).toMatchObject({ headers: { 'webhook-id': deliveryId } });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'webhook.ping', timestamp: NOON });
    expect(await entries(ref)).toMatchObject([{ deliveryId, type: 'webhook.ping', eventId: null }]);
  });

  test('a delivery is made once more, under the same id, and again on the schedule', async () => {
    const receiver = await start();
    const ref = await subscribe(receiver.url);
    await world.fanOut(event());
    await world.deliverAll();
    const [{ deliveryId } = { deliveryId: '' }] = await entries(ref);
    receiver.behave(answering(500));
    expect(await redeliver(world.dependencies, { ...ref, deliveryId }, world.now())).toBe(true);
    const outcomes = (await world.deliverAll()).filter(outcome => outcome !== 'waiting');
    expect(outcomes).toEqual([...Array<string>(9).fill('retrying'), 'failed']);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([deliveryId]));
    expect(await redeliver(world.dependencies, { ...ref, deliveryId: 'msg_0' }, world.now())).toBe(false);
  });

  test('the log is shown in pages, the newest first, for 30 days', async () => {
    const { url } = await start();
    const ref = await subscribe(url);
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      ids.unshift(await ping(world.dependencies, ref, { cause: `command-${i}`, now: world.now() }));
      world.pass(1);
    }
    const first = await world.log.list(ref, { limit: 3, now: world.now() });
    const rest = await world.log.list(ref, { limit: 3, before: first.next ?? '', now: world.now() });
    const shown = [...first.deliveries, ...rest.deliveries].map(({ deliveryId }) => deliveryId);
    expect([shown, rest.next]).toEqual([ids, null]);
    world.pass(31 * 86_400);
    expect(await entries(ref)).toEqual([]);
  });
});

describe('secrets', () => {
  const signaturesOf = (receiver: Receiver): number =>
    String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ').length;

  test('of before a rotation sign for another day', async () => {
    const receiver = await start();
    const { subscriptionId, secret: first } = await subscribe(receiver.url);
    const { secret: second } = await rotateSecret(world.dependencies, contextOf(), subscriptionId);
    expect([first, second]).toEqual(Array(2).fill(expect.stringMatching(/^whsec_[\w+/]{43}=$/)));
    expect(second).not.toBe(first);
    for (const [hours, signatures] of [
      [0, 2],
      [23, 2],
      [2, 1],
    ] as const) {
      world.pass(hours * 3600);
      await world.fanOut(event());
      expect(await world.deliverDue()).toEqual(['delivered']);
      expect(signaturesOf(receiver)).toBe(signatures);
    }
  });

  test('are the same for the same command, and not shown once another has come', async () => {
    const { subscriptionId } = await subscribe('http://127.0.0.1:9/');
    const context = { ...contextOf(), request: 'digest' };
    const one = await rotateSecret(world.dependencies, context, subscriptionId);
    const again = await rotateSecret(world.dependencies, context, subscriptionId);
    expect(again.secret).toBe(one.secret);
    await rotateSecret(world.dependencies, contextOf(), subscriptionId);
    await expect(rotateSecret(world.dependencies, context, subscriptionId)).rejects.toThrow('rotated again');
  });

  test('are in no event, and in the table only sealed', async () => {
    const { secret, ...ref } = await subscribe('http://127.0.0.1:9/');
    const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
    const { Items = [] } = await world.client.send(new ScanCommand({ TableName: 'webhooks' }));
    expect(JSON.stringify(Items)).not.toContain(secret.slice(6));
    expect(await world.secrets.good(ref, world.now())).toEqual([secret]);
    // A sealed secret that is put into another subscription's place does not open there.
    const other = await subscribe('http://127.0.0.1:9/');
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const stolen = Items.find(({ p, s }) => p === `${tenantId}#subscription#${ref.subscriptionId}` && s === 'secrets');
    const Item = { ...stolen, p: `${tenantId}#subscription#${other.subscriptionId}` };
    await world.client.send(new PutCommand({ TableName: 'webhooks', Item: { ...Item, s: 'secrets' } }));
    await expect(world.secrets.good(other, world.now())).rejects.toThrow(/sealed/);
  });
});
