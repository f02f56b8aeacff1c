import * as z from 'zod';
import type { Dependencies } from '../../application/execution.ts';
import { type DeliveryDependencies, ping, redeliver } from '../../application/webhooks/deliveries.ts';
import { DELIVERY_ID } from '../../application/webhooks/delivery-id.ts';
import type { SubscriptionRef } from '../../application/webhooks/ports.ts';
import { type Operation, operation } from './http-handler.ts';
import { notFound } from './ids.ts';
import { emptyBody, nothing, withoutBody } from './nothing.ts';
import { wholeNumber } from './paging.ts';
import { RequestError } from './problem.ts';
import { acceptedView, deliveriesView, showDelivery } from './subscription-schemas.ts';
import { knownSubscription, subscriptionRef } from './subscriptions.ts';

const deliveriesQuery = z.strictObject({
  limit: wholeNumber(100, 50),
  cursor: z.string().regex(DELIVERY_ID, 'is none of ours').optional(),
});

/** What operations of deliveries need. */
export type DeliveryOperationDependencies = DeliveryDependencies & Pick<Dependencies, 'store'>;

const requireActive = async (dependencies: DeliveryOperationDependencies, ref: SubscriptionRef): Promise<void> => {
  const { status } = await knownSubscription(dependencies, ref);
  if (status !== 'active') throw new RequestError(409, 'wrong-status', 'the subscription is disabled');
};

const listDeliveries = (dependencies: DeliveryOperationDependencies): Operation =>
  operation({
    summary: 'What was sent in the last 30 days, the newest first, with every attempt',
    body: withoutBody,
    query: deliveriesQuery,
    answers: { 200: deliveriesView },
    handle: async ({ principal, context: { now }, param, query: { limit, cursor } }) => {
      const ref = subscriptionRef(principal, param('subscriptionId'));
      await knownSubscription(dependencies, ref);
      const { deliveries, next } = await dependencies.log.list(ref, { limit, before: cursor, now });
      return { status: 200, body: { items: deliveries.map(showDelivery), next } };
    },
  });

/** What is sent to a subscription, and sending on request. */
export const deliveryOperations = (dependencies: DeliveryOperationDependencies) => ({
  'GET /v1/subscriptions/{subscriptionId}/deliveries': listDeliveries(dependencies),
  'POST /v1/subscriptions/{subscriptionId}/ping': operation({
    summary: 'Sends a `webhook.ping`; the log of deliveries says what became of it',
    body: emptyBody,
    query: nothing,
    answers: { 202: acceptedView },
    handle: async ({ principal, context: { commitId: cause, now }, param }) => {
      const ref = subscriptionRef(principal, param('subscriptionId'));
      await requireActive(dependencies, ref);
      return { status: 202, body: { deliveryId: await ping(dependencies, ref, { cause, now }) } };
    },
  }),
  'POST /v1/subscriptions/{subscriptionId}/deliveries/{deliveryId}/redeliver': operation({
    id: 'redeliver',
    summary: 'Sends once more what was sent, under the same webhook-id',
    body: emptyBody,
    query: nothing,
    answers: { 202: acceptedView },
    handle: async ({ principal, context: { now }, param }) => {
      const ref = subscriptionRef(principal, param('subscriptionId'));
      await requireActive(dependencies, ref);
      const deliveryId = param('deliveryId');
      const known = DELIVERY_ID.test(deliveryId) && (await redeliver(dependencies, { ...ref, deliveryId }, now));
      if (!known) throw notFound('delivery');
      return { status: 202, body: { deliveryId } };
    },
  }),
});
