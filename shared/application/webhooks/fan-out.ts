import type { Envelope } from '../../events/envelope.ts';
import { type SentEvent, sentEvent } from '../../events/webhook-events.ts';
import { type AuditLog, failed, type Outcome, skipped, succeeded } from '../outcome.ts';
import { deliveryId } from './delivery-id.ts';
import { compileFilter, type Filter } from './filter.ts';
import type { DeliveryLog, DeliveryMessage, DeliveryQueue, Directory, NewDelivery, SubscriptionRef } from './ports.ts';

/** The tenant has no active subscription. Not put on record event by event: see {@link recordConcerned}. */
const NOBODY_LISTENS = 'the tenant has no webhooks';

/** Seconds for which a tenant's subscriptions are taken to be as they were. */
const CACHE_SECONDS = 5;
/** An entry of the log is kept for 30 days: what is older could be sent a second time. */
const MAX_AGE_DAYS = 25;
/** SQS would take four times as much, an item of DynamoDB not. */
const MAX_BODY_BYTES = 256 * 1024;

/** What deliveries are made from. */
export interface FanOut {
  readonly directory: Directory;
  readonly log: DeliveryLog;
  readonly queue: DeliveryQueue;
  readonly sha256: (text: string) => string;
  /** Server time, ISO 8601. */
  readonly now: () => string;
  /** Milliseconds that only grow: for the cache. */
  readonly monotonic: () => number;
  /** Brings the directory up to date with a subscription. */
  readonly sync: (ref: SubscriptionRef) => Promise<void>;
}

interface Listener {
  readonly subscriptionId: string;
  readonly since: string;
  readonly takes: Filter;
}

/** The active subscriptions of tenants, read once in some seconds. */
const listenersOf = ({ directory, monotonic }: FanOut) => {
  const cache = new Map<string, { readonly until: number; readonly listeners: Promise<readonly Listener[]> }>();
  const read = async (tenantId: string): Promise<readonly Listener[]> =>
    (await directory.list(tenantId))
      .filter(({ status }) => status === 'active')
      .map(({ subscriptionId, since, pattern }) => ({ subscriptionId, since, takes: compileFilter(pattern) }));
  return (tenantId: string): Promise<readonly Listener[]> => {
    const known = cache.get(tenantId);
    if (known && known.until > monotonic()) return known.listeners;
    const listeners = read(tenantId);
    // What could not be read is asked for again by the next event.
    listeners.catch(() => cache.delete(tenantId));
    cache.set(tenantId, { until: monotonic() + CACHE_SECONDS * 1000, listeners });
    return listeners;
  };
};

const deliveryOf = ({ sha256, now }: FanOut, event: SentEvent, subscriptionId: string): NewDelivery => ({
  tenantId: event.tenantId,
  subscriptionId,
  deliveryId: deliveryId(sha256, { subscriptionId, cause: event.id, at: event.occurredAt }),
  type: event.type,
  eventId: event.id,
  body: JSON.stringify(event),
  createdAt: now(),
});

/** The first attempt of a delivery, due at once. */
export const firstMessage = ({ tenantId, subscriptionId, deliveryId, createdAt }: NewDelivery): DeliveryMessage => ({
  ...{ tenantId, subscriptionId, deliveryId },
  attempt: 0,
  due: createdAt,
  waits: 0,
});

const tooOld = ({ occurredAt }: SentEvent, now: string): boolean =>
  Date.parse(now) - Date.parse(occurredAt) > MAX_AGE_DAYS * 86_400_000;

const send = async (dependencies: FanOut, event: SentEvent, listeners: readonly Listener[]): Promise<Outcome> => {
  const { log, queue } = dependencies;
  const taking = listeners.filter(({ since, takes }) => since <= event.occurredAt && takes(event));
  if (taking.length === 0) return skipped('no filter takes it');
  const deliveries = taking.map(({ subscriptionId }) => deliveryOf(dependencies, event, subscriptionId));
  if (deliveries.some(({ body }) => new TextEncoder().encode(body).length > MAX_BODY_BYTES))
    return skipped(`it takes more than ${MAX_BODY_BYTES} bytes`);
  const waiting: DeliveryMessage[] = [];
  for (const delivery of deliveries) if ((await log.put(delivery)) !== 'begun') waiting.push(firstMessage(delivery));
  if (waiting.length === 0) return skipped('was sent before');
  // After the log: of what nobody has tried yet, the event's own redelivery sends the message again.
  await queue.send(waiting, 0);
  return succeeded;
};

/**
 * Makes a delivery of each event for each subscription that takes it, once. Keeps the directory up to date on the way, with
 * what is decided of subscriptions.
 */
export const fanOut = (dependencies: FanOut): ((event: Envelope) => Promise<Outcome>) => {
  const listeners = listenersOf(dependencies);
  return async event => {
    if (event.type.startsWith('subscription.') && 'subscriptionId' in event.data) {
      const { subscriptionId } = event.data;
      await dependencies.sync({ tenantId: event.tenantId, subscriptionId });
      return succeeded;
    }
    const sent = sentEvent(event);
    if (!sent) return skipped('is not sent by webhook');
    try {
      const own = await listeners(event.tenantId);
      if (own.length === 0) return skipped(NOBODY_LISTENS);
      if (tooOld(sent, dependencies.now())) return skipped('is too old to be sent');
      return await send(dependencies, sent, own);
    } catch (error) {
      return failed(error);
    }
  };
};

/**
 * An audit without a line for each event of tenants that have no webhooks: nothing was to be done for anybody, and every event
 * of the platform would have such a line.
 */
export const recordConcerned = (audit: AuditLog): AuditLog => ({
  record: async records => {
    const concerned = records.filter(
      ({ outcome }) => !(outcome.status === 'skipped' && outcome.reason === NOBODY_LISTENS),
    );
    if (concerned.length > 0) await audit.record(concerned);
  },
});
