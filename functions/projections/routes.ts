import type { HttpFunction } from '../../shared/events/subscription.ts';

/** The read models: how they are, and rebuilding them. */
export default {
  routes: {
    'GET /v1/operations/projections': ['operator'],
    'POST /v1/operations/projections/{projection}/rebuild': ['operator'],
    'POST /v1/operations/projections/{projection}/cancel': ['operator'],
    'POST /v1/operations/projections/{projection}/switch': ['operator'],
    'POST /v1/operations/projections/{projection}/drop': ['operator'],
  },
  access: [
    'events:get',
    'events:count',
    'index:read',
    'audit:read',
    'fixtures:register',
    'standings:register',
    'statistics:register',
    'rebuilds:send',
  ],
  timeout: 10,
  memory: 256,
} as const satisfies HttpFunction;
