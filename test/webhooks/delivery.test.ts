import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { DeliveryMessage } from '../../shared/application/webhooks/ports.ts';
import { newName } from '../contracts/commits.ts';
import { webhookKit } from './kit.ts';
import { NOON } from './world.ts';

const kit = webhookKit();
const { entries, event, start, subscribe } = kit;

describe('an event', () => {
  test('reaches each endpoint whose filter takes it, verified by the public library', async () => {
    const [one, two, other] = [await start(), await start(), await start()];
    const { secret } = await subscribe(one.url);
    await subscribe(two.url, { 'detail-type': ['match.finished'] });
    await subscribe(other.url, { 'detail-type': ['match.started'] });
    const sent = event();
    expect(await kit.world.fanOut(sent)).toEqual({ status: 'succeeded' });
    expect(await kit.world.deliverDue()).toEqual(['delivered', 'delivered']);
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
    await Promise.all(Array.from({ length: 5 }, () => kit.world.fanOut(sent)));
    await kit.world.deliverAll();
    expect((await kit.world.fanOut(sent)).status).toBe('skipped');
    await kit.world.deliverAll();
    expect(received).toHaveLength(1);
    expect(await entries(ref)).toMatchObject([{ status: 'delivered', attempts: [{ status: 200 }], due: null }]);
  });

  test('from before the subscription, or from long ago, is none', async () => {
    const { url, received } = await start();
    const before = event();
    kit.world.pass(1);
    await subscribe(url);
    expect(await kit.world.fanOut(before)).toMatchObject({ status: 'skipped', reason: 'no filter takes it' });
    const old = event();
    kit.world.pass(26 * 86_400);
    expect(await kit.world.fanOut(old)).toMatchObject({ status: 'skipped', reason: 'is too old to be sent' });
    await kit.world.deliverAll();
    expect(received).toEqual([]);
  });

  test('of a tenant without webhooks is told apart, for the audit', async () => {
    expect(await kit.world.fanOut(event())).toEqual({ status: 'skipped', reason: 'the tenant has no webhooks' });
  });

  test('stays in its tenant', async () => {
    const mine = await start();
    await subscribe(mine.url);
    expect((await kit.world.fanOut(event({ tenantId: newName('tenant') }))).status).toBe('skipped');
    await kit.world.deliverAll();
    expect(mine.received).toEqual([]);
  });

  test('whose message was lost when it was new is sent when the event comes again', async () => {
    const { url, received } = await start();
    await subscribe(url);
    const sent = event();
    await kit.world.fanOut(sent);
    kit.world.waiting.splice(0);
    expect((await kit.world.fanOut(sent)).status).toBe('succeeded');
    await kit.world.deliverAll();
    expect(received).toHaveLength(1);
  });
});

describe('a message', () => {
  const message = (over: Partial<DeliveryMessage> = {}): DeliveryMessage => {
    const [first] = kit.world.waiting;
    if (!first) throw new Error('nothing waits');
    return { ...first.message, ...over };
  };

  test('that comes twice, also at the same time, is one request', async () => {
    const { url, received } = await start();
    await subscribe(url);
    await kit.world.fanOut(event());
    for (let i = 0; i < 4; i += 1) await kit.world.queue.send([message()], 0);
    const outcomes = await kit.world.deliverDue();
    await kit.world.deliverAll();
    expect(outcomes.filter(outcome => outcome === 'delivered')).toHaveLength(1);
    expect(received).toHaveLength(1);
  });

  test('of an attempt whose predecessor is not on record waits for it', async () => {
    const { url, received } = await start();
    await subscribe(url);
    await kit.world.fanOut(event());
    const ahead = message({ attempt: 1 });
    const own = kit.world.waiting.splice(0);
    await kit.world.queue.send([ahead], 0);
    expect(await kit.world.deliverDue()).toEqual(['waiting']);
    expect(received).toEqual([]);
    kit.world.waiting.push(...own);
    await kit.world.deliverAll();
    expect(received).toHaveLength(1);
  });

  test('is made again when whoever had it died in the middle', async () => {
    const { url, received } = await start();
    await subscribe(url);
    await kit.world.fanOut(event());
    const { post } = kit.world.delivering;
    const dying = message();
    kit.world.delivering.post = async () => {
      throw new Error('killed');
    };
    await expect(kit.world.deliverDue()).rejects.toThrow('killed');
    kit.world.delivering.post = post;
    kit.world.pass(180);
    await kit.world.queue.send([dying], 0);
    expect(await kit.world.deliverDue()).toEqual(['delivered']);
    expect(received).toHaveLength(1);
  });
});
