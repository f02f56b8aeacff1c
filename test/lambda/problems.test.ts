import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import {
  CommandRefusedError,
  CommitIdReusedError,
  CommitTooLargeError,
  ConcurrencyError,
  CorruptCommitError,
  InvalidCommitError,
  LoopError,
  StoreUnavailableError,
} from '../../shared/application/errors.ts';
import { KeysUnavailableError } from '../../shared/application/player-keys.ts';
import type { RefusalCode } from '../../shared/domain/decider.ts';
import { FutureSchemaError } from '../../shared/events/envelope.ts';
import { type Operation, operation } from '../../shared/lambda/http/http-handler.ts';
import { RequestError } from '../../shared/lambda/http/problem.ts';
import { requestEvent, send } from './http.ts';
import { captureOutput } from './support.ts';

const place = { tenantId: 'acme', stream: 'match-a', version: 3 };
const refused = (code: RefusalCode) => new CommandRefusedError({ code, message: `refused: ${code}` });

const answering = (error?: unknown): Readonly<Record<string, Operation>> => ({
  'GET /v1/it': operation({
    summary: 'It',
    answers: { 200: z.object({}) },
    body: z.unknown(),
    query: z.strictObject({ at: z.string().optional() }),
    handle: async () => {
      if (error) throw error;
      return { status: 200, body: {} };
    },
  }),
});

const answerTo = (error?: unknown) => send(answering(error), requestEvent('GET /v1/it'));

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => vi.restoreAllMocks());

describe('an error becomes a problem', () => {
  test.each<[number, string, unknown]>([
    [404, 'unknown-match', refused('unknown-match')],
    [404, 'unknown-prediction', refused('unknown-prediction')],
    [404, 'unknown-pool', refused('unknown-pool')],
    [404, 'unknown-player', refused('unknown-player')],
    [410, 'forgotten', refused('forgotten')],
    [404, 'not-a-member', refused('not-a-member')],
    [403, 'not-permitted', refused('not-permitted')],
    [409, 'already-exists', refused('already-exists')],
    [409, 'locked', refused('locked')],
    [409, 'not-kicked-off', refused('not-kicked-off')],
    [409, 'wrong-status', refused('wrong-status')],
    [409, 'conflict', new ConcurrencyError('gave up', place)],
    [413, 'too-large', new CommitTooLargeError('500000 bytes', place)],
    [422, 'invalid', new InvalidCommitError('events[0].data.home: is missing', place)],
    [422, 'key-reused', new CommitIdReusedError('commit id "k" is that of another command', place)],
    [422, 'invalid', new LoopError('11 hops')],
    [418, 'teapot', new RequestError(418, 'teapot', 'short and stout')],
    [503, 'unavailable', new StoreUnavailableError('no answer', place)],
    [503, 'unavailable', new KeysUnavailableError('no answer')],
    [503, 'unavailable', new FutureSchemaError('match.finished 2.0')],
    [500, 'internal', new CorruptCommitError('bytes', place)],
    [500, 'internal', new TypeError('x is not a function')],
    [500, 'internal', 'a text'],
  ])('%i %s', async (status, code, error) => {
    const answer = await answerTo(error);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: `https://matchday.example/problems/${code}`,
      title: code,
      status,
      detail: expect.stringMatching(/./),
    });
    expect(answer.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
  });

  test('that says what was refused, but nothing of our insides', async () => {
    expect((await answerTo(refused('locked'))).body.detail).toBe('refused: locked');
    for (const error of [
      new StoreUnavailableError('secret', place),
      new TypeError('secret'),
      new CorruptCommitError('secret', place),
      new FutureSchemaError('secret: match-a'),
    ])
      expect(JSON.stringify((await answerTo(error)).body)).not.toMatch(/secret|match-a/);
  });

  test('with the fields that are wrong, by JSON Pointer', async () => {
    const fields = [{ path: '/body/predicted/home', message: 'must not be negative' }];
    expect((await answerTo(new RequestError(400, 'invalid-request', 'wrong', fields))).body.errors).toEqual(fields);
  });
});

describe('every request is counted', () => {
  const counted = () => output.metrics().flatMap(line => Object.keys(line).filter(name => name.startsWith('status ')));

  test.each<[string, unknown]>([
    ['status 2xx', undefined],
    ['status 4xx', refused('locked')],
    ['status 5xx', new TypeError('a bug')],
  ])('as %s', async (metric, error) => {
    await answerTo(error);
    expect(counted()).toEqual([metric]);
  });

  test('and logged as an error when it is ours', async () => {
    await answerTo(refused('locked'));
    expect(output.logs().filter(({ level }) => level === 'ERROR')).toEqual([]);
    await answerTo(new TypeError('a bug'));
    expect(output.logs().filter(({ level }) => level === 'ERROR')).toMatchObject([
      { message: 'request failed', error: { name: 'TypeError', message: 'a bug' } },
    ]);
  });
});

describe('a request outside the table of routes', () => {
  test('has no operation', async () => {
    const { status, body } = await send(answering(), requestEvent('DELETE /v1/it'));
    expect([status, body.title, body.detail]).toEqual([404, 'unknown-route', 'there is no DELETE /v1/it']);
  });

  test('has a query that its route does not take', async () => {
    const { status, body } = await send(answering(), requestEvent('GET /v1/it', { query: { at: 'x', to: 'y' } }));
    expect([status, body.title]).toEqual([400, 'invalid-request']);
    expect(body.errors).toEqual([{ path: '/query/to', message: 'is not a field of this' }]);
  });
});
