import { subscription } from '../../shared/events/subscription.ts';
import { WEBHOOK_TYPES } from '../../shared/events/webhook-events.ts';

/** What is sent by webhook, and what is decided of subscriptions. */
export default subscription({
  routes: [{ types: WEBHOOK_TYPES }, { types: ['subscription.*'] }],
  access: ['webhooks:fan-out', 'deliveries:send', 'events:read'],
  outbound: true,
  batchSize: 100,
  batchWindow: 1,
  maxConcurrency: 2,
});
