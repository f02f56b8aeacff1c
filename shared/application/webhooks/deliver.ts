import type { DisabledBecause } from '../../domain/subscription.ts';
import type {
  Answered,
  Attempt,
  Delivery,
  DeliveryLog,
  DeliveryMessage,
  DeliveryQueue,
  Directory,
  EndpointGate,
  ListedSubscription,
  Pass,
  Post,
  Recorded,
  SecretStore,
  SubscriptionRef,
} from './ports.ts';
import { nextAttempt, retryAfterMs } from './retries.ts';

/** Longer than an attempt can take: whoever holds a delivery or a place at the endpoint for longer is dead. */
const LEASE_MS = 60_000;
/** SQS delays a message by 15 minutes at most; a longer wait is made of several. */
const MAX_DELAY_SECONDS = 900;
/** How long a delivery stays away from a busy endpoint: twice as long each time, up to two minutes. Seconds. */
const FIRST_WAIT = 1;
const MAX_WAIT = 120;
/** How long an endpoint is left alone after it did not answer in time: twice as long each time. Milliseconds. */
const FIRST_REST_MS = 5000;
const MAX_REST_MS = 300_000;
/** An endpoint that has done nothing but fail for so long is disabled. */
const FAILING_DAYS = 5;

/** What delivering needs. */
export interface Delivering {
  readonly directory: Directory;
  readonly secrets: SecretStore;
  readonly log: DeliveryLog;
  readonly gate: EndpointGate;
  readonly queue: DeliveryQueue;
  readonly post: Post;
  readonly disable: (
    ref: SubscriptionRef,
    why: { reason: DisabledBecause; cause: string; now: string },
  ) => Promise<void>;
  /** Server time, ISO 8601. */
  readonly now: () => string;
  /** 0..1. */
  readonly random: () => number;
}

/** What became of a message. */
export type Delivered = 'delivered' | 'failed' | 'retrying' | 'waiting' | 'obsolete' | 'given up';

const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();

/** Puts a message back until it is due, or for as long as a message can be delayed. */
const putBack = ({ queue }: Delivering, message: DeliveryMessage, now: string): Promise<void> => {
  const seconds = Math.ceil((Date.parse(message.due) - Date.parse(now)) / 1000);
  return queue.send([message], Math.min(MAX_DELAY_SECONDS, Math.max(0, seconds)));
};

/** The endpoint is busy, or is left alone: the delivery stays away, and it does not count as an attempt. */
const stayAway = (delivering: Delivering, message: DeliveryMessage, closedMs: number, now: string): Promise<void> => {
  const { random } = delivering;
  const busy = Math.min(MAX_WAIT, FIRST_WAIT * 2 ** message.waits) * (0.5 + random()) * 1000;
  const due = later(now, Math.round(closedMs > 0 ? closedMs * (1 + random() / 4) : busy));
  return putBack(delivering, { ...message, due, waits: message.waits + 1 }, now);
};

const succeeded = (answered: Answered): boolean =>
  answered.outcome === 'answered' && answered.status >= 200 && answered.status < 300;

const problemWith = (answered: Answered): string | undefined => {
  if (answered.outcome === 'unreachable') return answered.reason;
  if (succeeded(answered)) return undefined;
  const { status } = answered;
  return status >= 300 && status < 400 ? `answered ${status}: redirects are not followed` : `answered ${status}`;
};

const attemptOf = (answered: Answered, at: string): Attempt => ({
  at,
  ms: answered.ms,
  status: answered.outcome === 'answered' ? answered.status : undefined,
  error: problemWith(answered),
});

/** What the answer makes of the delivery. */
const judge = (
  answered: Answered,
  delivery: Delivery,
  { at, now, random }: { at: string; now: string; random: number },
) => {
  const attempt = attemptOf(answered, at);
  if (succeeded(answered)) return { attempt, status: 'delivered', due: null } as const;
  const asked = answered.outcome === 'answered' ? retryAfterMs(answered.retryAfter, now) : undefined;
  const failures = delivery.attempts.length - delivery.roundStart + 1;
  const gone = answered.outcome === 'answered' && answered.status === 410;
  const due = gone ? undefined : nextAttempt(failures, { now, random, retryAfterMs: asked ?? 0 });
  return { attempt, status: due === undefined ? 'failed' : 'pending', due: due ?? null } as const;
};

/** How long the endpoint is left alone, for all that is to be sent there. */
const restUntil = (answered: Answered, { timeouts }: Pass, now: string): string | undefined => {
  if (answered.outcome === 'unreachable')
    return answered.timedOut ? later(now, Math.min(MAX_REST_MS, FIRST_REST_MS * 2 ** timeouts)) : undefined;
  const asked = retryAfterMs(answered.retryAfter, now);
  const says = answered.status === 429 || answered.status === 503;
  return says && asked !== undefined ? later(now, Math.min(asked, MAX_REST_MS)) : undefined;
};

const hasFailedFor = (since: string | undefined, now: string): boolean =>
  since !== undefined && Date.parse(now) - Date.parse(since) >= FAILING_DAYS * 86_400_000;

/** Writes down what happened. The next message goes first: killed after it, an attempt is made twice rather than none. */
const conclude = async (
  delivering: Delivering,
  { message, pass }: { readonly message: DeliveryMessage; readonly pass: Pass },
  { answered, recorded, now }: { readonly answered: Answered; readonly recorded: Recorded; readonly now: string },
): Promise<Delivered> => {
  const { log, gate, disable } = delivering;
  const { attempt } = message;
  if (recorded.due !== null)
    await putBack(delivering, { ...message, attempt: attempt + 1, due: recorded.due, waits: 0 }, now);
  await log.record(message, attempt, recorded);
  if (recorded.status === 'delivered') {
    await gate.leave(message, pass, { outcome: 'delivered' });
    return 'delivered';
  }
  const timedOut = answered.outcome === 'unreachable' && answered.timedOut;
  const closedUntil = restUntil(answered, pass, now);
  const failingSince = await gate.leave(message, pass, { outcome: 'failed', now, timedOut, closedUntil });
  const gone = answered.outcome === 'answered' && answered.status === 410;
  if (gone || hasFailedFor(failingSince, now))
    await disable(message, { reason: gone ? 'gone' : 'failing', cause: message.deliveryId, now });
  return recorded.status === 'pending' ? 'retrying' : 'failed';
};

const attemptNow = async (
  delivering: Delivering,
  message: DeliveryMessage,
  { pass, subscription, at }: { readonly pass: Pass; readonly subscription: ListedSubscription; readonly at: string },
): Promise<Delivered> => {
  const { log, gate, secrets, post, random } = delivering;
  const lease = { now: at, until: later(at, LEASE_MS) };
  const delivery = await log.claim(message, message.attempt, lease);
  if (delivery === undefined || delivery === 'ahead') {
    await gate.leave(message, pass, { outcome: 'unused' });
    if (delivery === undefined) return 'obsolete';
    // An earlier attempt was made and is not on record yet: its own message makes it again.
    await stayAway(delivering, message, 0, at);
    return 'waiting';
  }
  const { deliveryId: id, body } = delivery;
  const good = await secrets.good(message, at);
  const answered = await post({ url: subscription.url, id, body, secrets: good, now: at });
  const now = delivering.now();
  const recorded = judge(answered, delivery, { at, now, random: random() });
  return conclude(delivering, { message, pass }, { answered, recorded, now });
};

/**
 * Handles a message of the queue of deliveries: makes one attempt when it is due and the endpoint has a place free; else puts
 * the message back for later. Safe to repeat at any point: an attempt that was recorded is not made again.
 *
 * @throws what the ports throw: then the message comes again
 */
export const deliver = async (delivering: Delivering, message: DeliveryMessage): Promise<Delivered> => {
  const now = delivering.now();
  if (message.due > now) {
    await putBack(delivering, message, now);
    return 'waiting';
  }
  const subscription = await delivering.directory.find(message);
  if (subscription?.status !== 'active') {
    const error = subscription ? 'the subscription is disabled' : 'the subscription was deleted';
    await delivering.log.giveUp(message, message.attempt, { at: now, ms: 0, error });
    return 'given up';
  }
  const pass = await delivering.gate.enter(message, { now, until: later(now, LEASE_MS) });
  if ('closedMs' in pass) {
    await stayAway(delivering, message, pass.closedMs, now);
    return 'waiting';
  }
  return attemptNow(delivering, message, { pass, subscription, at: now });
};
