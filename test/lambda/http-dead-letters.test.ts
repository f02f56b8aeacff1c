import './environment.ts';
import { describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { finish } from './finish.ts';
import { type TestApi, testApi } from './http.ts';
import { ADA, AFTER, BEFORE, MATCH, predict, scheduleMatch } from './http-samples.ts';
import { letterId } from './operating.ts';

const OPERATOR = 'acme/otto/operator';
const ROUTE = {
  list: 'GET /v1/operations/dead-letters',
  redrive: 'POST /v1/operations/dead-letters/redrive',
  discard: 'POST /v1/operations/dead-letters/discard',
} as const;
const letter = (eventId: string) => ({
  ...{ handler: 'notify', queue: 'dead-letters', messageId: letterId('acme', eventId) },
});
const scheduled = letter(`match-${MATCH}:1`);

atInstant();

const idsOf = async (api: TestApi): Promise<unknown[]> => {
  const { items } = (await api.send(ROUTE.list, { as: OPERATOR })).body as {
    readonly items: readonly { readonly messageId: string }[];
  };
  return items.map(({ messageId }) => messageId);
};

/** A match that was scheduled, and that `notify` failed on. */
const failed = async (): Promise<TestApi> => {
  const api = testApi();
  await scheduleMatch(api);
  await api.project();
  return api;
};

describe('dead letters', () => {
  test('are shown with the event and what happened to it', async () => {
    const api = await failed();
    const { status, body } = await api.send(ROUTE.list, { as: OPERATOR });
    expect(status).toBe(200);
    expect(api.operations[ROUTE.list].answers[200]?.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      items: [
        {
          ...scheduled,
          event: { id: `match-${MATCH}:1`, type: 'match.scheduled', data: { matchId: MATCH } },
          unreadable: null,
          refusal: null,
          history: [{ what: 'dead-lettered', attempt: 5, reason: 'no such luck' }],
        },
      ],
      next: null,
      queues: [{ handler: 'notify', queue: 'dead-letters', waiting: 1, inFlight: 0, seen: 1 }],
    });
  });

  test('about a pick are shown when its match is locked, and redriven with the others before', async () => {
    const api = await failed();
    await predict(api, ADA, 2, 1, 0.95);
    await api.project();
    expect(await idsOf(api)).toEqual([scheduled.messageId]);
    vi.setSystemTime(AFTER);
    expect(await idsOf(api)).toContain(letterId('acme', `prediction-${MATCH}.ada:1`));
    vi.setSystemTime(BEFORE);
    const { body } = await api.send(ROUTE.redrive, { as: OPERATOR, json: { all: true } });
    expect([body.done, api.operators.letters.ids()]).toMatchObject([{ length: 2 }, []]);
  });

  test('are read page by page', async () => {
    const api = await failed();
    vi.setSystemTime(AFTER);
    await finish(api);
    await api.project();
    const first = await api.send(ROUTE.list, { as: OPERATOR, query: { limit: '1' } });
    const second = await api.send(ROUTE.list, {
      as: OPERATOR,
      query: { limit: '1', cursor: String(first.body.next) },
    });
    expect([first.body, second.body]).toMatchObject([
      { items: [{ event: { version: 1 } }], next: expect.any(String) },
      { items: [{ event: { version: 2 } }], next: null },
    ]);
  });

  test('are redriven once for one Idempotency-Key, whatever comes back meanwhile', async () => {
    const api = await failed();
    const request = { as: OPERATOR, json: { letters: [scheduled] }, headers: { 'idempotency-key': 'k' } };
    const answer = await api.send(ROUTE.redrive, request);
    expect(answer).toMatchObject({ status: 200, body: { done: [scheduled], missing: [] } });
    const [event] = api.events;
    if (event) api.operators.fail(event);
    expect((await api.send(ROUTE.redrive, request)).body).toEqual(answer.body);
    expect([api.operators.letters.sent.length, await idsOf(api)]).toEqual([1, [scheduled.messageId]]);
    const other = await api.send(ROUTE.redrive, { ...request, json: { all: true } });
    expect(other).toMatchObject({ status: 422, body: { title: 'key-reused' } });
    expect((await api.send(ROUTE.redrive, { ...request, headers: {} })).body).toEqual(answer.body);
  });

  test('are discarded for a reason, which is kept', async () => {
    const api = await failed();
    const json = { letters: [scheduled] };
    expect(await api.send(ROUTE.discard, { as: OPERATOR, json })).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/body/reason' }] },
    });
    const { body } = await api.send(ROUTE.discard, { as: OPERATOR, json: { ...json, reason: 'sent by mistake' } });
    expect([body, await idsOf(api)]).toEqual([{ done: [scheduled], missing: [] }, []]);
    expect(api.operators.incidents.all.at(-1)).toMatchObject({
      ...{ what: 'discarded', by: 'otto', reason: 'sent by mistake', eventId: `match-${MATCH}:1` },
    });
  });

  test('that are no events are shown as what they are; what has no queue to go to is refused by name', async () => {
    const api = testApi();
    const { letters } = api.operators;
    const webhook = { handler: 'deliver-webhooks', queue: 'dead-letters', messageId: 'webhook' } as const;
    const commit = { handler: 'publish-events', queue: 'quarantine', messageId: 'commit' } as const;
    const delivery = {
      ...{ tenantId: 'acme', subscriptionId: 'sub', deliveryId: 'msg_0mwq6kr4o_72aJjCauasDjjFgkmrT-g9' },
      ...{ attempt: 2, due: BEFORE, waits: 0, secret: 'whsec_x' },
    };
    letters.put(webhook, JSON.stringify(delivery), webhook);
    letters.put(commit, JSON.stringify({ key: 'acme#match-m match-m:000000001', reason: 'too large' }), commit);
    const { body } = await api.send(ROUTE.list, { as: OPERATOR });
    expect(api.operations[ROUTE.list].answers[200]?.parse(body)).toEqual(body);
    expect(body.items).toMatchObject([
      { ...commit, kind: 'commit', redrivable: false, subject: 'match-m:1', why: 'too large' },
      { ...webhook, kind: 'delivery', redrivable: true, event: null, unreadable: null, payload: { attempt: 2 } },
    ]);
    expect(JSON.stringify(body)).not.toContain('whsec');
    const refused = await api.send(ROUTE.redrive, { as: OPERATOR, json: { letters: [webhook, commit] } });
    expect([refused, letters.sent]).toMatchObject([{ status: 409, body: { title: 'not-redrivable' } }, []]);
    const { body: settled } = await api.send(ROUTE.redrive, { as: OPERATOR, json: { all: true } });
    expect([settled.done, letters.ids()]).toEqual([[webhook], ['commit']]);
  });

  test.each(Object.values(ROUTE))('are for operators alone: %s', async route => {
    const api = testApi();
    const json = { letters: [scheduled], reason: 'x' };
    const { status } = await api.send(route, { as: ADA, ...(route.startsWith('POST') && { json }) });
    expect(status).toBe(403);
  });
});
