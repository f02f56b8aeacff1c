import type { DisabledBecause, KnownSubscription, SubscriptionState } from '../../domain/subscription.ts';

/** Which subscription of which tenant. */
export interface SubscriptionRef {
  readonly tenantId: string;
  readonly subscriptionId: string;
}

/** Which delivery. Its id is the `webhook-id` of all its attempts. */
export interface DeliveryRef extends SubscriptionRef {
  readonly deliveryId: string;
}

/** One request to the endpoint, and how it ended. */
export interface Attempt {
  readonly at: string;
  readonly ms: number;
  /** What the endpoint answered; missing: it did not. */
  readonly status?: number | undefined;
  /** Why it did not count as delivered. */
  readonly error?: string | undefined;
}

/** Something to be sent: what it says, byte for byte, never changes. */
export interface NewDelivery extends DeliveryRef {
  readonly type: string;
  /** The event; null for a ping. */
  readonly eventId: string | null;
  readonly body: string;
  readonly createdAt: string;
}

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;

/** A delivery as the log shows it. */
export interface Delivery extends NewDelivery {
  readonly status: (typeof DELIVERY_STATUSES)[number];
  /** Attempts that were begun and recorded. */
  readonly attempts: readonly Attempt[];
  /** Attempts that there were before somebody asked to deliver it again: the schedule counts from there. */
  readonly roundStart: number;
  /** When it is tried next; null: not any more. */
  readonly due: string | null;
}

/** What an attempt came to. */
export interface Recorded {
  readonly attempt: Attempt;
  readonly status: Delivery['status'];
  readonly due: string | null;
}

/** What was sent and is to be sent. Entries are kept for 30 days. */
export interface DeliveryLog {
  /** Keeps a delivery, once. @returns `new`; `begun`: it was there; `waiting`: it was there and nobody has tried it yet */
  put(delivery: NewDelivery): Promise<'new' | 'waiting' | 'begun'>;
  /**
   * Takes a delivery for its attempt number `attempt` (from 0), so that nobody else makes it until `until`.
   *
   * @returns `ahead`: an earlier attempt is not on record; undefined: another has it, has made it, or there is none
   */
  claim(
    ref: DeliveryRef,
    attempt: number,
    lease: { now: string; until: string },
  ): Promise<Delivery | 'ahead' | undefined>;
  /** Puts an attempt on record and lets go of the delivery. */
  record(ref: DeliveryRef, attempt: number, recorded: Recorded): Promise<void>;
  /** Gives up a delivery that is pending at its attempt number `attempt`. */
  giveUp(ref: DeliveryRef, attempt: number, why: Attempt): Promise<void>;
  /** Makes it pending again, its schedule from the start. @returns its next attempt number; undefined: there is none */
  renew(ref: DeliveryRef, now: string): Promise<number | undefined>;
  /** The newest first, older than `before`. `next`: where the rest begins, if there may be any. */
  list(ref: SubscriptionRef, page: { limit: number; before?: string | undefined; now: string }): Promise<DeliveryPage>;
}

export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  readonly next: string | null;
}

/** A message of the queue of deliveries: an attempt, and when it may be made. */
export interface DeliveryMessage extends DeliveryRef {
  readonly attempt: number;
  readonly due: string;
  /** How often the endpoint was found busy. */
  readonly waits: number;
}

/** Where deliveries wait. */
export interface DeliveryQueue {
  /** Sends messages that are seen after `seconds`, 900 at most. */
  send(messages: readonly DeliveryMessage[], seconds: number): Promise<void>;
}

/** What keeps a slow endpoint from taking everybody's time: few at once, and a rest after it did not answer. */
export interface EndpointGate {
  /** @returns what {@link EndpointGate.leave} needs; or how many milliseconds to stay away (0: it is busy) */
  enter(ref: SubscriptionRef, lease: { now: string; until: string }): Promise<Pass | { readonly closedMs: number }>;
  /** @returns since when nothing but failures came from it; undefined after a success */
  leave(ref: SubscriptionRef, pass: Pass, result: Passage): Promise<string | undefined>;
}

export interface Pass {
  readonly slot: number;
  /** Attempts in a row that the endpoint did not answer in time. */
  readonly timeouts: number;
}

export type Passage =
  | { readonly outcome: 'delivered' }
  | {
      readonly outcome: 'failed';
      readonly now: string;
      readonly timedOut: boolean;
      readonly closedUntil?: string | undefined;
    }
  /** Nothing was tried. */
  | { readonly outcome: 'unused' };

/** A secret of a subscription, as it is shown once: `whsec_` and base64. */
export interface Secret {
  readonly secret: string;
  /** Until when it is good; undefined: the current one. */
  readonly until?: string | undefined;
}

/** A subscription that can be listed, with how far its stream was read for it. */
export type ListedSubscription = KnownSubscription & { readonly version: number };

/** Subscriptions as they are looked up: the ledger is where they are decided. */
export interface Directory {
  /** All of a tenant's that are not deleted. */
  list(tenantId: string): Promise<readonly ListedSubscription[]>;
  find(ref: SubscriptionRef): Promise<ListedSubscription | undefined>;
  /** Keeps a state, unless a later one is there. */
  keep(tenantId: string, state: Exclude<SubscriptionState, { status: 'unknown' }>, version: number): Promise<void>;
}

/** When a secret is issued, and until when those before it are good. */
export interface IssuedAt {
  readonly now: string;
  readonly previousUntil: string;
}

/** The secrets of subscriptions, sealed. */
export interface SecretStore {
  /**
   * The secret that came with version `version` of the subscription: made now, unless it is there. Those before it stay
   * good until `previousUntil`.
   *
   * @returns undefined when a later one has taken its place
   */
  issue(ref: SubscriptionRef, version: number, at: IssuedAt): Promise<string | undefined>;
  /** All that are good at `now`, the current one first. */
  good(ref: SubscriptionRef, now: string): Promise<readonly string[]>;
}

/** What an endpoint did with a request. */
export type Answered =
  | {
      readonly outcome: 'answered';
      readonly status: number;
      readonly ms: number;
      readonly retryAfter?: string | undefined;
    }
  | { readonly outcome: 'unreachable'; readonly reason: string; readonly ms: number; readonly timedOut: boolean };

/** Sends a signed request. Never throws for what an endpoint does. */
export type Post = (request: {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly now: string;
}) => Promise<Answered>;

/** Says why webhooks cannot go to an URL; undefined: they can. */
export type CheckUrl = (url: string) => Promise<string | undefined>;

/** Makes it so that a subscription is disabled, as a fact. */
export type Disable = (ref: SubscriptionRef, reason: DisabledBecause, cause: string) => Promise<void>;
