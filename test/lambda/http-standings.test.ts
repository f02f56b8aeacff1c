import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apiWithMatch, atInstant } from './at-instant.ts';
import { finish } from './finish.ts';
import type { TestApi } from './http.ts';
import { ADA, AFTER, BEFORE, BOB, COMPETITION, MATCH, predict } from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(async () => {
  api = await apiWithMatch();
});

describe('standings and statistics', () => {
  const competition = { competition: COMPETITION };
  const rows = (body: Readonly<Record<string, unknown>>) =>
    (body.standings as { playerId: string; rank: number; points: number }[]).map(({ rank, playerId, points }) => [
      rank,
      playerId,
      points,
    ]);
  beforeEach(async () => {
    await predict(api, ADA, 0, 3, 0.8);
    await predict(api, BOB, 0, 1);
    await api.send('POST /v1/pools', {
      as: BOB,
      json: {
        poolId: 'office',
        competition: COMPETITION,
        name: 'The office',
        rules: { rules: 'classic-3-2-1', basis: 'FT90', tieBreaks: [], countAwarded: false },
      },
    });
    await api.send('POST /v1/pools/{poolId}/join', { as: BOB, params: { poolId: 'office' } });
    vi.setSystemTime(AFTER);
    await finish(api);
  });

  test('of a competition, under its rules and under others', async () => {
    const of = (query?: Record<string, string>) =>
      api.send('GET /v1/competitions/{competition}/standings', {
        as: ADA,
        params: competition,
        ...(query && { query }),
      });
    const own = await of();
    expect([own.status, own.body.matches]).toEqual([200, { finished: 1, cancelled: 0, awarded: 0 }]);
    expect(rows(own.body)).toEqual([
      [1, 'ada', 4],
      [2, 'bob', 2],
    ]);
    expect(rows((await of({ rules: 'exact-3-tendency-1' })).body)).toEqual([
      [1, 'ada', 3],
      [2, 'bob', 1],
    ]);
    expect(rows((await of({ at: '2023-08-11T18:00:00.000Z' })).body)).toEqual([]);
    expect(rows((await of({ at: '2023-08-11T20:00:00.000Z' })).body)).toEqual(rows(own.body));
  });

  test('of a pool: its members under its rules', async () => {
    const { status, body } = await api.send('GET /v1/pools/{poolId}/standings', {
      as: ADA,
      params: { poolId: 'office' },
    });
    expect(status).toBe(200);
    expect(rows(body)).toEqual([[1, 'bob', 1]]);
  });

  test('of a tenant know nothing of another’s', async () => {
    const as = 'other/ada';
    const standings = await api.send('GET /v1/competitions/{competition}/standings', { as, params: competition });
    expect(rows(standings.body)).toEqual([]);
    const statistics = await api.send('GET /v1/competitions/{competition}/statistics', { as, params: competition });
    expect(statistics.body).toMatchObject({ total: { created: 0 }, matches: {} });
    const pool = await api.send('GET /v1/pools/{poolId}/standings', { as, params: { poolId: 'office' } });
    expect([pool.status, pool.body.title]).toEqual([404, 'unknown-pool']);
  });

  test('statistics count all, by match and by day', async () => {
    const { status, body } = await api.send('GET /v1/competitions/{competition}/statistics', {
      as: ADA,
      params: competition,
    });
    expect(status).toBe(200);
    const counts = { created: 2, evaluated: 2, points: 6, hitRate: 1 };
    expect(body).toMatchObject({ total: counts, matches: { [MATCH]: counts }, days: { '2023-08-11': counts } });
  });

  test('statistics as of an instant know nothing of what came after', async () => {
    const of = async (at?: string) =>
      (
        await api.send('GET /v1/competitions/{competition}/statistics', {
          as: ADA,
          params: competition,
          ...(at !== undefined && { query: { at } }),
        })
      ).body;
    expect(await of('2023-08-11T11:59:59.999Z')).toMatchObject({ total: { created: 0 }, matches: {}, days: {} });
    expect(await of(BEFORE.toISOString())).toMatchObject({ total: { created: 2, evaluated: 0, points: 0 } });
    expect(await of(AFTER.toISOString())).toEqual(await of());
  });

  test.each([
    ['at', 'yesterday', '/query/at'],
    ['at', '2023-08-11T20:00:00Z', '/query/at'],
    ['rules', 'mine', '/query/rules'],
    ['basis', 'FT91', '/query/basis'],
    ['page', '2', '/query/page'],
  ])('take no %s=%s', async (name, value, path) => {
    const { status, body } = await api.send('GET /v1/competitions/{competition}/standings', {
      as: ADA,
      params: competition,
      query: { [name]: value },
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path }]);
  });

  test('of a competition whose name is none are not there', async () => {
    for (const route of [
      'GET /v1/competitions/{competition}/standings',
      'GET /v1/competitions/{competition}/statistics',
    ] as const)
      expect((await api.send(route, { as: ADA, params: { competition: 'pool#office' } })).status).toBe(404);
  });
});
