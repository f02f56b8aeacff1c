import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { settle } from './finish.ts';
import { type TestApi, testApi } from './http.ts';
import { COMPETITION, newMatch, ORGANISER } from './http-samples.ts';

/** Two matchdays of one match each: cem leads after the first, ada after the second, and dora comes with it. */
const PICKS = {
  one: { ada: [1, 0], bob: [0, 0], cem: [2, 0] },
  two: { ada: [3, 1], bob: [0, 0], cem: [0, 1], dora: [2, 0] },
} as const;
const END = new Date('2023-08-20T19:00:00.000Z');

atInstant();
let api: TestApi;
beforeEach(async () => {
  api = testApi();
  for (const [index, matchId] of (['one', 'two'] as const).entries()) {
    const kickOff = { at: `2023-08-${18 + index}T19:00:00.000Z`, timeKnown: true };
    await api.send('POST /v1/matches', {
      as: ORGANISER,
      json: { ...newMatch, matchId, round: `Matchday ${index + 1}`, kickOff },
    });
    for (const [player, [home, away]] of Object.entries(PICKS[matchId]))
      await api.send('POST /v1/predictions', { as: `acme/${player}`, json: { matchId, predicted: { home, away } } });
  }
  await api.send('POST /v1/pools', { as: 'acme/bob', json: { poolId: 'office', competition: COMPETITION, name: 'x' } });
  for (const as of ['acme/bob', 'acme/dora'])
    await api.send('POST /v1/pools/{poolId}/join', { as, params: { poolId: 'office' } });
  vi.setSystemTime(END);
});

const finish = async (matchId: 'one' | 'two', home: number, away: number) => {
  const json = { result: { fullTime: { home, away } } };
  await api.send('POST /v1/matches/{matchId}/finish', { as: ORGANISER, params: { matchId }, json });
  await settle(api);
};
const playBoth = async () => {
  await finish('one', 2, 0);
  await finish('two', 3, 1);
};

interface Row {
  readonly rank: number;
  readonly playerId: string;
  readonly points: number;
  readonly movement?: { readonly direction: string; readonly previousRank: number | null };
}
const table = async (query: Readonly<Record<string, string>> = {}, as = 'acme/bob', pool?: string) => {
  const answer = pool
    ? await api.send('GET /v1/pools/{poolId}/standings', { as, params: { poolId: pool }, query })
    : await api.send('GET /v1/competitions/{competition}/standings', {
        as,
        params: { competition: COMPETITION },
        query,
      });
  const rows = (answer.body.standings ?? []) as readonly Row[];
  return { ...answer, rows: rows.map(({ rank, playerId, points }) => `${rank} ${playerId} ${points}`), all: rows };
};
const moves = ({ all }: Awaited<ReturnType<typeof table>>) =>
  all.map(({ playerId, movement }) => `${playerId} ${movement?.direction} ${movement?.previousRank}`);

describe('the table of a matchday', () => {
  beforeEach(playBoth);

  test('has what that matchday brought, and no other', async () => {
    expect((await table()).rows).toEqual(['1 ada 6', '2 cem 4', '3 dora 3', '4 bob 0']);
    expect((await table({ round: 'Matchday 1' })).rows).toEqual(['1 cem 4', '2 ada 2', '3 bob 0']);
    const second = await table({ round: 'Matchday 2' });
    expect(second.rows).toEqual(['1 ada 4', '2 dora 3', '3 bob 0', '3 cem 0']);
    expect(second.body).toMatchObject({ matches: { finished: 1 }, players: 4 });
  });

  test('of a pool has its members; as of an instant it knows nothing of what came after', async () => {
    expect((await table({ round: 'Matchday 1' }, 'acme/bob', 'office')).rows).toEqual(['1 bob 0', '1 dora 0']);
    const at = new Date(END.getTime() - 1).toISOString();
    expect((await table({ round: 'Matchday 1', at })).rows).toEqual([]);
  });

  test('of no matchday is not there', async () => {
    expect((await table({ round: 'Matchday 3' })).body).toMatchObject({ status: 404, title: 'unknown-round' });
  });
});

describe('movement', () => {
  test('is none before a matchday has begun, and new for all on the first', async () => {
    await api.project();
    expect((await table({ movement: 'true' })).body).toMatchObject({ movementSince: null, standings: [] });
    await finish('one', 2, 0);
    const first = await table({ movement: 'true' });
    expect(first.body.movementSince).toBe('Matchday 1');
    expect(moves(first)).toEqual(['cem new null', 'ada new null', 'bob new null']);
  });

  test('is since the last matchday that has begun, and follows a correction', async () => {
    await playBoth();
    const now = await table({ movement: 'true' });
    expect(now.body.movementSince).toBe('Matchday 2');
    expect(moves(now)).toEqual(['ada up 2', 'cem down 1', 'dora new null', 'bob down 3']);
    expect(now.rows).toEqual((await table()).rows);
    expect(moves(await table({ movement: 'true' }, 'acme/bob', 'office'))).toEqual(['dora same 1', 'bob down 1']);
    await api.send('POST /v1/matches/{matchId}/correct', {
      as: ORGANISER,
      params: { matchId: 'two' },
      json: { result: { fullTime: { home: 0, away: 1 } }, reason: 'offside' },
    });
    await settle(api);
    expect(moves(await table({ movement: 'true' }))).toEqual([
      'cem same 1',
      'ada same 2',
      'bob same 3',
      'dora new null',
    ]);
  });

  test.each([{ round: 'Matchday 1' }, { at: END.toISOString() }])('is not of %j', async other => {
    const { status, body } = await table({ movement: 'true', ...(other as Record<string, string>) });
    expect([status, body.errors]).toMatchObject([400, [{ path: '/query/movement' }]]);
  });
});

describe('a part of the table', () => {
  beforeEach(playBoth);

  test('is a page, with the cursor of the next', async () => {
    const first = await table({ limit: '3' });
    expect(first.rows).toEqual(['1 ada 6', '2 cem 4', '3 dora 3']);
    const cursor = String(first.body.next);
    expect(await table({ limit: '3', cursor })).toMatchObject({ rows: ['4 bob 0'], body: { next: null, players: 4 } });
    expect((await table({ limit: '3', cursor, rules: 'classic-3-2-1' })).body.title).toBe('invalid-cursor');
    expect((await table({ cursor }, 'other/bob')).body.title).toBe('invalid-cursor');
  });

  test('is around me', async () => {
    expect((await table({ around: 'me', n: '1' })).rows).toEqual(['3 dora 3', '4 bob 0']);
    expect((await table({ around: 'me', n: '1' }, 'acme/cem')).rows).toEqual(['1 ada 6', '2 cem 4', '3 dora 3']);
    expect((await table({ around: 'me', n: '0' }, 'acme/ada')).rows).toEqual(['1 ada 6']);
    expect((await table({ around: 'me' }, 'acme/zoe')).rows).toEqual([]);
    expect((await table({ around: 'me', cursor: 'x' })).status).toBe(400);
  });
});

describe('the race', () => {
  const race = (query?: Readonly<Record<string, string>>) =>
    api.send('GET /v1/competitions/{competition}/race', {
      as: 'acme/bob',
      params: { competition: COMPETITION },
      ...(query && { query }),
    });

  test('is mine, or of the players asked for, round by round', async () => {
    await finish('one', 2, 0);
    expect((await race()).body).toMatchObject({
      rounds: ['Matchday 1'],
      runners: [{ playerId: 'bob', points: [0], ranks: [3] }],
      days: [{ at: END.toISOString(), rounds: ['Matchday 1'] }],
    });
    await finish('two', 3, 1);
    const two = await race({ players: 'dora,ada', rules: 'classic-3-2-1' });
    expect(two.body).toMatchObject({
      players: 4,
      rounds: ['Matchday 1', 'Matchday 2'],
      runners: [
        { playerId: 'dora', points: [0, 2], ranks: [null, 3] },
        { playerId: 'ada', points: [1, 4], ranks: [2, 1] },
      ],
    });
  });

  test('of a pool is among its members', async () => {
    await playBoth();
    const params = { poolId: 'office' };
    const { body } = await api.send('GET /v1/pools/{poolId}/race', { as: 'acme/bob', params });
    expect(body).toMatchObject({ players: 2, runners: [{ playerId: 'bob', points: [0, 0], ranks: [1, 2] }] });
  });

  test.each(['', 'ada,', 'Ada', `ada,${'b'.repeat(101)}`, Array.from({ length: 13 }, (_, n) => `p${n}`).join()])(
    'is not of %j',
    async players => {
      const { status, body } = await race({ players });
      expect([status, body.errors]).toMatchObject([400, [{ path: '/query/players' }]]);
    },
  );
});
