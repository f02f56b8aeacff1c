import type { HttpFunction } from '../../shared/events/subscription.ts';

/** How it stands. */
export default {
  routes: {
    'GET /v1/health': 'anybody',
    'GET /v1/health/events': ['operator'],
    'GET /v1/operations/rates': ['operator'],
  },
  access: ['events:read', 'audit:query'],
  timeout: 10,
  memory: 256,
} as const satisfies HttpFunction;
