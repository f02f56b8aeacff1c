import type { HttpFunction } from '../../shared/events/subscription.ts';

/** What handlers failed on. Alone it may receive from dead-letter queues and send to those of handlers. */
export default {
  routes: {
    'GET /v1/operations/dead-letters': ['operator'],
    'POST /v1/operations/dead-letters/redrive': ['operator'],
    'POST /v1/operations/dead-letters/discard': ['operator'],
  },
  // Of the events: whether a match is locked, so that its picks may be shown.
  access: ['events:read', 'archive:read', 'audit:incidents'],
  timeout: 28,
  memory: 256,
} as const satisfies HttpFunction;
