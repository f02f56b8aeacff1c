import './environment.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { apiWithMatch, atInstant } from './at-instant.ts';
import type { TestApi } from './http.ts';
import { ADA, kickOff, match, newMatch, ORGANISER, predict, prediction } from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(async () => {
  api = await apiWithMatch();
});

const read = (headers = {}) => api.send('GET /v1/matches/{matchId}', { as: ADA, params: match, headers });

const reschedule = (headers: Record<string, string>, at = kickOff.kickOff.at) =>
  api.send('POST /v1/matches/{matchId}/reschedule', {
    as: ORGANISER,
    params: match,
    headers,
    json: { kickOff: { at, timeKnown: true } },
  });

const statusOf = async (headers: Record<string, string>) => (await reschedule(headers)).status;

describe('the ETag', () => {
  test('of a match is its version, and changes with it', async () => {
    const first = await read();
    expect([first.headers.etag, first.headers['cache-control']]).toEqual(['"1"', 'private, no-cache']);
    await reschedule({});
    expect((await read()).headers.etag).toBe('"2"');
  });

  test.each([
    ['"1"', 304],
    ['W/"1"', 304],
    ['"7", "1"', 304],
    ['*', 304],
    ['"2"', 200],
    ['1', 200],
    ['"1', 200],
    ['', 200],
  ])('saves the body for If-None-Match: %s: %i', async (header, status) => {
    const answer = await read({ 'if-none-match': header });
    expect([answer.status, answer.headers.etag, answer.body === null]).toEqual([status, '"1"', status === 304]);
  });

  test('of a pick is not seen by who may not see the pick', async () => {
    await predict(api, ADA, 2, 1);
    const ask = (as: string) =>
      api.send('GET /v1/predictions/{predictionId}', {
        as,
        params: prediction('ada'),
        headers: { 'if-none-match': '*' },
      });
    expect([(await ask(ADA)).status, (await ask('acme/bob')).status]).toEqual([304, 404]);
  });

  test('of pools and players too; what is personal is kept by nobody', async () => {
    await api.send('POST /v1/pools', { as: ADA, json: { poolId: 'office', competition: 'cup', name: 'Office' } });
    const pool = await api.send('GET /v1/pools/{poolId}', { as: ADA, params: { poolId: 'office' } });
    expect([pool.headers.etag, pool.body.version]).toEqual(['"1"', 1]);
    const params = { playerId: 'ada' };
    await api.send('PUT /v1/players/{playerId}/profile', { as: ADA, params, json: { displayName: 'Ada' } });
    const own = await api.send('GET /v1/players/{playerId}', { as: ADA, params });
    expect([own.headers.etag, own.headers['cache-control']]).toEqual(['"1"', 'no-store']);
    const others = await api.send('GET /v1/players/{playerId}', { as: 'acme/bob', params });
    expect([others.headers.etag, others.headers['cache-control']]).toEqual([undefined, 'no-store']);
  });
});

describe('If-Match', () => {
  test.each([
    ['"1"', 200],
    ['"7", "1"', 200],
    ['*', 200],
    ['"2"', 412],
    ['W/"1"', 412],
    ['"x"', 412],
    ['"01"', 412],
    ['1', 400],
    ['', 400],
  ])('%s on a match at version 1: %i', async (header, status) => {
    const answer = await reschedule({ 'if-match': header });
    expect([answer.status, api.events.length]).toEqual([status, status === 200 ? 2 : 1]);
    if (status === 412)
      expect(answer.body).toMatchObject({ title: 'precondition-failed', detail: 'this is at version 1 now' });
  });

  test('lets one of two win who have read the same', async () => {
    const [one, two] = await Promise.all([
      reschedule({ 'if-match': '"1"' }, '2023-08-13T19:00:00.000Z'),
      reschedule({ 'if-match': '"1"' }, '2023-08-14T19:00:00.000Z'),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([200, 412]);
    expect(api.events).toHaveLength(2);
  });

  test('does not stand in the way of a repeat: it gets the first answer', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'k' };
    const first = await reschedule(headers);
    await reschedule({}, '2023-08-14T19:00:00.000Z');
    expect(await reschedule(headers)).toEqual(first);
    expect(api.events).toHaveLength(3);
    const other = await reschedule({ ...headers, 'if-match': '"3"' });
    expect([other.status, other.body.title]).toEqual([422, 'key-reused']);
  });

  test('holds for a command that would change nothing', async () => {
    expect([await statusOf({}), await statusOf({ 'if-match': '"1"' })]).toEqual([200, 412]);
  });

  test('of nothing fails before anything else', async () => {
    const { status } = await api.send('POST /v1/matches/{matchId}/reschedule', {
      as: ORGANISER,
      params: { matchId: 'nowhere' },
      headers: { 'if-match': '*' },
      json: kickOff,
    });
    expect(status).toBe(412);
  });
});

describe('If-None-Match of a command', () => {
  const schedule = (matchId: string, headers: Record<string, string>) =>
    api.send('POST /v1/matches', { as: ORGANISER, headers, json: { ...newMatch, matchId } });

  test('* makes what is not there, and nothing else', async () => {
    const headers = { 'if-none-match': '*' };
    expect((await schedule('another', headers)).status).toBe(201);
    expect((await schedule('another', headers)).status).toBe(412);
    expect((await schedule('another', {})).status).toBe(200);
    expect(await statusOf(headers)).toBe(412);
  });

  test.each(['"1"', ''])('cannot be %j', async header => {
    expect((await schedule('another', { 'if-none-match': header })).status).toBe(400);
  });

  test('and If-Match are not for one request, nor for routes of no version', async () => {
    expect(await statusOf({ 'if-match': '*', 'if-none-match': '*' })).toBe(400);
    const headers = { 'if-match': '"1"' };
    const join = await api.send('POST /v1/pools/{poolId}/join', { as: ADA, params: { poolId: 'office' }, headers });
    expect([join.status, join.body.detail]).toEqual([400, 'If-Match and If-None-Match are not for this route']);
  });
});
