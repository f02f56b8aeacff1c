import type { HttpFunction } from '../../shared/events/subscription.ts';

/** Everything that changes something. */
export default {
  routes: {
    'POST /v1/matches': ['organiser'],
    'POST /v1/matches/{matchId}/reschedule': ['organiser'],
    'POST /v1/matches/{matchId}/postpone': ['organiser'],
    'POST /v1/matches/{matchId}/start': ['organiser'],
    'POST /v1/matches/{matchId}/finish': ['organiser'],
    'POST /v1/matches/{matchId}/correct': ['organiser'],
    'POST /v1/matches/{matchId}/withdraw-result': ['organiser'],
    'POST /v1/matches/{matchId}/cancel': ['organiser'],
    'POST /v1/matches/{matchId}/reinstate': ['organiser'],
    'POST /v1/matches/{matchId}/award': ['organiser'],
    'POST /v1/predictions': ['player'],
    'POST /v1/predictions/{predictionId}/revise': ['player'],
    'POST /v1/predictions/{predictionId}/cancel': ['player', 'organiser'],
    'POST /v1/pools': ['player', 'organiser'],
    'POST /v1/pools/{poolId}/rules': ['player', 'organiser'],
    'POST /v1/pools/{poolId}/invites': ['player', 'organiser'],
    'DELETE /v1/pools/{poolId}/invites/{inviteId}': ['player', 'organiser'],
    'POST /v1/pools/join': ['player'],
    'POST /v1/pools/{poolId}/join': ['player'],
    'POST /v1/pools/{poolId}/leave': ['player'],
    'POST /v1/events': ['producer'],
    'PUT /v1/players/{playerId}/profile': ['player', 'organiser'],
    'DELETE /v1/players/{playerId}': ['player', 'organiser'],
  },
  access: ['events:read', 'events:append', 'archive:read', 'keys:read', 'keys:create', 'keys:destroy'],
  timeout: 10,
  memory: 512,
} as const satisfies HttpFunction;
