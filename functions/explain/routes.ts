import type { HttpFunction } from '../../shared/events/subscription.ts';

/** Why points are what they are, and receipts. Apart from the other reads, as it alone needs the anchors. */
export default {
  routes: {
    'GET /v1/predictions/{predictionId}/trace': ['player', 'organiser'],
    'GET /v1/predictions/{predictionId}/receipt': ['player', 'organiser'],
  },
  access: ['events:read', 'archive:read', 'anchors:read'],
  timeout: 20,
  memory: 512,
} as const satisfies HttpFunction;
