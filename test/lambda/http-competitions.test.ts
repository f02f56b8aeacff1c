import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { settle } from './finish.ts';
import { type TestApi, testApi } from './http.ts';
import { ADA, BEFORE, BOB, COMPETITION, newMatch, ORGANISER, reason, result } from './http-samples.ts';

const at = (day: number) => `2023-08-${day}T19:00:00.000Z`;
/** Matchday 2 is scheduled before Matchday 1, which has two matches. */
const MATCHES = [
  ['c', 'Matchday 2', at(18)],
  ['a', 'Matchday 1', at(11)],
  ['b', 'Matchday 1', at(12)],
] as const;
const params = { competition: COMPETITION };

atInstant();
let api: TestApi;
beforeEach(async () => {
  api = testApi();
  for (const [matchId, round, kickOff] of MATCHES)
    await api.send('POST /v1/matches', {
      as: ORGANISER,
      json: { ...newMatch, matchId, round, kickOff: { at: kickOff, timeKnown: true } },
    });
  await api.project();
});

const command = (matchId: string, name: 'start' | 'postpone' | 'finish', json?: unknown) =>
  api.send(`POST /v1/matches/{matchId}/${name}`, {
    as: ORGANISER,
    params: { matchId },
    ...(json !== undefined && { json }),
  });
const matches = async (query: Readonly<Record<string, string>> = {}, as = ADA) => {
  const { status, body } = await api.send('GET /v1/competitions/{competition}/matches', { as, params, query });
  const items = body.items as { fixture: { matchId: string } }[] | undefined;
  return { status, ids: items?.map(({ fixture }) => fixture.matchId), next: body.next, body };
};

describe('competitions', () => {
  test('are listed with their matches by status, to their own tenant', async () => {
    vi.setSystemTime(new Date(at(11)));
    await command('a', 'start');
    await api.project();
    const counts = { scheduled: 2, postponed: 0, started: 1, finished: 0, awarded: 0, cancelled: 0 };
    expect((await api.send('GET /v1/competitions', { as: ADA })).body).toEqual({
      items: [{ competition: COMPETITION, matches: counts }],
      next: null,
    });
    expect((await api.send('GET /v1/competitions', { as: 'other/ada' })).body).toEqual({ items: [], next: null });
  });

  test('have rounds in their order', async () => {
    const { status, body } = await api.send('GET /v1/competitions/{competition}', { as: ADA, params });
    expect(status).toBe(200);
    expect(body.now).toBe(BEFORE.toISOString());
    expect(body.rounds).toMatchObject([
      { round: 'Matchday 1', firstKickOff: at(11), lastKickOff: at(12), matches: { scheduled: 2 } },
      { round: 'Matchday 2', firstKickOff: at(18), lastKickOff: at(18), matches: { scheduled: 1 } },
    ]);
    for (const [as, competition] of [
      ['other/ada', COMPETITION],
      [ADA, 'nobodys-cup'],
      [ADA, 'no#id'],
    ] as const)
      expect((await api.send('GET /v1/competitions/{competition}', { as, params: { competition } })).status).toBe(404);
  });
});

describe('the matches of a competition', () => {
  test('come in the order of their kick-offs, as they stand', async () => {
    expect((await matches()).ids).toEqual(['a', 'b', 'c']);
    await command('a', 'postpone', reason);
    await api.project();
    expect((await matches({ status: 'postponed' })).body.items).toMatchObject([
      { status: 'postponed', begun: false, version: 2, kickOff: { at: at(11) } },
    ]);
  });

  test.each([
    [{ round: 'Matchday 1' }, ['a', 'b']],
    [{ round: 'Matchday' }, []],
    [{ status: 'finished' }, []],
    [{ from: at(12) }, ['b', 'c']],
    [{ to: at(12) }, ['a']],
    [{ from: at(12), to: at(18), status: 'scheduled' }, ['b']],
  ])('are picked out by %j', async (query, ids) => {
    expect((await matches(query as Record<string, string>)).ids).toEqual(ids);
  });

  test('are read page by page, by cursors of this tenant and this question alone', async () => {
    const first = await matches({ limit: '2' });
    expect(first.ids).toEqual(['a', 'b']);
    const cursor = String(first.next);
    expect(await matches({ limit: '2', cursor })).toMatchObject({ ids: ['c'], next: null });
    for (const [query, as] of [
      [{ cursor }, 'other/ada'],
      [{ cursor, round: 'Matchday 1' }, ADA],
      [{ cursor: 'x' }, ADA],
    ] as const)
      expect((await matches(query as Record<string, string>, as)).body).toMatchObject({
        status: 400,
        title: 'invalid-cursor',
      });
  });

  test.each([{ limit: '0' }, { limit: '501' }, { limit: '1.5' }, { status: 'over' }, { from: 'today' }, { page: '2' }])(
    'take no %j',
    async query => {
      expect((await matches(query as unknown as Record<string, string>)).status).toBe(400);
    },
  );
});

describe('predictions of matches', () => {
  const predict = (as: string, matchId: string, home: number, away: number) =>
    api.send('POST /v1/predictions', { as, json: { matchId, predicted: { home, away } } });
  const of = (as: string, query: Readonly<Record<string, string>> = {}, matchId = 'a') =>
    api.send('GET /v1/matches/{matchId}/predictions', { as, params: { matchId }, query });
  const players = (body: Readonly<Record<string, unknown>>) =>
    (body.items as { key: { playerId: string } }[]).map(({ key }) => key.playerId);
  beforeEach(async () => {
    for (const [as, home, away] of [
      [ADA, 1, 0],
      [BOB, 2, 2],
      ['acme/cem', 1, 0],
    ] as const)
      await predict(as, 'a', home, away);
  });

  test('are mine alone until kick-off, and say when that is', async () => {
    const { body } = await of(BOB);
    expect(body).toMatchObject({ locked: false, lockedAt: at(11), crowd: null, next: null });
    expect(players(body)).toEqual(['bob']);
    expect((await of('acme/dora')).body).toMatchObject({ items: [], crowd: null });
    expect(players((await of(ORGANISER)).body)).toEqual([]);
  });

  test('are everybody’s from kick-off on, with the crowd’s split, page by page', async () => {
    vi.setSystemTime(new Date(at(11)));
    const all = (await of('acme/dora')).body;
    expect(players(all).toSorted()).toEqual(['ada', 'bob', 'cem']);
    expect(all).toMatchObject({
      locked: true,
      crowd: {
        picks: 3,
        home: { count: 2, share: 2 / 3 },
        draw: { count: 1 },
        away: { count: 0, share: 0 },
        mostFrequent: { score: { home: 1, away: 0 }, count: 2 },
      },
    });
    const pages: string[] = [];
    let next: unknown;
    do {
      const page: Readonly<Record<string, unknown>> = (
        await of(BOB, { limit: '1', ...(typeof next === 'string' && { cursor: next }) })
      ).body;
      pages.push(...players(page));
      expect(page.crowd === null).toBe(next !== undefined);
      next = page.next;
    } while (next !== null);
    expect(pages).toEqual(players(all));
  });

  test('are hidden again when the match is put off before it began', async () => {
    await command('a', 'postpone', reason);
    vi.setSystemTime(new Date(at(18)));
    expect((await of('acme/dora')).body).toMatchObject({ locked: false, lockedAt: null, items: [] });
  });

  test('of no match, or of another tenant’s, are not there', async () => {
    for (const [as, matchId] of [
      [ADA, 'x'],
      [ADA, '#'],
      ['other/ada', 'a'],
    ] as const)
      expect((await of(as, {}, matchId)).body).toMatchObject({ status: 404, title: 'unknown-match' });
  });

  test('of mine are listed by competition and round, in the order of kick-offs', async () => {
    await predict(ADA, 'c', 0, 0);
    const mine = async (query: Readonly<Record<string, string>>) =>
      (await api.send('GET /v1/predictions', { as: ADA, query: { competition: COMPETITION, ...query } })).body;
    const ids = (body: Readonly<Record<string, unknown>>) =>
      (body.items as { key: { matchId: string; playerId: string } }[]).map(
        ({ key }) => `${key.matchId}.${key.playerId}`,
      );
    expect(ids(await mine({}))).toEqual(['a.ada', 'c.ada']);
    expect(ids(await mine({ round: 'Matchday 2' }))).toEqual(['c.ada']);
    const first = await mine({ limit: '2' });
    expect([ids(first), ids(await mine({ limit: '2', cursor: String(first.next) }))]).toEqual([['a.ada'], ['c.ada']]);
  });

  test('that are settled are a player’s history and record, in the order of time', async () => {
    vi.setSystemTime(new Date(at(12)));
    await command('a', 'finish', result);
    await settle(api);
    const read = (name: 'history' | 'statistics', as = BOB) =>
      api.send(`GET /v1/players/{playerId}/${name}`, {
        as,
        params: { playerId: 'bob' },
        query: { competition: COMPETITION, rules: 'classic-3-2-1' },
      });
    expect((await read('history', ADA)).body).toEqual({
      items: [
        {
          predictionId: 'a.bob',
          matchId: 'a',
          settledAt: at(12),
          outcome: 'scored',
          predicted: { home: 2, away: 2 },
          confidence: null,
          actual: { home: 0, away: 3 },
          category: 'miss',
          awarded: false,
          points: 0,
          total: 0,
        },
      ],
      next: null,
    });
    expect((await read('statistics')).body).toMatchObject({
      playerId: 'bob',
      settled: 1,
      hitRate: 0,
      exactRate: 0,
      counts: { miss: 1 },
      streak: { current: 0, longest: 0 },
      calibration: null,
    });
    expect((await read('history', 'other/bob')).body).toEqual({ items: [], next: null });
  });
});
