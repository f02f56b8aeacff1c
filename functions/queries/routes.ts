import type { HttpFunction } from '../../shared/events/subscription.ts';

/** Everything that can be read. */
export default {
  routes: {
    'GET /v1/matches/{matchId}': ['player', 'organiser', 'operator', 'producer'],
    'GET /v1/predictions/{predictionId}': ['player', 'organiser'],
    'GET /v1/competitions/{competition}/standings': ['player', 'organiser', 'operator', 'producer'],
    'GET /v1/competitions/{competition}/statistics': ['player', 'organiser', 'operator', 'producer'],
    'GET /v1/pools/{poolId}': ['player', 'organiser', 'operator', 'producer'],
    'GET /v1/pools/{poolId}/members': ['player', 'organiser', 'operator'],
    'GET /v1/pools/{poolId}/invites': ['player', 'organiser'],
    'GET /v1/pools/{poolId}/standings': ['player', 'organiser', 'operator', 'producer'],
    'GET /v1/players/{playerId}': ['player', 'organiser'],
    'GET /v1/events': ['organiser', 'operator'],
    'GET /v1/events/type/{type}': ['organiser', 'operator'],
    'GET /v1/events/correlation/{correlationId}': ['organiser', 'operator'],
    'GET /v1/events/{eventId}': ['organiser', 'operator'],
  },
  access: ['events:read', 'events:get', 'archive:read', 'index:read', 'standings:read', 'statistics:read', 'keys:read'],
  timeout: 10,
  memory: 512,
} as const satisfies HttpFunction;
