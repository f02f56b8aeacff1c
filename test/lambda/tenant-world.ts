import { readFunctionFolders } from '../../infra/folders.ts';
import { DEFAULT_PREFERENCES } from '../../shared/application/notifications/preferences.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import { contextOf } from '../../shared/lambda/event-handler.ts';
import { type TestRequest, testApi } from './http.ts';
import { kickOff, newMatch, pickOf, reason, result } from './http-samples.ts';
import { letterId } from './operating.ts';

/** Two tenants whose things have the same ids. What they say differs in this word. */
export type Tenant = 'acme' | 'umbra';

/** The id of everything that there is one of. */
const ID = 'the-one';
const CORRELATION = 'the-story';

/** May do anything in the tenant, by a name that both tenants have. */
const everything = (tenant: Tenant): string => `${tenant}/ada/organiser/operator/producer`;

type Route = Parameters<ReturnType<typeof testApi>['send']>[0];

/** Of what a tenant has, what only its answers tell. */
export interface Told {
  readonly inviteId: string;
  readonly code: string;
  readonly notificationId: string;
}

/** How a route is asked for what there is in a tenant. */
export interface Case {
  readonly request: (told: Told) => TestRequest;
  /**
   * What somebody hears of whose tenant has nothing. `gone`: 404. `none`: an answer with nothing in it. `own`: the id is free
   * there, and what comes about is theirs. `platform`: figures of all tenants together, that name none.
   * `not-theirs`: it concerns all tenants, and is for the operators of the platform.
   */
  readonly elsewhere: 'gone' | 'none' | 'own' | 'platform' | 'not-theirs';
}

const match = { matchId: ID };
const pool = { poolId: ID };
const player = { playerId: 'ada' };
const prediction = { predictionId: `${ID}.ada` };
const competition = { competition: ID };

const gone = (params: Readonly<Record<string, string>>, json?: unknown): Case => ({
  request: () => ({ params, ...(json !== undefined && { json }) }),
  elsewhere: 'gone',
});
const none = (params: Readonly<Record<string, string>>, query?: Readonly<Record<string, string>>): Case => ({
  request: () => ({ params, ...(query && { query }) }),
  elsewhere: 'none',
});
const own = (json: unknown, params = {}): Case => ({ request: () => ({ json, params }), elsewhere: 'own' });

const letter = { handler: 'notify', queue: 'dead-letters', messageId: letterId('acme', `match-${ID}:1`) };
const ofPlatform = (json?: unknown): Case => ({
  request: () => ({ params: { projection: 'standings' }, ...(json !== undefined && { json }) }),
  elsewhere: 'not-theirs',
});

const rules = { rules: 'classic-3-2-1', basis: 'FT90', tieBreaks: [], countAwarded: false };
const correction = { ...result, ...reason };

/** Every route that takes a token. One that is missing here fails the test that reads the folders. */
export const CASES: Readonly<Partial<Record<Route, Case>>> = {
  'POST /v1/matches': own({ ...newMatch, ...match, ...competition }),
  'POST /v1/matches/{matchId}/reschedule': gone(match, kickOff),
  'POST /v1/matches/{matchId}/postpone': gone(match, reason),
  'POST /v1/matches/{matchId}/start': gone(match),
  'POST /v1/matches/{matchId}/finish': gone(match, result),
  'POST /v1/matches/{matchId}/correct': gone(match, correction),
  'POST /v1/matches/{matchId}/withdraw-result': gone(match, reason),
  'POST /v1/matches/{matchId}/cancel': gone(match, reason),
  'POST /v1/matches/{matchId}/reinstate': gone(match, kickOff),
  'POST /v1/matches/{matchId}/award': gone(match, correction),
  'POST /v1/predictions': gone({}, { ...pickOf(2, 1), ...match }),
  'POST /v1/predictions/{predictionId}/revise': gone(prediction, { predicted: { home: 1, away: 1 } }),
  'POST /v1/predictions/{predictionId}/cancel': gone(prediction, reason),
  'POST /v1/pools': own({ ...pool, ...competition, name: 'Ours' }),
  'POST /v1/pools/{poolId}/rules': gone(pool, rules),
  'POST /v1/pools/{poolId}/join': gone(pool),
  'POST /v1/pools/{poolId}/leave': gone(pool),
  'PUT /v1/players/{playerId}/profile': own({ displayName: 'Ours' }, player),
  'DELETE /v1/players/{playerId}': gone(player),
  'GET /v1/matches/{matchId}': gone(match),
  'GET /v1/predictions/{predictionId}': gone(prediction),
  'GET /v1/predictions/{predictionId}/trace': gone(prediction),
  'GET /v1/predictions/{predictionId}/receipt': gone(prediction),
  'GET /v1/competitions/{competition}/standings': none(competition),
  'GET /v1/competitions/{competition}/statistics': none(competition),
  'GET /v1/competitions/{competition}/race': none(competition),
  'GET /v1/pools/{poolId}/race': gone(pool),
  'GET /v1/pools': none({}),
  'GET /v1/pools/{poolId}': gone(pool),
  'GET /v1/competitions': none({}),
  'GET /v1/competitions/{competition}': gone(competition),
  'GET /v1/competitions/{competition}/matches': none(competition),
  'GET /v1/matches/{matchId}/predictions': gone(match),
  'GET /v1/predictions': none({}, competition),
  'GET /v1/players/{playerId}/history': none(player, competition),
  'GET /v1/players/{playerId}/statistics': none(player, competition),
  'GET /v1/pools/{poolId}/standings': gone(pool),
  'GET /v1/players': none({}, { ids: 'ada,acme-rival,umbra-rival' }),
  'GET /v1/players/{playerId}': gone(player),
  'POST /v1/pools/{poolId}/invites': gone(pool, {}),
  'GET /v1/pools/{poolId}/invites': gone(pool),
  'GET /v1/pools/{poolId}/members': gone(pool),
  'DELETE /v1/pools/{poolId}/invites/{inviteId}': {
    request: ({ inviteId }) => ({ params: { ...pool, inviteId } }),
    elsewhere: 'gone',
  },
  'POST /v1/pools/join': { request: ({ code }) => ({ json: { code } }), elsewhere: 'gone' },
  'POST /v1/events': own({ type: 'match.scheduled', data: { ...newMatch, ...match, ...competition } }),
  'GET /v1/events/type/{type}': none({ type: 'match.scheduled' }),
  'GET /v1/events/correlation/{correlationId}': none({ correlationId: CORRELATION }),
  'GET /v1/events': none({}, { since: '2000-01-01T00:00:00.000Z' }),
  'GET /v1/events/{eventId}': gone({ eventId: `match-${ID}:1` }),
  'GET /v1/inbox': none({}),
  'PUT /v1/inbox/{notificationId}/read': {
    request: ({ notificationId }) => ({ params: { notificationId } }),
    elsewhere: 'gone',
  },
  'GET /v1/preferences': none({}),
  // As the first of their own: of version 1.
  'PUT /v1/preferences': { request: () => ({ json: { ...DEFAULT_PREFERENCES, version: 0 } }), elsewhere: 'none' },
  'GET /v1/operations/outcomes': none({}, { event: `match-${ID}:1` }),
  'GET /v1/operations/rates': { request: () => ({}), elsewhere: 'platform' },
  'GET /v1/operations/dead-letters': { request: () => ({}), elsewhere: 'platform' },
  'POST /v1/operations/dead-letters/redrive': { request: () => ({ json: { all: true } }), elsewhere: 'none' },
  'POST /v1/operations/dead-letters/discard': {
    request: () => ({ json: { letters: [letter], reason: 'no' } }),
    elsewhere: 'none',
  },
  'GET /v1/operations/projections': { request: () => ({}), elsewhere: 'platform' },
  'POST /v1/operations/projections/{projection}/rebuild': ofPlatform(),
  'POST /v1/operations/projections/{projection}/cancel': ofPlatform(),
  'POST /v1/operations/projections/{projection}/switch': ofPlatform({ generation: 0 }),
  'POST /v1/operations/projections/{projection}/drop': ofPlatform(),
  'GET /v1/health/events': { request: () => ({}), elsewhere: 'platform' },
};

/** Folders of which `test/webhooks/api.test.ts` asks every route from another tenant, over a real table. */
const OF_OTHER_TESTS: readonly string[] = ['webhooks'];

/** Routes of every folder that take a token. */
export const routesOnDisk = async (): Promise<string[]> =>
  Object.entries((await readFunctionFolders()).http).flatMap(([folder, { routes }]) =>
    Object.entries(routes).flatMap(([route, access]) =>
      access === 'anybody' || OF_OTHER_TESTS.includes(folder) ? [] : [route],
    ),
  );

/** Both tenants on one set of functions. */
export const twoTenants = () => {
  const api = testApi();
  const send = (tenant: Tenant, route: Route, request?: TestRequest) =>
    api.send(route, { as: everything(tenant), ...request });
  const eventsOf = (tenant: Tenant) => api.events.filter(({ tenantId }) => tenantId === tenant);
  return {
    api,
    eventsOf,
    ask: (tenant: Tenant, route: string, told: Told) =>
      send(tenant, route as Route, CASES[route as Route]?.request(told)),
    /** A match, a pool, two players and their picks: the name of the tenant is in each, or in a name of what is in it. */
    fill: async (tenant: Tenant): Promise<Told> => {
      const rival = `${tenant}-rival`;
      const names = { home: `${tenant} home`, away: `${tenant} away` };
      const headers = { 'idempotency-key': CORRELATION };
      await send(tenant, 'POST /v1/matches', { headers, json: { ...newMatch, ...names, ...match, ...competition } });
      await send(tenant, 'POST /v1/pools', { json: { ...pool, ...competition, name: `${tenant} pool` } });
      for (const as of [everything(tenant), `${tenant}/${rival}`]) {
        await api.send('POST /v1/predictions', { as, json: { ...pickOf(2, 1, 0.9), ...match } });
        await api.send('POST /v1/pools/{poolId}/join', { as, params: pool });
      }
      const json = { displayName: `${tenant} ada` };
      await send(tenant, 'PUT /v1/players/{playerId}/profile', { params: player, json });
      const invited = await send(tenant, 'POST /v1/pools/{poolId}/invites', { params: pool, json: {} });
      await send(tenant, 'PUT /v1/preferences', { json: DEFAULT_PREFERENCES });
      await api.project();
      const [told] = (await send(tenant, 'GET /v1/inbox')).body.items as readonly { readonly id: string }[];
      if (!told) throw new Error('nobody was told that ada is sure');
      return { inviteId: String(invited.body.inviteId), code: String(invited.body.code), notificationId: told.id };
    },
    /** The match ends, and its predictions are settled. */
    finish: async (tenant: Tenant): Promise<void> => {
      await send(tenant, 'POST /v1/matches/{matchId}/finish', { params: match, json: result });
      const finished = eventsOf(tenant).find(({ type }) => type === 'match.finished');
      if (!finished) throw new Error('the match is not finished');
      await settleMatch(api.dependencies, finished, contextOf(finished));
      await api.anchor();
    },
  };
};
