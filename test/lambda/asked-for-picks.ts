import type { TestRequest } from './http.ts';
import { AFTER, BEFORE, COMPETITION, MATCH, prediction } from './http-samples.ts';
import { FILTERS, PICKED } from './two-worlds.ts';

const path = { match: { matchId: MATCH }, competition: { competition: COMPETITION }, pool: { poolId: 'office' } };
const ada = { playerId: 'ada' };
const hers = prediction('ada');
const query = (...queries: readonly Readonly<Record<string, string>>[]) => queries.map(query => ({ query }));
const standings = query(
  {},
  { movement: 'true' },
  { round: 'Matchday 1' },
  { at: BEFORE.toISOString() },
  { around: 'me' },
  { limit: '1' },
);
const races = query({}, { players: 'ada,bob' });
const inCompetition = query({ competition: COMPETITION });

/** What is asked of each route that reads: a new route has to say how it could be asked for ada's pick. */
export const REQUESTS: Readonly<Record<string, readonly TestRequest[]>> = {
  'GET /v1/competitions': [{}],
  'GET /v1/competitions/{competition}': [{ params: path.competition }],
  'GET /v1/competitions/{competition}/matches': [{ params: path.competition }],
  'GET /v1/competitions/{competition}/standings': standings.map(one => ({ ...one, params: path.competition })),
  'GET /v1/competitions/{competition}/race': races.map(one => ({ ...one, params: path.competition })),
  'GET /v1/pools/{poolId}/race': races.map(one => ({ ...one, params: path.pool })),
  'GET /v1/competitions/{competition}/statistics': query({}, { at: BEFORE.toISOString() }).map(one => ({
    ...one,
    params: path.competition,
  })),
  'GET /v1/matches/{matchId}': query({}, { version: '1' }).map(one => ({ ...one, params: path.match })),
  'GET /v1/matches/{matchId}/predictions': query({}, { limit: '1' }).map(one => ({ ...one, params: path.match })),
  'GET /v1/predictions': query({ competition: COMPETITION }, { competition: COMPETITION, round: 'Matchday 1' }),
  'GET /v1/predictions/{predictionId}': query(
    {},
    { version: '1' },
    { version: '2' },
    { at: BEFORE.toISOString() },
    { at: AFTER.toISOString() },
  ).map(one => ({ ...one, params: hers })),
  'GET /v1/predictions/{predictionId}/trace': [{ params: hers }],
  'GET /v1/predictions/{predictionId}/receipt': query({}, { version: '1' }, { version: '2' }).map(one => ({
    ...one,
    params: hers,
  })),
  'GET /v1/players': query({ ids: 'ada,bob,host' }),
  'GET /v1/players/{playerId}': [{ params: ada }],
  'GET /v1/players/{playerId}/history': inCompetition.map(one => ({ ...one, params: ada })),
  'GET /v1/players/{playerId}/statistics': inCompetition.map(one => ({ ...one, params: ada })),
  'GET /v1/pools': [{}],
  'GET /v1/pools/{poolId}': [{ params: path.pool }],
  'GET /v1/pools/{poolId}/members': [{ params: path.pool }],
  'GET /v1/pools/{poolId}/invites': [{ params: path.pool }],
  'GET /v1/pools/{poolId}/standings': standings.map(one => ({ ...one, params: path.pool })),
  'GET /v1/events': query(
    { since: '2023-01-01T00:00:00.000Z' },
    { type: 'prediction.created' },
    { type: 'prediction.revised' },
    { type: 'prediction.evaluated' },
    { correlationId: 'step-0' },
    { cursor: 'any' },
  ),
  'GET /v1/events/type/{type}': ['prediction.created', 'prediction.revised', 'prediction.evaluated'].map(type => ({
    params: { type },
  })),
  'GET /v1/events/correlation/{correlationId}': [{ params: { correlationId: PICKED } }],
  'GET /v1/inbox': query({}, { competition: COMPETITION }),
  'GET /v1/preferences': [{}],
  'GET /v1/subscriptions': [{}],
  'GET /v1/subscriptions/{subscriptionId}': FILTERS.map(({ subscriptionId }) => ({ params: { subscriptionId } })),
  'GET /v1/subscriptions/{subscriptionId}/deliveries': FILTERS.map(({ subscriptionId }) => ({
    params: { subscriptionId },
  })),
  'GET /v1/health/events': [{}],
  'GET /v1/operations/dead-letters': query({}, { handler: 'notify', limit: '1' }),
  'GET /v1/operations/projections': [{}],
  'GET /v1/operations/rates': [{}],
  'GET /v1/operations/outcomes': [
    { query: { event: [1, 2, 3].map(version => `prediction-${MATCH}.ada:${version}`).join() } },
  ],
  'GET /v1/events/{eventId}': [1, 2, 3].map(version => ({
    params: { eventId: `prediction-${MATCH}.ada:${version}` },
  })),
};

/** Routes that read nothing of predictions, and why. */
export const WITHOUT_PICKS: Readonly<Record<string, string>> = {
  'GET /v1/health': 'a word, of the platform',
  'GET /v1/openapi.json': 'a file',
  'GET /v1/docs': 'a page of that file',
};
