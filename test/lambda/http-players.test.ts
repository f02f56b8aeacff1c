import './environment.ts';
import { hash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { playerStream } from '../../shared/events/streams.ts';
import { atInstant } from './at-instant.ts';
import { claimsOf, type TestApi, testApi } from './http.ts';
import { ADA, BEFORE, BOB, ORGANISER } from './http-samples.ts';

const PUT = 'PUT /v1/players/{playerId}/profile';
const DELETE = 'DELETE /v1/players/{playerId}';
const GET = 'GET /v1/players/{playerId}';

const profile = { displayName: 'Ada Lovelace', email: 'ada@example.org', locale: 'en-GB' };
const params = { playerId: 'ada' };

const output = atInstant();
let api: TestApi;
beforeEach(() => {
  api = testApi();
});

const put = (as: string, json: unknown = profile, headers = {}) => api.send(PUT, { as, params, json, headers });
const get = (as: string) => api.send(GET, { as, params });
const remove = (as: string) => api.send(DELETE, { as, params });

describe('a profile', () => {
  test('is set, changed and repeated', async () => {
    const steps = [await put(ADA), await put(ADA), await put(ADA, { displayName: 'Ada King' }), await put(ORGANISER)];
    expect(steps.map(({ status, body }) => [status, body])).toEqual([
      [201, { playerId: 'ada', version: 1, events: ['player-ada:1'] }],
      [200, { playerId: 'ada', version: 1, events: [] }],
      [200, { playerId: 'ada', version: 2, events: ['player-ada:2'] }],
      [200, { playerId: 'ada', version: 3, events: ['player-ada:3'] }],
    ]);
  });

  test('is shown whole to the player and to organisers, to others by its name, to other tenants not at all', async () => {
    await put(ADA);
    const answers = [await get(ADA), await get(ORGANISER), await get(BOB), await get('other/ada')];
    const whole = { playerId: 'ada', ...profile, version: 1 };
    expect(answers.map(({ status, body }) => [status, body])).toMatchObject([
      [200, whole],
      [200, whole],
      [200, {}],
      [404, { title: 'unknown-player' }],
    ]);
    expect(answers[2]?.body).toEqual({ playerId: 'ada', displayName: 'Ada Lovelace' });
  });

  test('is the player’s own', async () => {
    const answers = [await put(BOB), await remove(BOB), await put('acme/olga/operator')];
    expect(answers.map(({ status, body }) => [status, body.title])).toEqual(Array(3).fill([403, 'not-permitted']));
    expect(api.events).toEqual([]);
  });

  test.each([
    ['no name', { email: 'ada@example.org' }, '/body/displayName'],
    ['an empty name', { displayName: ' ' }, '/body/displayName'],
    ['a long name', { displayName: 'x'.repeat(101) }, '/body/displayName'],
    ['no address', { displayName: 'Ada', email: 'ada' }, '/body/email'],
    ['a long address', { displayName: 'Ada', email: `${'a'.repeat(250)}@example.org` }, '/body/email'],
    ['no language', { displayName: 'Ada', locale: 'en_GB' }, '/body/locale'],
    ['more than there is', { displayName: 'Ada', phone: '1' }, '/body/phone'],
  ])('is refused with %s', async (_, json, path) => {
    const answer = await put(ADA, json);
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ path }]]);
    expect(api.events).toEqual([]);
  });

  test('may be as long as it may be', async () => {
    const long = {
      displayName: '😀'.repeat(50),
      email: `${'a'.repeat(60)}@${'b.'.repeat(90)}example.org`,
      locale: 'de',
    };
    expect((await put(ADA, long)).status).toBe(201);
    expect((await get(ADA)).body).toMatchObject(long);
  });
});

describe('a forgotten player', () => {
  beforeEach(() => put(ADA));

  test.each([ADA, ORGANISER])('was forgotten by %s, once', async as => {
    const answers = [await remove(as), await remove(as)];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { playerId: 'ada', version: 2, events: ['player-ada:2'] }],
      [200, { playerId: 'ada', version: 2, events: [] }],
    ]);
  });

  test('is gone for everybody, and does not come back', async () => {
    await remove(ADA);
    const answers = [await get(ADA), await get(ORGANISER), await get(BOB), await put(ADA), await put(ORGANISER)];
    expect(answers.map(({ status, body }) => [status, body.title])).toEqual(Array(5).fill([410, 'forgotten']));
  });

  test('has to have been there', async () => {
    const answer = await api.send(DELETE, { as: ORGANISER, params: { playerId: 'nobody' } });
    expect([answer.status, answer.body.title]).toEqual([404, 'unknown-player']);
    const odd = await api.send(DELETE, { as: ORGANISER, params: { playerId: 'No Id' } });
    expect([odd.status, odd.body.title]).toEqual([404, 'unknown-player']);
  });
});

describe('names of several players', () => {
  const NAMES = 'GET /v1/players';
  const names = (ids: string, as = BOB) => api.send(NAMES, { as, query: { ids } });
  const named = async (ids: string, as?: string) => (await names(ids, as)).body.items;
  const putName = (playerId: string, displayName: string, tenant = 'acme') =>
    api.send(PUT, { as: `${tenant}/${playerId}`, params: { playerId }, json: { displayName } });

  test('are those of the tenant, once each, in the order that was asked for; who has none is left out', async () => {
    await put(ADA);
    await putName('eve', 'Ada Lovelace');
    await putName('mallory', 'Mallory', 'other');
    const ada = { playerId: 'ada', displayName: 'Ada Lovelace' };
    const eve = { playerId: 'eve', displayName: 'Ada Lovelace' };
    expect(await named('eve,bob,ada,mallory,ada')).toEqual([eve, ada]);
    expect(await named('ada,mallory', 'other/zoe')).toEqual([{ playerId: 'mallory', displayName: 'Mallory' }]);
  });

  test('are names and nothing else, to organisers and to the player too', async () => {
    await put(ADA);
    for (const as of [ADA, ORGANISER, BOB])
      expect(await named('ada', as)).toEqual([{ playerId: 'ada', displayName: 'Ada Lovelace' }]);
  });

  test('change at once, and are gone at once', async () => {
    await put(ADA);
    await putName('ada', 'Ada King');
    expect(await named('ada')).toEqual([{ playerId: 'ada', displayName: 'Ada King' }]);
    await remove(ADA);
    expect(await named('ada')).toEqual([]);
  });

  test('are gone with the key, before the stream says that the player was forgotten', async () => {
    await put(ADA);
    await putName('eve', 'Eve');
    await api.keys.destroy({ tenantId: 'acme', playerId: 'ada' });
    expect(await named('ada,eve')).toEqual([{ playerId: 'eve', displayName: 'Eve' }]);
  });

  test('of a hundred at most, by ids that may be ids', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `p-${index}`).join();
    expect((await names(ids(100))).status).toBe(200);
    for (const odd of [ids(101), '', 'ada,', 'Ada', 'ada,..', 'x'.repeat(101)])
      expect([odd, (await names(odd)).status]).toEqual([odd, 400]);
    expect((await api.send(NAMES, { as: BOB })).status).toBe(400);
  });

  test('are for who may ask for a player', async () => {
    expect((await api.send(NAMES, { claims: { ...claimsOf('acme/olga'), scope: 'matchday/operator' } })).status).toBe(
      403,
    );
  });
});

test('an Idempotency-Key leaves no digest of the profile by which it could be guessed', async () => {
  const headers = { 'idempotency-key': 'key-1' };
  const [first, second] = [await put(ADA, profile, headers), await put(ADA, profile, headers)];
  expect([first.status, second]).toEqual([201, first]);
  expect((await put(ADA, { displayName: 'Ada King' }, headers)).body.title).toBe('key-reused');
  const { token } = await api.store.load('acme', playerStream('ada'));
  const found = await api.store.findCommit(token, { commitId: 'key-1', occurredAt: BEFORE.toISOString() });
  const guess = hash('sha256', JSON.stringify(['ada', PUT, params, profile]), 'base64url').slice(0, 16);
  expect(found?.commit.request).toMatch(/^[\w-]{16}$/);
  expect(found?.commit.request).not.toBe(guess);
});

test('what goes wrong is logged and answered without a word of the profile', async () => {
  const broken = { ...api.keys, find: () => Promise.reject(new TypeError('broken')) };
  vi.spyOn(api.keys, 'find').mockImplementation(broken.find);
  await put(ADA);
  const answers = [await get(ADA), await put(ADA, { ...profile, email: 'ada at example.org' })];
  expect(answers.map(({ status }) => status)).toEqual([500, 400]);
  const said = JSON.stringify([output.logs(), output.metrics(), answers]);
  expect(output.logs().filter(({ level }) => level === 'ERROR')).toHaveLength(1);
  expect(said).not.toMatch(/lovelace|example\.org/i);
});
