import { describe, expect, it } from 'vitest';
import { type InboxReader, UnknownNotificationError } from '../../shared/application/notifications/inbox.ts';
import {
  DEFAULT_PREFERENCES,
  PreferencesChangedError,
  type PreferencesStore,
} from '../../shared/application/notifications/preferences.ts';
import { inboxOperations } from '../../shared/lambda/http/inbox.ts';
import { requestEvent, send, type TestRequest } from './http.ts';

/** Inboxes that say what they were asked, and preferences in memory. */
const world = () => {
  const asked: unknown[] = [];
  const stored = new Map<string, { preferences: typeof DEFAULT_PREFERENCES; version: number }>();
  const inbox: InboxReader = {
    page: async where => {
      asked.push(where);
      if (where.cursor === 'strange') throw new UnknownNotificationError('no');
      const item = {
        id: 'bg',
        kind: 'reminder',
        at: '2023-08-11T20:00:00.000Z',
        title: 'T',
        text: 'X',
        language: where.language,
        read: false,
      } as const;
      return { items: [item], next: null };
    },
    markRead: async where => {
      asked.push(where);
      if (where.id !== 'bg') throw new UnknownNotificationError('no');
    },
  };
  const preferences: PreferencesStore = {
    read: async (tenant, player) =>
      stored.get(`${tenant}/${player}`) ?? { preferences: DEFAULT_PREFERENCES, version: 0 },
    replace: async (tenant, player, wanted, expected) => {
      const version = stored.get(`${tenant}/${player}`)?.version ?? 0;
      if (expected !== undefined && expected !== version)
        throw new PreferencesChangedError('they are of another version');
      stored.set(`${tenant}/${player}`, { preferences: wanted, version: version + 1 });
      return version + 1;
    },
  };
  const operations = inboxOperations({ inbox, preferences });
  return {
    asked,
    operations,
    send: (route: keyof typeof operations, request: TestRequest = {}) =>
      send(operations, requestEvent(route, { as: 'acme/ada', ...request })),
  };
};

describe('GET /v1/inbox', () => {
  it('shows my own, 20 at a time, or the news of a competition', async () => {
    const api = world();
    const { status, body } = await api.send('GET /v1/inbox');
    expect([status, body.next]).toEqual([200, null]);
    expect(api.operations['GET /v1/inbox'].answers[200]?.safeParse(body).success).toBe(true);
    await api.send('GET /v1/inbox', { query: { competition: 'pl', limit: '5', cursor: 'x', language: 'de' } });
    expect(api.asked).toEqual([
      { tenantId: 'acme', inbox: 'player#ada', limit: 20, language: 'en' },
      { tenantId: 'acme', inbox: 'competition#pl', limit: 5, cursor: 'x', language: 'de' },
    ]);
  });

  it.each<[Record<string, string>, string]>([
    [{ limit: '0' }, 'invalid-request'],
    [{ limit: '101' }, 'invalid-request'],
    [{ competition: '../x' }, 'invalid-request'],
    [{ player: 'ben' }, 'invalid-request'],
    [{ language: 'fr' }, 'invalid-request'],
    [{ cursor: 'strange' }, 'invalid-cursor'],
  ])('refuses %j', async (query, title) => {
    expect(await world().send('GET /v1/inbox', { query })).toMatchObject({ status: 400, body: { title } });
  });
});

describe('PUT /v1/inbox/{notificationId}/read', () => {
  it('marks one of my own', async () => {
    const api = world();
    const params = { notificationId: 'bg' };
    expect(await api.send('PUT /v1/inbox/{notificationId}/read', { params })).toMatchObject({
      status: 200,
      body: { id: 'bg', read: true },
    });
    expect(api.asked).toEqual([{ tenantId: 'acme', inbox: 'player#ada', id: 'bg' }]);
  });

  it.each(['other', '', 'x'.repeat(601)])('finds none of the id %j', async notificationId => {
    expect(await world().send('PUT /v1/inbox/{notificationId}/read', { params: { notificationId } })).toMatchObject({
      status: 404,
      body: { title: 'unknown-notification' },
    });
  });
});

describe('preferences', () => {
  it('are my own, and change as a whole, with a version', async () => {
    const api = world();
    const quiet = { ...DEFAULT_PREFERENCES, reminders: { inbox: false, mail: true }, language: 'de' };
    expect(await api.send('GET /v1/preferences')).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { ...DEFAULT_PREFERENCES, version: 0 },
    });
    expect(await api.send('PUT /v1/preferences', { json: { ...quiet, version: 0 } })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await api.send('GET /v1/preferences', { headers: { 'if-none-match': '"1"' } })).toMatchObject({
      status: 304,
    });
    expect(await api.send('PUT /v1/preferences', { json: quiet })).toMatchObject({ body: { version: 2 } });
    expect(await api.send('PUT /v1/preferences', { json: { ...quiet, version: 1 } })).toMatchObject({
      status: 412,
      body: { title: 'changed-meanwhile' },
    });
    expect((await api.send('GET /v1/preferences')).body).toEqual({ ...quiet, version: 2 });
    const { language: _, ...without } = quiet;
    expect((await api.send('PUT /v1/preferences', { json: without })).body).toMatchObject({ language: 'en' });
    expect((await api.send('GET /v1/preferences', { as: 'acme/ben' })).body).toMatchObject({ version: 0 });
    expect((await api.send('GET /v1/preferences', { as: 'other/ada' })).body).toMatchObject({ version: 0 });
  });

  it.each<[string, object]>([
    ['one that is missing', { results: { inbox: true, mail: true } }],
    ['one that there is not', { ...DEFAULT_PREFERENCES, weather: { inbox: true, mail: true } }],
    ['a channel that there is not', { ...DEFAULT_PREFERENCES, results: { inbox: true, mail: true, pigeon: true } }],
    ['a language that there is not', { ...DEFAULT_PREFERENCES, language: 'fr' }],
    ['something else than yes or no', { ...DEFAULT_PREFERENCES, results: { inbox: 'yes', mail: true } }],
  ])('refuse %s', async (_what, json) => {
    expect((await world().send('PUT /v1/preferences', { json })).status).toBe(400);
  });
});
