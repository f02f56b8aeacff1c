import './environment.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InvalidCursorError } from '../../shared/application/cursor.ts';
import type { EventIndex, EventPage } from '../../shared/application/event-index.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { eventOperations } from '../../shared/lambda/http/event-queries.ts';
import { emptyIndex } from '../support/empty-index.ts';
import { requestEvent, send } from './http.ts';
import { ADA, ORGANISER } from './http-samples.ts';
import { captureOutput } from './support.ts';

beforeEach(() => {
  captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const PAGE: EventPage = {
  events: [{ id: 'match-a-b:1' } as Envelope],
  cursor: 'next',
  more: true,
  watermark: { position: 7, indexedUntil: '2023-08-11T19:00:00.000Z' },
};
const [TENANT = ''] = ORGANISER.split('/');

type Query = Readonly<Record<string, string>>;

/** An index that writes down what it is asked. */
const openApi = () => {
  const asked: unknown[] = [];
  const remember =
    (name: string) =>
    async (...question: unknown[]): Promise<EventPage> => {
      asked.push([name, ...question]);
      return PAGE;
    };
  const index: EventIndex = {
    find: async (tenantId, id) => (tenantId === TENANT && id === 'match-a-b:1' ? PAGE.events[0] : undefined),
    byType: remember('byType'),
    byCorrelation: remember('byCorrelation'),
    since: remember('since'),
    next: remember('next'),
  };
  const operations = eventOperations({ index });
  const list = (query: Readonly<Record<string, string>>, as = ORGANISER) =>
    send(operations, requestEvent('GET /v1/events', { as, query }));
  const find = (eventId: string, as = ORGANISER) =>
    send(operations, requestEvent('GET /v1/events/{eventId}', { as, params: { eventId } }));
  const under = (route: 'type/{type}' | 'correlation/{correlationId}', params: Query, query?: Query, as = ORGANISER) =>
    send(operations, requestEvent(`GET /v1/events/${route}`, { as, params, ...(query && { query }) }));
  return { asked, list, find, under };
};

const FROM = '2023-08-11T19:00:00.000Z';
const TO = '2023-08-12T19:00:00.000Z';

test.each([
  [{ type: 'match.finished' }, ['byType', TENANT, { type: 'match.finished' }, 100]],
  [
    { type: 'match.finished', from: FROM, to: TO, limit: '7' },
    ['byType', TENANT, { type: 'match.finished', from: FROM, to: TO }, 7],
  ],
  [{ correlationId: 'a:b.c' }, ['byCorrelation', TENANT, { correlationId: 'a:b.c' }, 100]],
  [{ correlationId: 'x', from: FROM }, ['byCorrelation', TENANT, { correlationId: 'x', from: FROM }, 100]],
  [{ since: FROM, limit: '1' }, ['since', TENANT, { since: FROM }, 1]],
  [{ cursor: 'abc' }, ['next', TENANT, 'abc', 100]],
])('%j is asked of the index, and answered as it says', async (query, question) => {
  const api = openApi();
  expect(await api.list(query as Readonly<Record<string, string>>)).toMatchObject({ status: 200, body: PAGE });
  expect(api.asked).toEqual([question]);
});

test.each([
  {},
  { type: 'match.exploded' },
  { type: 'match.finished', since: FROM },
  { type: 'match.finished', from: 'yesterday' },
  { correlationId: '' },
  { since: '2023-08-11' },
  { since: FROM, limit: '0' },
  { since: FROM, limit: '101' },
  { cursor: 'abc', type: 'match.finished' },
])('%j is no question', async query => {
  const api = openApi();
  const { status, body } = await api.list(query as Readonly<Record<string, string>>);
  expect([status, body.title, api.asked]).toEqual([400, 'invalid-request', []]);
});

test('a type and a correlation id have paths of their own', async () => {
  const api = openApi();
  await api.under('type/{type}', { type: 'match.finished' }, { limit: '7', from: FROM });
  await api.under('correlation/{correlationId}', { correlationId: 'a:b.c' });
  expect(api.asked).toEqual([
    ['byType', TENANT, { type: 'match.finished', from: FROM }, 7],
    ['byCorrelation', TENANT, { correlationId: 'a:b.c' }, 100],
  ]);
  const wrong = [
    await api.under('type/{type}', { type: 'match.exploded' }),
    await api.under('type/{type}', { type: 'match.finished' }, { since: FROM }),
    await api.under('correlation/{correlationId}', { correlationId: 'x'.repeat(101) }),
    await api.under('type/{type}', { type: 'match.finished' }, {}, ADA),
  ];
  expect(wrong.map(({ status, body }) => [status, body.title])).toEqual([
    [404, 'unknown-type'],
    [400, 'invalid-request'],
    [404, 'unknown-event'],
    [403, 'not-permitted'],
  ]);
});

test('an event is there under its id, for its own tenant', async () => {
  const api = openApi();
  expect(await api.find('match-a-b:1')).toMatchObject({ status: 200, body: { id: 'match-a-b:1' } });
  for (const [id, as] of [
    ['match-a-b:2', ORGANISER],
    ['match-a-b:1', 'other/olga/organiser'],
  ] as const) {
    const { status, body } = await api.find(id, as);
    expect([status, body.title]).toEqual([404, 'unknown-event']);
  }
});

test('players read no events: they show what others have picked', async () => {
  const api = openApi();
  for (const answer of [await api.list({ since: FROM }, ADA), await api.find('match-a-b:1', ADA)])
    expect([answer.status, answer.body.title]).toEqual([403, 'not-permitted']);
  expect(api.asked).toEqual([]);
});

test('a cursor that the index refuses is the one who asks to blame for', async () => {
  const next = () => Promise.reject(new InvalidCursorError('the cursor is none of ours'));
  const operations = eventOperations({ index: { ...emptyIndex, next } });
  const request = requestEvent('GET /v1/events', { as: ORGANISER, query: { cursor: 'x' } });
  const { status, body } = await send(operations, request);
  expect([status, body.title, body.detail]).toEqual([400, 'invalid-cursor', 'the cursor is none of ours']);
});
