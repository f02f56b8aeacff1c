import './environment.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import http from '../../functions/health/routes.ts';
import { countHandlings } from '../../shared/application/handling.ts';
import { failed } from '../../shared/application/outcome.ts';
import { healthOperations } from '../../shared/lambda/http/health.ts';
import { httpHandler } from '../../shared/lambda/http/http-handler.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { requestEvent } from './http.ts';
import { ADA, ORGANISER } from './http-samples.ts';
import { captureOutput, contextWith } from './support.ts';

const NOW = '2023-08-11T20:30:45.000Z';
const OPERATOR = 'acme/otto/operator';

beforeEach(() => {
  captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const open = ({ broken = false } = {}) => {
  const store = memoryEventStore();
  const operations = healthOperations({
    store: broken ? { ...store, load: () => Promise.reject(new Error('the table acme is gone')) } : store,
    minutesOf: async handler => [
      countHandlings(undefined, [
        {
          tenantId: 'acme',
          eventId: 'match-a:1',
          eventType: 'match.finished',
          handler,
          outcome: failed('x'),
          attempt: 1,
          at: NOW,
          durationMs: 3,
        },
      ]),
    ],
    queues: async () => ({}),
    handlers: () => ['notify'],
    now: () => NOW,
  });
  const handler = httpHandler(http.routes, operations);
  return async (route: keyof typeof http.routes, as?: string) => {
    const { statusCode, body = '' } = await handler(requestEvent(route, as === undefined ? {} : { as }), contextWith());
    return {
      status: statusCode,
      body: JSON.parse(body) as Record<string, unknown>,
      answers: operations[route].answers,
    };
  };
};

test('anybody is told how it stands, in a word', async () => {
  expect(await open()('GET /v1/health')).toMatchObject({ status: 200, body: { status: 'degraded' } });
  const { status, body } = await open({ broken: true })('GET /v1/health');
  expect([status, body]).toEqual([503, { status: 'unhealthy' }]);
});

test('operators are told more, as it is described, and nobody else', async () => {
  const ask = open();
  const { status, body, answers } = await ask('GET /v1/health/events', OPERATOR);
  expect(status).toBe(200);
  expect(answers[200]?.parse(body)).toEqual(body);
  expect(body).toMatchObject({ status: 'degraded', handlers: [{ handler: 'notify', queues: null }] });
  for (const as of [ADA, ORGANISER])
    expect((await ask('GET /v1/health/events', as)).body).toMatchObject({ status: 403, title: 'not-permitted' });
});

test('what is wrong inside is not said', async () => {
  const { status, body } = await open({ broken: true })('GET /v1/health/events', OPERATOR);
  expect([status, body.title]).toEqual([503, 'unhealthy']);
  expect(JSON.stringify(body)).not.toContain('acme');
});
