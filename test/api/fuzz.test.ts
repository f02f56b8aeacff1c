import '../lambda/environment.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyRoute } from '../../scripts/api/every-route.ts';
import { requestEvent, send, testApi } from '../lambda/http.ts';
import { captureOutput } from '../lambda/support.ts';
import { type FuzzRequest, requestOf } from './arbitraries.ts';
import { describeApi, operationAt } from './description.ts';
import { BEGINNING, WORLD } from './fuzz-world.ts';
import { judge } from './verdict.ts';

const KICK_OFF = '2026-11-20T15:00:00.000Z';
const INSTANTS = [BEGINNING, '2026-11-20T15:00:00.000Z', '2026-11-20T17:00:00.000Z'];
/** Who gets through oftenest, and who may not do everything. */
const EVERYTHING = 'acme/ada/organiser/operator/producer';
const PRINCIPALS = ['acme/ada', 'acme/ada/organiser', 'acme/bob/operator/producer', 'other/ada/organiser', 'ACME/', ''];

/** `FUZZ_MINUTES=5 npm run fuzz`: longer than the tests have time for. */
const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0);

/** Handlers that requests wait for with `after`. */
const HANDLERS = ['project-fixtures', 'project-standings', 'record-analytics'];

const description = describeApi();
const routes = everyRoute();

beforeEach(() => {
  captureOutput();
  vi.useFakeTimers({ now: new Date(BEGINNING), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A match before, one during and one after play, with picks, told to a webhook and an inbox; a pool; a player's profile. */
const world = async () => {
  const api = testApi();
  const olga = 'acme/olga/organiser';
  vi.setSystemTime(BEGINNING);
  await api.subscribe('acme', WORLD.subscriptions[0], { source: ['matchday'] });
  for (const matchId of WORLD.matches) {
    const kickOff = { at: matchId === 'open' ? '2026-11-25T15:00:00.000Z' : KICK_OFF, timeKnown: true };
    await api.send('POST /v1/matches', {
      as: olga,
      json: { matchId, competition: 'cup', home: 'A', away: 'B', kickOff },
    });
    for (const player of WORLD.players)
      await api.send('POST /v1/predictions', {
        as: `acme/${player}`,
        json: { matchId, predicted: { home: 1, away: 0 }, confidence: 0.9 },
      });
  }
  await api.send('POST /v1/pools', { as: olga, json: { poolId: 'office', competition: 'cup', name: 'Office' } });
  await api.send('POST /v1/pools/{poolId}/join', { as: 'acme/ada', params: { poolId: 'office' } });
  const params = { playerId: 'ada' };
  await api.send('PUT /v1/players/{playerId}/profile', { as: 'acme/ada', params, json: { displayName: 'Ada' } });
  vi.setSystemTime('2026-11-20T17:00:00.000Z');
  await api.send('POST /v1/matches/{matchId}/finish', {
    as: olga,
    params: { matchId: 'done' },
    json: { result: { fullTime: { home: 1, away: 0 } } },
  });
  await api.project();
  // Of what comes later nothing is read: it has no outcome, and who asks after it is told to wait.
  for (const handler of HANDLERS) api.outcomes.record(handler, ...api.events.map(({ id }) => id));
  return api;
};

const requests = fc.oneof(
  ...routes.map(({ route }) =>
    fc.record({
      route: fc.constant(route),
      request: requestOf(description, operationAt(description, route)),
      as: fc.oneof({ arbitrary: fc.constant(EVERYTHING), weight: 3 }, fc.constantFrom(...PRINCIPALS)),
      at: fc.constantFrom(...INSTANTS),
    }),
  ),
);

test(
  'no request, good or bad, gets an answer that is not described, and none an error of ours',
  async () => {
    const seen = new Set<string>();
    const tell = async (run: Awaited<ReturnType<typeof world>>, route: string, as: string, request: FuzzRequest) => {
      const event = requestEvent(route, { as, params: request.params, query: request.query, headers: request.headers });
      const body = request.base64 ? Buffer.from(request.text ?? '').toString('base64') : request.text;
      return send(run.operations, {
        ...event,
        ...(body !== undefined && { body }),
        isBase64Encoded: body !== undefined && request.base64,
      });
    };
    await fc.assert(
      fc.asyncProperty(fc.array(requests, { minLength: 1, maxLength: 40, size: 'max' }), async sent => {
        const run = await world();
        const problems = judge(description, run.operations);
        for (const { route, request, as, at } of sent) {
          vi.setSystemTime(at);
          const answer = await tell(run, route, as, request);
          seen.add(`${route} ${answer.status}`);
          expect([route, problems(route, answer)]).toEqual([route, []]);
        }
      }),
      MINUTES > 0
        ? { numRuns: 1_000_000, interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false }
        : { numRuns: 40 },
    );
    // It must get through as well as be refused, or it would show nothing.
    expect([...seen].filter(line => / 20\d$/.test(line)).length).toBeGreaterThan(routes.length / 2);
  },
  MINUTES * 60_000 + 30_000,
);
