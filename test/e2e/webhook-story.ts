import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { organiserOf } from '../../cli/tokens.ts';
import { startReceiver } from '../webhooks/receiver.ts';
import type { TestStack } from './harness.ts';
import { worldOf } from './world.ts';

const TENANT = 'hooks';
const ORGANISER = organiserOf(TENANT, 'olga');

interface Made {
  readonly subscriptionId: string;
  readonly secret: string;
}

/** A receiver on this machine gets what happens, signed, and no pick that is still hidden. */
export const webhookStory = (open: () => TestStack): void => {
  it('reaches an endpoint that is subscribed to it', async () => {
    const receiver = await startReceiver();
    try {
      open().setClock('2031-03-01T12:00:00.000Z');
      const pattern = { 'detail-type': ['match.scheduled', 'prediction.created'] };
      const { subscriptionId, secret } = await open().api.post<Made>(ORGANISER, '/v1/subscriptions', {
        ...{ url: receiver.url, pattern },
      });
      const world = worldOf(open(), TENANT);
      await world.schedule('m', '2031-03-01T15:00:00.000Z');
      await world.predict('ann', 'm', 2, 1, 0.9);
      await open().settled();
      const received = receiver.received.toSorted((a, b) => a.body.localeCompare(b.body));
      expect(received.map(({ body }) => JSON.parse(body))).toMatchObject([
        { id: 'match-m:1', type: 'match.scheduled', tenantId: TENANT },
        { id: 'prediction-m.ann:1', type: 'prediction.created', data: { matchId: 'm', playerId: 'ann' } },
      ]);
      expect(received[1]?.body).not.toMatch(/predicted|confidence/);
      for (const { headers, body } of received) {
        const at = new Date(Number(headers['webhook-timestamp']) * 1000);
        expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(String(headers['webhook-id']), at, body));
      }
      const { items } = await open().api.get<{ items: readonly unknown[] }>(
        ORGANISER,
        `/v1/subscriptions/${subscriptionId}/deliveries`,
      );
      expect(items).toMatchObject(Array(2).fill({ status: 'delivered', attempts: [{ status: 200 }] }));
      expect(await open().outcomes(TENANT)).toEqual(
        expect.arrayContaining([
          'match-m:1 fan-out-webhooks: succeeded',
          'prediction-m.ann:1 fan-out-webhooks: succeeded',
        ]),
      );
      await open().api.post(ORGANISER, `/v1/subscriptions/${subscriptionId}/disable`);
      await open().settled();
    } finally {
      await receiver.close();
    }
  });
};
