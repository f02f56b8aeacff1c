import type { HttpFunction } from '../../shared/events/subscription.ts';

/** Subscriptions to webhooks: for who runs a competition, and for programs. */
export default {
  routes: {
    'POST /v1/subscriptions': ['organiser', 'producer'],
    'GET /v1/subscriptions': ['organiser', 'producer'],
    'GET /v1/subscriptions/{subscriptionId}': ['organiser', 'producer'],
    'PUT /v1/subscriptions/{subscriptionId}': ['organiser', 'producer'],
    'DELETE /v1/subscriptions/{subscriptionId}': ['organiser', 'producer'],
    'POST /v1/subscriptions/{subscriptionId}/enable': ['organiser', 'producer'],
    'POST /v1/subscriptions/{subscriptionId}/disable': ['organiser', 'producer'],
    'POST /v1/subscriptions/{subscriptionId}/rotate-secret': ['organiser', 'producer'],
    'POST /v1/subscriptions/{subscriptionId}/ping': ['organiser', 'producer'],
    'GET /v1/subscriptions/{subscriptionId}/deliveries': ['organiser', 'producer'],
    'POST /v1/subscriptions/{subscriptionId}/deliveries/{deliveryId}/redeliver': ['organiser', 'producer'],
  },
  access: ['events:read', 'events:append', 'webhooks:manage', 'webhook-key:read', 'deliveries:send'],
  timeout: 10,
  memory: 512,
} as const satisfies HttpFunction;
