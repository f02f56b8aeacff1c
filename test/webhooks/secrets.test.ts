import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { rotateSecret } from '../../shared/application/webhooks/commands.ts';
import { webhookKit } from './kit.ts';
import type { Receiver } from './receiver.ts';

const kit = webhookKit();
const { contextOf, entries, event, start, subscribe } = kit;

describe('secrets', () => {
  const signaturesOf = (receiver: Receiver): number =>
    String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ').length;

  test('of before a rotation sign for another day', async () => {
    const receiver = await start();
    const { subscriptionId, secret: first } = await subscribe(receiver.url);
    const { secret: second } = await rotateSecret(kit.world.dependencies, contextOf(), subscriptionId);
    expect([first, second]).toEqual(Array(2).fill(expect.stringMatching(/^whsec_[\w+/]{43}=$/)));
    expect(second).not.toBe(first);
    for (const [hours, signatures] of [
      [0, 2],
      [23, 2],
      [2, 1],
    ] as const) {
      kit.world.pass(hours * 3600);
      await kit.world.fanOut(event());
      expect(await kit.world.deliverDue()).toEqual(['delivered']);
      expect(signaturesOf(receiver)).toBe(signatures);
    }
  });

  test('are the same for the same command, and not shown once another has come', async () => {
    const { subscriptionId } = await subscribe('http://127.0.0.1:9/');
    const context = { ...contextOf(), request: 'digest' };
    const one = await rotateSecret(kit.world.dependencies, context, subscriptionId);
    const again = await rotateSecret(kit.world.dependencies, context, subscriptionId);
    expect(again.secret).toBe(one.secret);
    await rotateSecret(kit.world.dependencies, contextOf(), subscriptionId);
    await expect(rotateSecret(kit.world.dependencies, context, subscriptionId)).rejects.toThrow('rotated again');
  });

  test('that are not there send nothing, until they are rotated', async () => {
    const { url, received } = await start();
    const { secret: _, ...ref } = await subscribe(url);
    await kit.world.client.send(
      new DeleteCommand({
        TableName: 'webhooks',
        Key: { p: `${ref.tenantId}#subscription#${ref.subscriptionId}`, s: 'secrets' },
      }),
    );
    await kit.world.fanOut(event());
    expect(await kit.world.deliverDue()).toEqual(['retrying']);
    expect([received.length, (await entries(ref))[0]?.attempts[0]?.error]).toEqual([
      0,
      'the subscription has no secret here: rotate it',
    ]);
    await rotateSecret(kit.world.dependencies, contextOf(), ref.subscriptionId);
    expect(await kit.world.deliverAll()).toEqual(['delivered']);
  });

  test('are in no event, and in the table only sealed', async () => {
    const { secret, ...ref } = await subscribe('http://127.0.0.1:9/');
    const { Items = [] } = await kit.world.client.send(new ScanCommand({ TableName: 'webhooks' }));
    expect(JSON.stringify(Items)).not.toContain(secret.slice(6));
    expect(await kit.world.secrets.good(ref, kit.world.now())).toEqual([secret]);
    // A sealed secret that is put into another subscription's place does not open there.
    const other = await subscribe('http://127.0.0.1:9/');
    const stolen = Items.find(
      ({ p, s }) => p === `${ref.tenantId}#subscription#${ref.subscriptionId}` && s === 'secrets',
    );
    const Item = { ...stolen, p: `${ref.tenantId}#subscription#${other.subscriptionId}` };
    await kit.world.client.send(new PutCommand({ TableName: 'webhooks', Item: { ...Item, s: 'secrets' } }));
    await expect(kit.world.secrets.good(other, kit.world.now())).rejects.toThrow(/sealed/);
  });
});
