import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkReceipt, receiptText } from '../../shared/domain/proof/receipt.ts';
import { explanationOperations } from '../../shared/lambda/http/explanations.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { finish, settle } from './finish.ts';
import { type TestRequest, testApi } from './http.ts';
import {
  ADA,
  AFTER,
  BEFORE,
  BOB,
  MATCH,
  ORGANISER,
  predict,
  prediction,
  reason,
  scheduleMatch,
} from './http-samples.ts';
import { captureOutput } from './support.ts';

const SETTLED = new Date('2023-08-12T21:00:00.000Z');
const params = prediction('ada');

let api: ReturnType<typeof testApi>;
const trace = (request: TestRequest) => api.send('GET /v1/predictions/{predictionId}/trace', { params, ...request });
const receipt = (request: TestRequest) =>
  api.send('GET /v1/predictions/{predictionId}/receipt', { params, ...request });
const command = (route: Parameters<typeof api.send>[0], json: object) =>
  api.send(route, { as: ORGANISER, params: { matchId: MATCH }, json });

interface Step {
  readonly event: { readonly id: string; readonly type: string; readonly causationId: string };
  readonly commit: { readonly stream: string; readonly hash: string; readonly previousHash: string };
  readonly [field: string]: unknown;
}
const stepsOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => body.steps as readonly Step[];

beforeEach(async () => {
  captureOutput();
  vi.useFakeTimers({ now: BEFORE, toFake: ['Date'] });
  api = testApi();
  await scheduleMatch(api);
  await predict(api, ADA, 2, 1, 0.7);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Ada revised her pick, the match was played, and its result corrected. */
const play = async () => {
  const json = { predicted: { home: 3, away: 1 } };
  await api.send('POST /v1/predictions/{predictionId}/revise', { as: ADA, params, json });
  vi.setSystemTime(SETTLED);
  await finish(api);
  await command('POST /v1/matches/{matchId}/correct', { result: { fullTime: { home: 3, away: 1 } }, ...reason });
  await settle(api);
};

describe('a trace', () => {
  test('tells the whole way from the pick to the points, with what was replaced', async () => {
    await play();
    const answer = await trace({ as: ADA });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      prediction: { status: 'placed', pick: { predicted: { home: 3, away: 1 } }, verdict: { kind: 'scored' } },
      match: { status: 'finished', result: { fullTime: { home: 3, away: 1 } } },
      locked: true,
    });
    const steps = stepsOf(answer);
    const types = steps.map(({ event }) => event.type);
    expect(types.filter(type => type.startsWith('prediction.'))).toEqual([
      'prediction.created',
      'prediction.revised',
      'prediction.evaluated',
      'prediction.evaluated',
    ]);
    const [first, last] = steps.filter(({ event }) => event.type === 'prediction.evaluated');
    const corrected = steps.find(({ event }) => event.type === 'match.result-corrected');
    expect(last).toMatchObject({ replaces: [first?.event.id], replacedBy: null, actor: 'platform', anchor: null });
    expect(first?.replacedBy).toBe(last?.event.id);
    expect(last?.event.causationId).toBe(corrected?.event.id);
    expect(last?.reasons).toMatchObject([
      { basis: 'FT90', category: 'exact', points: 4, tendency: { predicted: 'home', actual: 'home' } },
    ]);
    expect(steps.find(({ event }) => event.type === 'prediction.created')).toMatchObject({ actor: 'player' });
    expect(corrected).toMatchObject({ actor: 'organiser' });
  });

  test('links each commit to the one before it in its stream, and says in which anchor it is', async () => {
    await play();
    await api.anchor();
    const last = new Map<string, string>();
    const steps = stepsOf(await trace({ as: ADA }));
    for (const { commit, anchor } of steps) {
      expect(commit.previousHash).toBe(last.get(commit.stream) ?? '');
      last.set(commit.stream, commit.hash);
      expect(anchor).toMatchObject({ number: 1, instant: SETTLED.toISOString() });
    }
    expect(last.size).toBe(2);
  });

  test('of others is not there before the lock, nor of anybody who has none', async () => {
    for (const as of [BOB, ORGANISER, 'other/ada']) expect((await trace({ as })).body.title).toBe('unknown-prediction');
    expect((await trace({ as: BOB, params: prediction('bob') })).status).toBe(404);
    expect((await trace({ as: ADA })).status).toBe(200);
    vi.setSystemTime(AFTER);
    expect((await trace({ as: BOB })).body).toEqual((await trace({ as: ADA })).body);
  });
});

describe('a receipt', () => {
  test('is of the last pick, and its text holds when it is checked', async () => {
    await play();
    await api.anchor();
    const answer = await receipt({ as: BOB });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="receipt-prediction-${MATCH}.ada-2.json"`,
    });
    const checked = await checkReceipt(sha256, receiptText(answer.body as never));
    expect(checked.statement).toMatchObject({
      eventId: `prediction-${MATCH}.ada:2`,
      type: 'prediction.revised',
      deadline: { inTime: true },
    });
    expect((await receipt({ as: BOB, query: { version: '3' } })).body).toMatchObject({
      statement: { type: 'prediction.evaluated' },
    });
  });

  test('is the very text that a check accepts', async () => {
    await api.anchor();
    const { 'GET /v1/predictions/{predictionId}/receipt': operation } = explanationOperations({} as never);
    const { body } = await receipt({ as: ADA });
    expect(operation.answers[200]?.safeParse(body).success).toBe(true);
    const raw = await api.text('GET /v1/predictions/{predictionId}/receipt', { as: ADA, params });
    expect((await checkReceipt(sha256, raw)).statement.eventId).toBe(`prediction-${MATCH}.ada:1`);
  });

  test('is not there before the next anchor, of others before the lock, or of a version that is not', async () => {
    expect((await receipt({ as: ADA })).body).toMatchObject({ status: 404, title: 'not-anchored' });
    expect((await receipt({ as: BOB })).body).toMatchObject({ status: 404, title: 'unknown-prediction' });
    await api.anchor();
    expect((await receipt({ as: BOB })).body).toMatchObject({ status: 404, title: 'unknown-prediction' });
    expect((await receipt({ as: ADA })).status).toBe(200);
    expect((await receipt({ as: ADA, query: { version: '2' } })).body.title).toBe('unknown-prediction');
  });
});
