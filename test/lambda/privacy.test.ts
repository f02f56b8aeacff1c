import './environment.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HttpFunction } from '../../shared/events/subscription.ts';
import { finish, settle } from './finish.ts';
import { type TestApi, type TestRequest, testApi } from './http.ts';
import {
  ADA,
  AFTER,
  BEFORE,
  BOB,
  COMPETITION,
  kickOff,
  MATCH,
  newMatch,
  ORGANISER,
  reason,
  result,
} from './http-samples.ts';
import { captureOutput } from './support.ts';

/** Nobody but ada may be able to tell what she picked before her match is locked, whatever they ask. */

type Route = Parameters<TestApi['send']>[0];

const OLD = 'old-match';
const path = { match: { matchId: MATCH }, competition: { competition: COMPETITION }, pool: { poolId: 'office' } };
const ada = { playerId: 'ada' };
const hers = { predictionId: `${MATCH}.ada` };
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

/** The command that is the first of the steps, after those that make the world. */
const PICKED = 'step-6';

/** Subscriptions to everything, and to what would tell the two worlds apart: how sure ada is, and how many goals she expects. */
const FILTERS = [
  { subscriptionId: 'everything', pattern: { source: ['matchday'] } },
  { subscriptionId: 'unsure', pattern: { detail: { data: { confidence: [{ numeric: ['<', 0.5] }] } } } },
  { subscriptionId: 'without', pattern: { detail: { data: { predicted: { away: [{ numeric: ['=', 0] }] } } } } },
] as const;

/** What is asked of each route that reads: a new route has to say how it could be asked for ada's pick. */
const REQUESTS: Readonly<Record<string, readonly TestRequest[]>> = {
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
  'GET /v1/players/{playerId}': [{ params: ada }],
  'GET /v1/players/{playerId}/history': inCompetition.map(one => ({ ...one, params: ada })),
  'GET /v1/players/{playerId}/statistics': inCompetition.map(one => ({ ...one, params: ada })),
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
  'GET /v1/events/{eventId}': [1, 2, 3].map(version => ({
    params: { eventId: `prediction-${MATCH}.ada:${version}` },
  })),
};

/** Routes that read nothing of predictions, and why. */
const WITHOUT_PICKS: Readonly<Record<string, string>> = {
  'GET /v1/health': 'a word, of the platform',
  'GET /v1/openapi.json': 'a file',
  'GET /v1/docs': 'a page of that file',
};

const AFTER_ALL = new Date('2023-08-12T21:00:00.000Z');

const VIEWERS = [BOB, `${ORGANISER}/operator/producer`];

type Step = 'create' | 'revise' | 'cancel' | 'bob' | 'postpone' | 'reschedule' | 'call-off' | 'reinstate';
const steps = fc.array(
  fc.constantFrom<Step[]>(
    'create',
    'create',
    'revise',
    'cancel',
    'bob',
    'postpone',
    'reschedule',
    'call-off',
    'reinstate',
  ),
  { minLength: 3, maxLength: 8 },
);

/** A pick that no other step and no other world has. */
const pickIn = (world: 0 | 1, step: number) => ({
  predicted: { home: 2 * step + world, away: world === 0 ? 0 : 40 },
  confidence: (step + 1 + 50 * world) / 100,
});

/** Plays the steps; whatever is refused is refused in both worlds. */
const play = async (world: 0 | 1, sequence: readonly Step[]): Promise<TestApi> => {
  const api = testApi();
  let count = 0;
  for (const { subscriptionId, pattern } of FILTERS) await api.subscribe('acme', subscriptionId, pattern);
  const send = (as: string, route: Route, params: Record<string, string>, json?: unknown) => {
    const headers = { 'idempotency-key': `step-${count}` };
    count += 1;
    return api.send(route, { as, params, headers, ...(json !== undefined && { json }) });
  };
  const predict = (as: string, matchId: string, pick: object) =>
    send(as, 'POST /v1/predictions', {}, { matchId, ...pick });
  // A match that is over, the same in both worlds.
  await send(
    ORGANISER,
    'POST /v1/matches',
    {},
    { ...newMatch, matchId: OLD, kickOff: { ...newMatch.kickOff, at: '2023-08-11T11:00:00.000Z' } },
  );
  vi.setSystemTime(new Date('2023-08-11T10:00:00.000Z'));
  await predict(ADA, OLD, { predicted: { home: 1, away: 3 }, confidence: 0.7 });
  await send(ADA, 'POST /v1/pools', {}, { poolId: 'office', competition: COMPETITION, name: 'Office' });
  await send(ADA, 'POST /v1/pools/{poolId}/join', { poolId: 'office' });
  vi.setSystemTime(BEFORE);
  await send(ORGANISER, 'POST /v1/matches/{matchId}/finish', { matchId: OLD }, result);
  await settle(api);
  await send(ORGANISER, 'POST /v1/matches', {}, newMatch);
  const does: Readonly<Record<Step, (step: number) => Promise<unknown>>> = {
    create: step => predict(ADA, MATCH, pickIn(world, step)),
    revise: step => send(ADA, 'POST /v1/predictions/{predictionId}/revise', hers, pickIn(world, step)),
    cancel: () => send(ADA, 'POST /v1/predictions/{predictionId}/cancel', hers, reason),
    bob: step => predict(BOB, MATCH, pickIn(0, step)),
    postpone: () => send(ORGANISER, 'POST /v1/matches/{matchId}/postpone', path.match, reason),
    reschedule: () => send(ORGANISER, 'POST /v1/matches/{matchId}/reschedule', path.match, kickOff),
    'call-off': () => send(ORGANISER, 'POST /v1/matches/{matchId}/cancel', path.match, reason),
    reinstate: () => send(ORGANISER, 'POST /v1/matches/{matchId}/reinstate', path.match, kickOff),
  };
  // A match that was called off is open again in the end.
  for (const [index, step] of [...sequence, 'reinstate' as const].entries()) {
    await does[step](index);
    if (step === 'call-off') await settle(api);
  }
  await api.project();
  return api;
};

/** What webhooks bring, as text. */
const sent = ({ webhooks: { log } }: TestApi): readonly string[] =>
  [...log.deliveries.values()].map(({ subscriptionId, body }) => `webhook ${subscriptionId} ${body}`);

/** Everything that anybody but ada can read, as text. */
const seen = async (api: TestApi): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const as of VIEWERS)
    for (const [route, requests] of Object.entries(REQUESTS))
      for (const request of requests) {
        const { status, body } = await api.send(route as Route, { ...request, as });
        answers.push(`${as} ${route} ${JSON.stringify(request)}: ${status} ${JSON.stringify(body)}`);
      }
  return [...answers, ...sent(api)];
};

beforeEach(() => {
  captureOutput();
  vi.useFakeTimers({ now: BEFORE, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('every route that reads is asked', async () => {
  const functions = join(import.meta.dirname, '../../functions');
  const files = readdirSync(functions)
    .map(folder => join(functions, folder, 'routes.ts'))
    .filter(file => existsSync(file));
  const modules = await Promise.all(files.map(file => import(file) as Promise<{ default: HttpFunction }>));
  const routes = modules
    .flatMap(({ default: { routes } }) => Object.keys(routes))
    .filter(route => route.startsWith('GET '));
  expect(routes.toSorted()).toEqual([...Object.keys(REQUESTS), ...Object.keys(WITHOUT_PICKS)].sort());
});

test('two worlds that differ in a pick alone are the same to everybody else before the lock', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async sequence => {
      const [one, other] = [await play(0, sequence), await play(1, sequence)];
      expect(await seen(one)).toEqual(await seen(other));
    }),
    { numRuns: 4, examples: [[['create', 'revise', 'bob', 'call-off', 'reinstate', 'revise']]] },
  );
});

test('after the lock they are not: the law above can fail', async () => {
  const [one, other] = [await play(0, ['create']), await play(1, ['create'])];
  vi.setSystemTime(new Date(kickOff.kickOff.at));
  const [a, b] = [await seen(one), await seen(other)];
  const routes = a.flatMap((answer, index) => (answer === b[index] ? [] : [answer.split(' ').slice(1, 3).join(' ')]));
  expect([...new Set(routes)].sort()).toEqual([
    'GET /v1/events',
    'GET /v1/events/correlation/{correlationId}',
    'GET /v1/events/type/{type}',
    'GET /v1/events/{eventId}',
    'GET /v1/matches/{matchId}/predictions',
    'GET /v1/predictions/{predictionId}',
  ]);
});

test('webhooks show a pick when its match was played: they could have shown it before', async () => {
  const [one, other] = [await play(0, ['create']), await play(1, ['create'])];
  expect(sent(one)).toEqual(sent(other));
  expect(sent(one).filter(text => text.startsWith('webhook everything')).length).toBeGreaterThan(1);
  vi.setSystemTime(AFTER_ALL);
  for (const api of [one, other]) await finish(api);
  const unlike = sent(one).filter(text => !sent(other).includes(text));
  expect(unlike.map(text => /"type":"([a-z.-]+)"/.exec(text)?.[1])).toContain('prediction.evaluated');
});
