import type { HttpFunction } from '../../shared/events/subscription.ts';

/** What the API is: for programs and for people. */
export default {
  routes: { 'GET /v1/openapi.json': 'anybody', 'GET /v1/docs': 'anybody' },
  access: [],
  timeout: 5,
  memory: 256,
} as const satisfies HttpFunction;
