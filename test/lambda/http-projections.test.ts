import './environment.ts';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { platformOf } from '../../shared/lambda/http/platform.ts';
import { rebuildingHandler } from '../../shared/lambda/rebuilding-handler.ts';
import { atInstant } from './at-instant.ts';
import { type TestApi, testApi } from './http.ts';
import { scheduleMatch } from './http-samples.ts';
import { contextWith } from './support.ts';

const LIST = 'GET /v1/operations/projections';
const to = <Action extends string>(action: Action) => `POST /v1/operations/projections/{projection}/${action}` as const;
/** The platform is `acme`'s. */
const [OF_PLATFORM, OF_TENANT] = ['acme/otto/operator', 'umbra/ulla/operator'];
const params = { projection: 'standings' };

atInstant();

const shown = async (api: TestApi, as: string) => {
  const { status, body } = await api.send(LIST, { as });
  expect(status).toBe(200);
  expect(api.operations[LIST].answers[200]?.parse(body)).toEqual(body);
  return body as { readonly mayRebuild: boolean; readonly projections: readonly Record<string, unknown>[] };
};

describe('read models', () => {
  test('are shown with their generations, and the oldest event that they do not know of', async () => {
    const api = testApi();
    await scheduleMatch(api);
    const { mayRebuild, projections } = await shown(api, OF_PLATFORM);
    expect([mayRebuild, projections.map(({ name }) => name)]).toEqual([true, ['fixtures', 'standings', 'statistics']]);
    expect(projections[0]).toMatchObject({
      handler: 'project-fixtures',
      generations: { active: 0, written: [0], newest: 0 },
      rebuild: null,
      queues: null,
      oldestUnhandled: { eventId: api.events[0]?.id, ageMs: 0 },
    });
    api.outcomes.record('project-fixtures', ...api.events.map(({ id }) => id));
    expect((await shown(api, OF_PLATFORM)).projections[0]?.oldestUnhandled).toBeNull();
  });

  test('are rebuilt by operators of the platform, who alone are told who began it', async () => {
    const api = testApi();
    const json = { generation: 0 };
    for (const action of ['rebuild', 'cancel', 'drop'] as const)
      expect((await api.send(to(action), { as: OF_TENANT, params })).status).toBe(403);
    expect((await api.send(to('switch'), { as: OF_TENANT, params, json })).status).toBe(403);
    const headers = { 'idempotency-key': 'k' };
    const begun = await api.send(to('rebuild'), { as: OF_PLATFORM, params, headers });
    expect(begun).toMatchObject({ status: 202, body: { state: 'waiting', generation: 1, total: 7, by: 'otto' } });
    expect((await api.send(to('rebuild'), { as: OF_PLATFORM, params, headers })).body).toEqual(begun.body);
    expect(await api.send(to('rebuild'), { as: OF_PLATFORM, params })).toMatchObject({
      ...{ status: 409, body: { title: 'wrong-status' } },
    });
    const seen = await Promise.all([OF_PLATFORM, OF_TENANT].map(as => shown(api, as)));
    expect(seen.map(({ mayRebuild, projections }) => [mayRebuild, projections[1]?.rebuild])).toMatchObject([
      [true, { by: 'otto' }],
      [false, { by: null, state: 'waiting' }],
    ]);
    expect((await api.send(to('switch'), { as: OF_PLATFORM, params, json })).status).toBe(409);
    const cancelled = await api.send(to('cancel'), { as: OF_PLATFORM, params });
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await api.send(to('switch'), { as: OF_PLATFORM, params, json })).body).toMatchObject({ written: [0] });
  });

  test('of another name are not there', async () => {
    const { status, body } = await testApi().send(to('rebuild'), { as: OF_PLATFORM, params: { projection: 'inbox' } });
    expect([status, body.title]).toEqual([404, 'unknown-projection']);
  });
});

test('who runs the platform is an operator of the tenant that is named, or of every one', () => {
  const somebody = (tenantId: string, ...scopes: ('operator' | 'organiser')[]) => ({ tenantId, playerId: 'x', scopes });
  const operator = somebody('acme', 'operator');
  expect([undefined, '', 'umbra', 'acme', '*'].map(setting => platformOf(setting)(operator))).toEqual([
    ...[false, false, false, true, true],
  ]);
  expect(['acme', '*'].map(setting => platformOf(setting)(somebody('acme', 'organiser')))).toEqual([false, false]);
});

describe('the function that rebuilds', () => {
  const handling = (body: string, attempt: number): SQSEvent =>
    ({ Records: [{ messageId: 'm', body, attributes: { ApproximateReceiveCount: String(attempt) } }] }) as never;
  const message = { projection: 'standings', jobId: 'one' } as const;
  const open = (error?: Error) => {
    const told: unknown[] = [];
    const handler = rebuildingHandler({
      step: async asked => {
        told.push(asked);
        if (error) throw error;
        return 'continued';
      },
      giveUp: async (asked, reason) => {
        told.push([asked, reason]);
      },
      maxReceives: 3,
    });
    const handle = (body: string, attempt: number) => handler(handling(body, attempt), contextWith());
    return { told, handle };
  };
  const again = { batchItemFailures: [{ itemIdentifier: 'm' }] };

  test('does a step for a message', async () => {
    const { told, handle } = open();
    expect(await handle(JSON.stringify(message), 1)).toEqual({ batchItemFailures: [] });
    expect(told).toEqual([message]);
  });

  test('has what failed come again, and at the last time writes down why', async () => {
    const { told, handle } = open(new Error('the ledger is gone'));
    expect([await handle(JSON.stringify(message), 2), told]).toEqual([again, [message]]);
    expect(await handle(JSON.stringify(message), 3)).toEqual(again);
    expect(told.at(-1)).toEqual([message, 'the ledger is gone']);
  });

  test('fails on what is no message of ours', async () => {
    const { told, handle } = open();
    expect([await handle('{"projection":"inbox","jobId":"one"}', 3), told]).toEqual([again, []]);
  });
});
