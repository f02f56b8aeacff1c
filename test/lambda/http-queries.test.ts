import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apiWithMatch, atInstant } from './at-instant.ts';
import { finish } from './finish.ts';
import type { TestApi } from './http.ts';
import { ADA, AFTER, BEFORE, BOB, COMPETITION, MATCH, match, newMatch, ORGANISER, predict } from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(async () => {
  api = await apiWithMatch();
});

describe('a match', () => {
  test('is what happened to it', async () => {
    const { matchId, competition, round, home, away, kickOff } = newMatch;
    const scheduled = await api.send('GET /v1/matches/{matchId}', { as: ADA, params: match });
    expect(scheduled).toMatchObject({
      status: 200,
      body: { status: 'scheduled', version: 1, fixture: { matchId, competition, round, home, away }, kickOff },
    });
    vi.setSystemTime(AFTER);
    await finish(api);
    const finished = await api.send('GET /v1/matches/{matchId}', { as: ADA, params: match });
    expect(finished.body).toMatchObject({ status: 'finished', version: 2, result: { fullTime: { home: 0, away: 3 } } });
  });

  test('is what it was, at a version or an instant', async () => {
    const read = (query?: Record<string, string>) =>
      api.send('GET /v1/matches/{matchId}', { as: ADA, params: match, ...(query && { query }) });
    const before = (await read()).body;
    vi.setSystemTime(AFTER);
    await finish(api);
    const after = (await read()).body;
    expect((await read({ version: '1' })).body).toEqual(before);
    expect((await read({ at: BEFORE.toISOString() })).body).toEqual(before);
    expect((await read({ at: new Date(AFTER.getTime() - 1).toISOString() })).body).toEqual(before);
    expect((await read({ version: '2' })).body).toEqual(after);
    expect((await read({ at: AFTER.toISOString() })).body).toEqual(after);
    const [never, ahead] = [await read({ at: '2023-08-11T11:59:59.999Z' }), await read({ version: '3' })];
    expect([never.status, never.body.title]).toEqual([404, 'unknown-match']);
    expect([ahead.status, ahead.body.title]).toEqual([404, 'unknown-version']);
  });

  test.each([
    [{ version: '0' }, '/query/version'],
    [{ version: 'two' }, '/query/version'],
    [{ at: 'yesterday' }, '/query/at'],
    [{ at: '2023-08-11T12:00:00.000Z', version: '1' }, '/query'],
  ])('takes no %j', async (query, path) => {
    const { status, body } = await api.send('GET /v1/matches/{matchId}', { as: ADA, params: match, query });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path }]);
  });

  test.each([
    ['nobody-nowhere', ADA],
    [MATCH, 'other/ada'],
    ['%', ADA],
    ['%2525', ADA],
    ['BURNLEY-CITY', ADA],
  ])('%s is not there for %s', async (matchId, as) => {
    const { status, body } = await api.send('GET /v1/matches/{matchId}', { as, params: { matchId } });
    expect([status, body.title]).toEqual([404, 'unknown-match']);
  });
});

describe('a prediction', () => {
  const read = (as: string, predictionId = `${MATCH}.ada`) =>
    api.send('GET /v1/predictions/{predictionId}', { as, params: { predictionId } });
  beforeEach(() => predict(api, ADA, 1, 3, 0.9));

  test('is its player’s to read', async () => {
    expect(await read(ADA)).toMatchObject({
      status: 200,
      body: { status: 'placed', version: 1, pick: { predicted: { home: 1, away: 3 }, confidence: 0.9 } },
    });
  });

  test.each([BOB, ORGANISER])('is hidden from %s until kick-off, as if it did not exist', async as => {
    const [hidden, absent] = [await read(as), await read(as, `${MATCH}.nobody`)];
    expect([hidden.status, hidden.body.title]).toEqual([404, 'unknown-prediction']);
    expect(hidden).toEqual(absent);
    vi.setSystemTime(new Date(AFTER.getTime() - 1));
    expect((await read(as)).status).toBe(404);
    vi.setSystemTime(AFTER);
    expect((await read(as)).body).toMatchObject({ pick: { predicted: { home: 1, away: 3 } } });
  });

  test.each([BOB, ORGANISER])('tells %s nothing before kick-off by its versions or its instants either', async as => {
    for (const query of [
      { version: '1' },
      { version: '2' },
      { at: BEFORE.toISOString() },
      { at: AFTER.toISOString() },
    ]) {
      const params = { predictionId: `${MATCH}.ada` };
      const { status, body } = await api.send('GET /v1/predictions/{predictionId}', { as, params, query });
      expect([status, body.title]).toEqual([404, 'unknown-prediction']);
    }
  });

  test('is what it was before it was revised', async () => {
    const json = { predicted: { home: 2, away: 2 } };
    const params = { predictionId: `${MATCH}.ada` };
    expect((await api.send('POST /v1/predictions/{predictionId}/revise', { as: ADA, params, json })).status).toBe(200);
    const of = (version: string) =>
      api.send('GET /v1/predictions/{predictionId}', { as: ADA, params, query: { version } });
    expect((await of('1')).body).toMatchObject({ version: 1, pick: { predicted: { home: 1, away: 3 } } });
    expect((await of('2')).body).toMatchObject({ version: 2, pick: { predicted: { home: 2, away: 2 } } });
  });

  test('is hidden again when its match moves to a later day', async () => {
    vi.setSystemTime(AFTER);
    const json = { kickOff: { at: '2023-09-01T19:00:00.000Z', timeKnown: true } };
    await api.send('POST /v1/matches/{matchId}/reschedule', { as: ORGANISER, params: match, json });
    expect((await read(BOB)).status).toBe(404);
  });

  test('of another tenant is not there, for whom it may be', async () => {
    vi.setSystemTime(AFTER);
    for (const as of ['other/ada', 'other/olga/organiser']) expect((await read(as)).status).toBe(404);
  });

  test.each(['', 'ada', '.ada', `${MATCH}.ada.x`, `${MATCH}.%61da`, 'nobody-nowhere.ada'])(
    'has no id like %j',
    async id => {
      const { status, body } = await read(ADA, id);
      expect([status, body.title]).toEqual([404, 'unknown-prediction']);
    },
  );
});

test('a pool is shown with its rules; an unknown one is not there', async () => {
  await api.send('POST /v1/pools', {
    as: ADA,
    json: { poolId: 'office', competition: COMPETITION, name: 'The office' },
  });
  const { status, body } = await api.send('GET /v1/pools/{poolId}', { as: BOB, params: { poolId: 'office' } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    owner: 'ada',
    rules: { rules: 'kicktipp-4-3-2', basis: 'FT90', tieBreaks: [], countAwarded: false },
  });
  for (const poolId of ['garage', '%', 'office#x'])
    expect((await api.send('GET /v1/pools/{poolId}', { as: BOB, params: { poolId } })).status).toBe(404);
});
