import type { HttpFunction } from '../../shared/events/subscription.ts';

/** Everything that changes something. */
export default {
  routes: [
    'POST /v1/matches',
    'POST /v1/matches/{matchId}/reschedule',
    'POST /v1/matches/{matchId}/postpone',
    'POST /v1/matches/{matchId}/start',
    'POST /v1/matches/{matchId}/finish',
    'POST /v1/matches/{matchId}/correct',
    'POST /v1/matches/{matchId}/withdraw-result',
    'POST /v1/matches/{matchId}/cancel',
    'POST /v1/matches/{matchId}/reinstate',
    'POST /v1/matches/{matchId}/award',
    'POST /v1/predictions',
    'POST /v1/predictions/{predictionId}/revise',
    'POST /v1/predictions/{predictionId}/cancel',
    'POST /v1/pools',
    'POST /v1/pools/{poolId}/rules',
    'POST /v1/pools/{poolId}/join',
    'POST /v1/pools/{poolId}/leave',
    'PUT /v1/players/{playerId}/profile',
    'DELETE /v1/players/{playerId}',
  ],
  access: ['events:read', 'events:append', 'archive:read', 'keys:read', 'keys:create', 'keys:destroy'],
  timeout: 10,
  memory: 512,
} as const satisfies HttpFunction;
