import type { SubscriptionRef } from '../application/webhooks/ports.ts';

/** Keys of the table `Webhooks`. Everything of a tenant is under its name. */
export const webhookKeys = {
  /** All subscriptions of a tenant. */
  directory: (tenantId: string) => `${tenantId}#subscriptions`,
  /** What is kept of one subscription apart from what it says: its secrets, and how its endpoint does. */
  subscription: ({ tenantId, subscriptionId }: SubscriptionRef) => `${tenantId}#subscription#${subscriptionId}`,
  /** Its deliveries: their ids sort by time. */
  deliveries: ({ tenantId, subscriptionId }: SubscriptionRef) => `${tenantId}#deliveries#${subscriptionId}`,
} as const;

const KEPT_SECONDS = 30 * 86_400;

/** What DynamoDB deletes an item by: 30 days after an instant. It does so some days late, so readers look too. */
export const expiresAfter = (instant: string): number => Math.floor(Date.parse(instant) / 1000) + KEPT_SECONDS;
