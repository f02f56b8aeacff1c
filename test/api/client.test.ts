import '../lambda/environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchdayClient } from '../../client/client.ts';
import { everyRoute } from '../../scripts/api/every-route.ts';
import { requestEvent, send, testApi } from '../lambda/http.ts';
import { captureOutput } from '../lambda/support.ts';

const KICK_OFF = '2026-11-20T15:00:00.000Z';

/** The route of a path, as the gateway finds it, and what its variables are. */
const matchOf = (method: string, pathname: string) => {
  for (const { route } of everyRoute()) {
    const [own, path = ''] = route.split(' ');
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const match = own === method ? pattern.exec(pathname) : null;
    if (match) return { route, params: { ...match.groups } };
  }
  throw new Error(`${method} ${pathname} is no route`);
};

let api: ReturnType<typeof testApi>;
let sent: Request[];
beforeEach(() => {
  captureOutput();
  vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00.000Z'), toFake: ['Date'] });
  api = testApi();
  sent = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A client whose requests go to the handlers in this process. */
const clientOf = (as: string) =>
  matchdayClient({
    baseUrl: 'http://api.example',
    token: 'a-token',
    fetch: async request => {
      sent.push(request);
      const { pathname, searchParams } = new URL(request.url);
      const { route, params } = matchOf(request.method, pathname);
      const text = await request.text();
      const answer = await send(
        api.operations,
        requestEvent(route, {
          as,
          params,
          query: Object.fromEntries(searchParams),
          headers: Object.fromEntries(request.headers),
          ...(text !== '' && { text }),
        }),
      );
      const body = answer.body === null ? null : JSON.stringify(answer.body);
      return new Response(body, { status: answer.status, headers: answer.headers as Record<string, string> });
    },
  });

describe('the client that is generated from the description', () => {
  test('schedules a match, predicts it and reads the table', async () => {
    const [olga, ada] = [clientOf('acme/olga/organiser'), clientOf('acme/ada')];
    const fixture = { matchId: 'final', competition: 'cup', home: 'A', away: 'B' };
    const scheduled = await olga.POST('/v1/matches', {
      body: { ...fixture, kickOff: { at: KICK_OFF, timeKnown: true } },
    });
    expect([scheduled.response.status, scheduled.data?.events]).toEqual([201, ['match-final:1']]);
    await ada.POST('/v1/predictions', { body: { matchId: 'final', predicted: { home: 2, away: 1 } } });
    vi.setSystemTime('2026-11-20T17:00:00.000Z');
    const path = { matchId: 'final' };
    const result = { fullTime: { home: 2, away: 1 } };
    await olga.POST('/v1/matches/{matchId}/finish', { params: { path }, body: { result } });
    const { data: match } = await ada.GET('/v1/matches/{matchId}', { params: { path } });
    // A discriminated union: without the check it would not compile.
    expect(match?.status === 'finished' ? match.result : undefined).toEqual(result);
    await api.project();
    const table = await ada.GET('/v1/competitions/{competition}/standings', {
      params: { path: { competition: 'cup' }, query: { rules: 'kicktipp-4-3-2' } },
    });
    expect(table.data?.matches).toEqual({ finished: 1, cancelled: 0, awarded: 0 });
  });

  test('gets problems as they are described', async () => {
    const { error, response } = await clientOf('acme/ada').POST('/v1/predictions', {
      body: { matchId: 'final', predicted: { home: -1, away: 1 } },
    });
    expect(response.status).toBe(400);
    expect(error && 'errors' in error ? error.errors : undefined).toEqual([
      { path: '/body/predicted/home', message: 'must not be negative' },
    ]);
  });

  test('names itself by its token, and each command by a key of its own', async () => {
    const ada = clientOf('acme/ada');
    await ada.POST('/v1/pools', { body: { poolId: 'office', competition: 'cup', name: 'Office' } });
    await ada.POST('/v1/pools/{poolId}/join', {
      params: { path: { poolId: 'office' }, header: { 'Idempotency-Key': 'mine' } },
    });
    await ada.GET('/v1/pools/{poolId}', { params: { path: { poolId: 'office' } } });
    const told = sent.map(({ headers }) => [headers.get('authorization'), headers.get('idempotency-key')]);
    expect(told).toEqual([
      ['Bearer a-token', expect.stringMatching(/^[0-9a-f-]{36}$/)],
      ['Bearer a-token', 'mine'],
      ['Bearer a-token', null],
    ]);
  });
});
