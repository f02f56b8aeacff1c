import './environment.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { HttpFunction } from '../../shared/events/subscription.ts';
import { REQUESTS, WITHOUT_PICKS } from './asked-for-picks.ts';
import { atInstant } from './at-instant.ts';
import { finish } from './finish.ts';
import type { TestApi } from './http.ts';
import { BOB, kickOff, ORGANISER } from './http-samples.ts';
import { play, type Route, steps } from './two-worlds.ts';

/** Nobody but ada may be able to tell what she picked before her match is locked, whatever they ask. */

const AFTER_ALL = new Date('2023-08-12T21:00:00.000Z');

const VIEWERS = [BOB, `${ORGANISER}/operator/producer`];

/** What webhooks bring, as text. */
const sent = ({ webhooks: { log } }: TestApi): readonly string[] =>
  [...log.deliveries.values()].map(({ subscriptionId, body }) => `webhook ${subscriptionId} ${body}`);

/** Everything that anybody but ada can read, as text. */
const seen = async (api: TestApi): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const as of VIEWERS)
    for (const [route, requests] of Object.entries(REQUESTS))
      for (const request of requests) {
        const { status, body } = await api.send(route as Route, { ...request, as });
        answers.push(`${as} ${route} ${JSON.stringify(request)}: ${status} ${JSON.stringify(body)}`);
      }
  return [...answers, ...sent(api)];
};

atInstant();

test('every route that reads is asked', async () => {
  const functions = join(import.meta.dirname, '../../functions');
  const files = readdirSync(functions)
    .map(folder => join(functions, folder, 'routes.ts'))
    .filter(file => existsSync(file));
  const modules = await Promise.all(files.map(file => import(file) as Promise<{ default: HttpFunction }>));
  const routes = modules
    .flatMap(({ default: { routes } }) => Object.keys(routes))
    .filter(route => route.startsWith('GET '));
  expect(routes.toSorted()).toEqual([...Object.keys(REQUESTS), ...Object.keys(WITHOUT_PICKS)].sort());
});

test('two worlds that differ in a pick alone are the same to everybody else before the lock', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async sequence => {
      const [one, other] = [await play(0, sequence), await play(1, sequence)];
      expect(await seen(one)).toEqual(await seen(other));
    }),
    { numRuns: 4, examples: [[['create', 'revise', 'bob', 'call-off', 'reinstate', 'revise']]] },
  );
});

test('after the lock they are not: the law above can fail', async () => {
  const [one, other] = [await play(0, ['create']), await play(1, ['create'])];
  vi.setSystemTime(new Date(kickOff.kickOff.at));
  const [a, b] = [await seen(one), await seen(other)];
  const routes = a.flatMap((answer, index) => (answer === b[index] ? [] : [answer.split(' ').slice(1, 3).join(' ')]));
  expect([...new Set(routes)].sort()).toEqual([
    'GET /v1/events',
    'GET /v1/events/correlation/{correlationId}',
    'GET /v1/events/type/{type}',
    'GET /v1/events/{eventId}',
    'GET /v1/matches/{matchId}/predictions',
    'GET /v1/operations/dead-letters',
    'GET /v1/operations/outcomes',
    'GET /v1/predictions/{predictionId}',
    'GET /v1/predictions/{predictionId}/receipt',
    'GET /v1/predictions/{predictionId}/trace',
  ]);
});

test('webhooks show a pick when its match was played: they could have shown it before', async () => {
  const [one, other] = [await play(0, ['create']), await play(1, ['create'])];
  expect(sent(one)).toEqual(sent(other));
  expect(sent(one).filter(text => text.startsWith('webhook everything')).length).toBeGreaterThan(1);
  vi.setSystemTime(AFTER_ALL);
  for (const api of [one, other]) await finish(api);
  const unlike = sent(one).filter(text => !sent(other).includes(text));
  expect(unlike.map(text => /"type":"([a-z.-]+)"/.exec(text)?.[1])).toContain('prediction.evaluated');
});
