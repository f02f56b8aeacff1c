import { createHash } from 'node:crypto';
import type {
  Delivery,
  DeliveryLog,
  DeliveryMessage,
  DeliveryQueue,
  Directory,
  ListedSubscription,
  SecretStore,
  SubscriptionRef,
} from '../../shared/application/webhooks/ports.ts';

const nameOf = ({ tenantId, subscriptionId }: SubscriptionRef): string => `${tenantId}#${subscriptionId}`;

/** Subscriptions in memory; a deleted one leaves its version. */
const memoryDirectory = (): Directory => {
  const kept = new Map<string, { readonly tenantId: string; readonly version: number; listed?: ListedSubscription }>();
  return {
    list: async tenantId =>
      [...kept.values()].flatMap(one => (one.tenantId === tenantId && one.listed ? [one.listed] : [])),
    find: async ref => kept.get(nameOf(ref))?.listed,
    keep: async (tenantId, state, version) => {
      const name = nameOf({ tenantId, subscriptionId: state.subscriptionId });
      if ((kept.get(name)?.version ?? 0) >= version) return;
      const listed = state.status === 'deleted' ? {} : { listed: { ...state, version } };
      kept.set(name, { tenantId, version, ...listed });
    },
  };
};

/** Secrets that follow from the place they are for. */
const memorySecrets = (): SecretStore => {
  const latest = new Map<string, number>();
  const secretOf = (ref: SubscriptionRef, version: number): string =>
    `whsec_${createHash('sha256')
      .update(`${nameOf(ref)}#${version}`)
      .digest('base64')}`;
  return {
    issue: async (ref, version) => {
      if ((latest.get(nameOf(ref)) ?? 0) > version) return undefined;
      latest.set(nameOf(ref), version);
      return secretOf(ref, version);
    },
    good: async ref => {
      const version = latest.get(nameOf(ref));
      return version === undefined ? [] : [secretOf(ref, version)];
    },
  };
};

const nobodySends = async (): Promise<never> => {
  throw new Error('nothing is sent here: test/webhooks has a world in which it is');
};

/** What is to be sent, in memory. Nothing is. */
const memoryDeliveryLog = (): DeliveryLog & { readonly deliveries: Map<string, Delivery> } => {
  const deliveries = new Map<string, Delivery>();
  const keyOf = (ref: SubscriptionRef & { readonly deliveryId: string }): string => `${nameOf(ref)}#${ref.deliveryId}`;
  return {
    deliveries,
    put: async delivery => {
      const key = keyOf(delivery);
      if (deliveries.has(key)) return 'waiting';
      deliveries.set(key, { ...delivery, status: 'pending', attempts: [], roundStart: 0, due: delivery.createdAt });
      return 'new';
    },
    renew: async (ref, now) => {
      const delivery = deliveries.get(keyOf(ref));
      if (!delivery) return undefined;
      deliveries.set(keyOf(ref), { ...delivery, status: 'pending', roundStart: delivery.attempts.length, due: now });
      return delivery.attempts.length;
    },
    list: async (ref, { limit, before = '~' }) => {
      const own = [...deliveries.values()]
        .filter(one => nameOf(one) === nameOf(ref) && one.deliveryId < before)
        .sort((a, b) => (a.deliveryId < b.deliveryId ? 1 : -1));
      const page = own.slice(0, limit);
      return { deliveries: page, next: own.length > limit ? (page.at(-1)?.deliveryId ?? null) : null };
    },
    claim: nobodySends,
    record: nobodySends,
    giveUp: nobodySends,
  };
};

/** Everything of webhooks but their sending, in memory. */
export const memoryWebhooks = () => {
  const waiting: DeliveryMessage[] = [];
  const queue: DeliveryQueue = { send: async messages => void waiting.push(...messages) };
  return { directory: memoryDirectory(), secrets: memorySecrets(), log: memoryDeliveryLog(), queue, waiting };
};
