import { describe, expect, test } from 'vitest';
import { ping, redeliver } from '../../shared/application/webhooks/deliveries.ts';
import { webhookKit } from './kit.ts';
import { answering } from './receiver.ts';
import { NOON } from './world.ts';

const kit = webhookKit();
const { entries, event, start, subscribe } = kit;

describe('on request', () => {
  test('a ping is sent the way that events go', async () => {
    const { url, received } = await start();
    const ref = await subscribe(url);
    const deliveryId = await ping(kit.world.dependencies, ref, { cause: 'command-1', now: kit.world.now() });
    expect(await kit.world.deliverDue()).toEqual(['delivered']);
    expect(received[0]).toMatchObject({ headers: { 'webhook-id': deliveryId } });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'webhook.ping', timestamp: NOON });
    expect(await entries(ref)).toMatchObject([{ deliveryId, type: 'webhook.ping', eventId: null }]);
  });

  test('a delivery is made once more, under the same id, and again on the schedule', async () => {
    const receiver = await start();
    const ref = await subscribe(receiver.url);
    await kit.world.fanOut(event());
    await kit.world.deliverAll();
    const [{ deliveryId } = { deliveryId: '' }] = await entries(ref);
    receiver.behave(answering(500));
    expect(await redeliver(kit.world.dependencies, { ...ref, deliveryId }, kit.world.now())).toBe(true);
    const outcomes = (await kit.world.deliverAll()).filter(outcome => outcome !== 'waiting');
    expect(outcomes).toEqual([...Array<string>(9).fill('retrying'), 'failed']);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([deliveryId]));
    expect(await redeliver(kit.world.dependencies, { ...ref, deliveryId: 'msg_0' }, kit.world.now())).toBe(false);
  });

  test('the log is shown in pages, the newest first, for 30 days', async () => {
    const { url } = await start();
    const ref = await subscribe(url);
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      ids.unshift(await ping(kit.world.dependencies, ref, { cause: `command-${i}`, now: kit.world.now() }));
      kit.world.pass(1);
    }
    const first = await kit.world.log.list(ref, { limit: 3, now: kit.world.now() });
    const rest = await kit.world.log.list(ref, { limit: 3, before: first.next ?? '', now: kit.world.now() });
    const shown = [...first.deliveries, ...rest.deliveries].map(({ deliveryId }) => deliveryId);
    expect([shown, rest.next]).toEqual([ids, null]);
    kit.world.pass(31 * 86_400);
    expect(await entries(ref)).toEqual([]);
  });
});
