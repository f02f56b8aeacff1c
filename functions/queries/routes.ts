import type { HttpFunction } from '../../shared/events/subscription.ts';

/** Everything that can be read. */
export default {
  routes: [
    'GET /v1/matches/{matchId}',
    'GET /v1/predictions/{predictionId}',
    'GET /v1/competitions/{competition}/standings',
    'GET /v1/competitions/{competition}/statistics',
    'GET /v1/pools/{poolId}',
    'GET /v1/pools/{poolId}/standings',
    'GET /v1/players/{playerId}',
    'GET /v1/events',
    'GET /v1/events/{eventId}',
  ],
  access: ['events:read', 'events:get', 'archive:read', 'index:read', 'standings:read', 'statistics:read', 'keys:read'],
  timeout: 10,
  memory: 512,
} as const satisfies HttpFunction;
