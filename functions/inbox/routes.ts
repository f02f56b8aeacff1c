import type { HttpFunction } from '../../shared/events/subscription.ts';

/** A player's notifications, and which of them the player wants. */
export default {
  routes: {
    'GET /v1/inbox': ['player', 'organiser'],
    'PUT /v1/inbox/{notificationId}/read': ['player', 'organiser'],
    'GET /v1/preferences': ['player', 'organiser'],
    'PUT /v1/preferences': ['player', 'organiser'],
  },
  access: ['inbox:read', 'inbox:mark'],
  timeout: 10,
  memory: 256,
} as const satisfies HttpFunction;
