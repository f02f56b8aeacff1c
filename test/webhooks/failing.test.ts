import { describe, expect, test } from 'vitest';
import { commandSubscription } from '../../shared/application/webhooks/commands.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { webhookKit } from './kit.ts';
import { answering, silent } from './receiver.ts';
import { NOON } from './world.ts';

const kit = webhookKit();
const { contextOf, entries, event, start, statusOf, subscribe } = kit;

describe('an attempt that fails', () => {
  test('is made again on the schedule under the same id, until the tenth is the last', async () => {
    const { url, received } = await start(answering(500));
    const ref = await subscribe(url);
    await kit.world.fanOut(event());
    const outcomes = await kit.world.deliverAll();
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
    await kit.world.fanOut(event());
    expect(await kit.world.deliverDue()).toEqual(['retrying']);
    receiver.behave(answering(204));
    kit.world.pass(5);
    expect(await kit.world.deliverDue()).toEqual(['delivered']);
    expect(await entries(ref)).toMatchObject([{ status: 'delivered', attempts: [{ status: 503 }, { status: 204 }] }]);
  });

  test('waits as long as the endpoint asks, and so does everything else for it', async () => {
    const receiver = await start(answering(429, { 'retry-after': '120' }));
    await subscribe(receiver.url);
    await kit.world.fanOut(event());
    expect(await kit.world.deliverDue()).toEqual(['retrying']);
    await kit.world.fanOut(event());
    receiver.behave(answering(200));
    kit.world.pass(119);
    expect(await kit.world.deliverDue()).toEqual(['waiting']);
    expect(receiver.received).toHaveLength(1);
    await kit.world.deliverAll();
    expect(receiver.received).toHaveLength(3);
  });

  test('with 410 disables the subscription, and what was waiting is given up', async () => {
    const receiver = await start(answering(500));
    const ref = await subscribe(receiver.url);
    await kit.world.fanOut(event());
    await kit.world.deliverDue();
    receiver.behave(answering(410));
    await kit.world.fanOut(event());
    expect(await kit.world.deliverDue()).toEqual(['failed']);
    expect(await statusOf(ref)).toEqual(['disabled', 'gone']);
    expect(await kit.world.deliverAll()).toContain('given up');
    expect(receiver.received).toHaveLength(2);
    expect((await entries(ref)).map(({ status }) => status)).toEqual(['failed', 'failed']);
    kit.world.pass(10);
    expect(await kit.world.fanOut(event())).toMatchObject({ reason: 'the tenant has no webhooks' });
  });

  test('is no reason to follow a redirect', async () => {
    const inside = await start();
    const { url } = await start(answering(302, { location: inside.url }));
    const ref = await subscribe(url);
    await kit.world.fanOut(event());
    expect(await kit.world.deliverDue()).toEqual(['retrying']);
    expect(inside.received).toEqual([]);
    expect((await entries(ref))[0]?.attempts[0]?.error).toBe('answered 302: redirects are not followed');
  });

  test('for five days, with no success between, disables the subscription', async () => {
    const receiver = await start(answering(500));
    const ref = await subscribe(receiver.url);
    for (let day = 0; day < 5; day += 1) {
      await kit.world.fanOut(event());
      await kit.world.deliverDue();
      expect(await statusOf(ref)).toEqual(['active', null]);
      kit.world.pass(86_400);
    }
    kit.world.waiting.splice(0);
    kit.world.pass(60);
    await kit.world.fanOut(event());
    await kit.world.deliverDue();
    expect(await statusOf(ref)).toEqual(['disabled', 'failing']);
    // Enabled, it has five days again.
    await commandSubscription(kit.world.dependencies, contextOf(), ref.subscriptionId, {
      type: 'enable',
      now: kit.world.now(),
    });
    kit.world.pass(1);
    await kit.world.fanOut(event());
    expect(await kit.world.deliverDue()).toContain('retrying');
    expect(await statusOf(ref)).toEqual(['active', null]);
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
    for (let i = 0; i < 10; i += 1) await kit.world.fanOut(named('Slow'));
    for (let i = 0; i < 3; i += 1) await kit.world.fanOut(named('Quick'));
    const outcomes = await kit.world.deliverDue();
    expect(outcomes.filter(outcome => outcome === 'delivered')).toHaveLength(3);
    expect(slow.mostOpen()).toBeLessThanOrEqual(4);
    expect(slow.received.length).toBeLessThanOrEqual(4);
    // It rests: what else is for it waits, without a request.
    const before = slow.received.length;
    kit.world.pass(3);
    await kit.world.deliverDue();
    expect(slow.received).toHaveLength(before);
    await kit.world.fanOut(named('Quick'));
    expect(await kit.world.deliverDue()).toContain('delivered');
    expect(quick.received).toHaveLength(4);
  });
});
