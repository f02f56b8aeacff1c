import { deliveryId } from './delivery-id.ts';
import { firstMessage } from './fan-out.ts';
import type { DeliveryLog, DeliveryQueue, DeliveryRef, SubscriptionRef } from './ports.ts';

/** What deliveries are asked for with. */
export interface DeliveryDependencies {
  readonly log: DeliveryLog;
  readonly queue: DeliveryQueue;
  readonly sha256: (text: string) => string;
}

const PING = 'webhook.ping';

/**
 * Sends something at once, on the way that events go.
 *
 * @param cause what asks for it: the same cause at the same time makes one delivery
 * @returns the id of the delivery, under which the log says what became of it
 */
export const ping = async (
  { log, queue, sha256 }: DeliveryDependencies,
  { tenantId, subscriptionId }: SubscriptionRef,
  { cause, now }: { readonly cause: string; readonly now: string },
): Promise<string> => {
  const delivery = {
    ...{ tenantId, subscriptionId },
    deliveryId: deliveryId(sha256, { subscriptionId, cause, at: now }),
    type: PING,
    eventId: null,
    body: JSON.stringify({ type: PING, timestamp: now, data: { subscriptionId } }),
    createdAt: now,
  };
  if ((await log.put(delivery)) !== 'begun') await queue.send([firstMessage(delivery)], 0);
  return delivery.deliveryId;
};

/**
 * Delivers once more what is in the log, under the same id: now, and then as often as the first time.
 *
 * @returns false when it is not in the log
 */
export const redeliver = async (
  { log, queue }: DeliveryDependencies,
  { tenantId, subscriptionId, deliveryId }: DeliveryRef,
  now: string,
): Promise<boolean> => {
  const ref = { tenantId, subscriptionId, deliveryId };
  const attempt = await log.renew(ref, now);
  if (attempt === undefined) return false;
  await queue.send([{ ...ref, attempt, due: now, waits: 0 }], 0);
  return true;
};
