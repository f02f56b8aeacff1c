import './environment.ts';
import { beforeEach, expect, test } from 'vitest';
import { atInstant } from './at-instant.ts';
import { type TestApi, testApi } from './http.ts';
import { ADA, AFTER, MATCH, newMatch, ORGANISER } from './http-samples.ts';

const FEED = 'acme/feed/producer';
const { kickOff, ...fixture } = newMatch;
const result = { fullTime: { home: 0, away: 3 } };
const finished = { type: 'match.finished', data: { ...fixture, result } };

atInstant(AFTER);
let api: TestApi;
beforeEach(async () => {
  api = testApi();
  const scheduled = { type: 'match.scheduled', data: { ...fixture, kickOff } };
  const { status, body } = await api.send('POST /v1/events', { as: FEED, json: scheduled });
  expect([status, body.events]).toEqual([201, [`match-${MATCH}:1`]]);
});

const state = async (json: unknown, as = FEED) => {
  const { status, body } = await api.send('POST /v1/events', { as, json });
  return { status, body, seen: [status, body.title] };
};

test('a producer states a fact, and it is stored as it was stated, under the producer’s name', async () => {
  const { status, body } = await state(finished);
  expect([status, body]).toEqual([201, { type: 'match.finished', version: 2, events: [`match-${MATCH}:2`] }]);
  expect(api.events.at(-1)).toMatchObject({ ...finished, actor: 'feed', tenantId: 'acme', hops: 0 });
  expect(await state(finished)).toMatchObject({ status: 200, body: { version: 2, events: [] } });
});

test('nobody else does', async () => {
  for (const as of [ADA, ORGANISER, 'acme/otto/operator'])
    expect((await state(finished, as)).seen).toEqual([403, 'not-permitted']);
});

test.each<[string, unknown, number, string, readonly string[]]>([
  ['an unknown type', { ...finished, type: 'match.exploded' }, 422, 'unknown-type', ['/body/type']],
  ['a type of the prototype', { ...finished, type: 'toString' }, 422, 'unknown-type', ['/body/type']],
  ['no data', { type: 'match.finished' }, 400, 'invalid-request', ['/body/data']],
  [
    'negative goals',
    { ...finished, data: { ...fixture, result: { fullTime: { home: -1, away: 0 } } } },
    400,
    'invalid-request',
    ['/body/data/result/fullTime/home'],
  ],
  [
    'fields that are not known',
    { ...finished, data: { ...fixture, result: { fullTime: { home: 1, away: 0, x: 1 } }, version: 9 } },
    400,
    'invalid-request',
    ['/body/data/result/fullTime/x', '/body/data/version'],
  ],
])('%s: refused with the path', async (_, json, status, title, paths) => {
  const { seen, body } = await state(json);
  expect(seen).toEqual([status, title]);
  expect((body.errors as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  expect(api.events).toHaveLength(1);
});

test('an envelope’s own fields are not the producer’s to say', async () => {
  for (const more of [{ tenantId: 'other' }, { version: 7 }, { occurredAt: '2020-01-01T00:00:00.000Z' }])
    expect((await state({ ...finished, ...more })).seen).toEqual([400, 'invalid-request']);
});

test('a fact that is not so is refused, and nothing stored', async () => {
  const wrong = { ...finished, data: { ...finished.data, home: 'Burnley Town' } };
  const { seen, body } = await state(wrong);
  expect([seen, body.detail]).toEqual([[409, 'contradicted'], expect.stringMatching(/^\/data\/home: /)]);
  const forgotten = { type: 'player.forgotten', data: { playerId: 'ada' } };
  expect((await state(forgotten)).seen).toEqual([403, 'not-permitted']);
  expect(api.events).toHaveLength(1);
});
