import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { type TestApi, type TestRequest, testApi } from './http.ts';
import { ADA, AFTER, match, newMatch, ORGANISER, pickOf, predict, prediction, scheduleMatch } from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(() => {
  api = testApi();
});

describe('predictions', () => {
  beforeEach(() => scheduleMatch(api));

  const malformed: readonly [string, unknown, string, RegExp][] = [
    ['goals below zero', pickOf(-1, 0), '/body/predicted/home', /negative/],
    ['half a goal', pickOf(0, 1.5), '/body/predicted/away', /whole/],
    ['a thousand goals', pickOf(1000, 0), '/body/predicted/home', /more than any match/],
    ['NaN as a text', pickOf('NaN', 0), '/body/predicted/home', /number/],
    ['a number as a text', pickOf(0, '2'), '/body/predicted/away', /number/],
    ['null goals (JSON’s NaN)', pickOf(Number.NaN, 0), '/body/predicted/home', /number/],
    ['no away goals', { ...match, predicted: { home: 1 } }, '/body/predicted/away', /number/],
    ['confidence above 1', pickOf(1, 0, 1.01), '/body/confidence', /0 to 1/],
    ['confidence below 0', pickOf(1, 0, -0.1), '/body/confidence', /0 to 1/],
    ['confidence as a text', pickOf(1, 0, '0.5'), '/body/confidence', /number/],
    ['an id with a slash', { ...pickOf(1, 0), matchId: 'a/b' }, '/body/matchId', /lower-case/],
    ['somebody else’s name', { ...pickOf(1, 0), playerId: 'bob' }, '/body/playerId', /not a field/],
    ['a list', [pickOf(1, 0)], '/body', /object/],
    ['a text', 'hello', '/body', /object/],
    ['null', null, '/body', /object/],
  ];
  test.each(malformed)('with %s are refused by path', async (_, json, path, message) => {
    const { status, headers, body } = await api.send('POST /v1/predictions', { as: ADA, json });
    expect([status, body.title, headers['content-type']]).toEqual([400, 'invalid-request', 'application/problem+json']);
    expect(body.errors).toContainEqual({ path, message: expect.stringMatching(message) });
    expect(api.events).toHaveLength(1);
  });

  test.each<[string, TestRequest, number, string]>([
    ['no body', {}, 400, '/body'],
    ['half a body', { text: '{"matchId":' }, 400, '/body'],
    ['half a body in base64', { text: '{"matchId":', base64: true }, 400, '/body'],
  ])('with %s are refused', async (_, request, status, path) => {
    const answer = await api.send('POST /v1/predictions', { as: ADA, ...request });
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  test('may take 64 KiB and not a byte more, however they are sent', async () => {
    const ofBytes = (bytes: number): string => JSON.stringify(pickOf(2, 1)).padEnd(bytes, ' ');
    for (const base64 of [false, true]) {
      const large = await api.send('POST /v1/predictions', { as: ADA, text: ofBytes(64 * 1024 + 1), base64 });
      expect([large.status, large.body.title]).toEqual([413, 'too-large']);
    }
    const umlauts = JSON.stringify({ ...pickOf(2, 1), x: 'ü'.repeat(40_000) });
    expect((await api.send('POST /v1/predictions', { as: ADA, text: umlauts })).status).toBe(413);
    expect((await api.send('POST /v1/predictions', { as: ADA, text: ofBytes(64 * 1024), base64: true })).status).toBe(
      201,
    );
  });
});

describe('the Idempotency-Key', () => {
  beforeEach(() => scheduleMatch(api));
  const headers = { 'idempotency-key': 'key-1' };

  test('makes a repeated command one: the same answer, no second event', async () => {
    const request = { as: ADA, headers, json: pickOf(2, 1) };
    const [first, second] = [
      await api.send('POST /v1/predictions', request),
      await api.send('POST /v1/predictions', request),
    ];
    expect(first.status).toBe(201);
    expect(second).toEqual(first);
    expect(api.events).toHaveLength(2);
    expect(api.events[1]).toMatchObject({ correlationId: 'key-1', causationId: 'key-1' });
  });

  test.each([1, 5, 100])(
    'answers the first result after %i other commands, in whatever state things are',
    async others => {
      await predict(api, ADA, 2, 1);
      const route = 'POST /v1/predictions/{predictionId}/revise';
      const revise = (home: number, headers = {}) =>
        api.send(route, { as: ADA, params: prediction('ada'), headers, json: { predicted: { home, away: 9 } } });
      const first = await revise(3, headers);
      for (let n = 0; n < others; n += 1) expect((await revise(10 + n)).status).toBe(200);
      const events = api.events.length;
      expect(await revise(3, headers)).toEqual(first);
      vi.setSystemTime(AFTER);
      expect(await revise(3, headers)).toEqual(first);
      expect(api.events).toHaveLength(events);
    },
  );

  test('is for one request: another under the same key is refused', async () => {
    await predict(api, ADA, 2, 1);
    const route = 'POST /v1/predictions/{predictionId}/revise';
    const revise = (home: number) =>
      api.send(route, { as: ADA, params: prediction('ada'), headers, json: { predicted: { home, away: 9 } } });
    expect((await revise(3)).status).toBe(200);
    const other = await revise(4);
    expect([other.status, other.body.title]).toEqual([422, 'key-reused']);
    expect(api.events).toHaveLength(3);
  });

  test('is made up for a request without one; the command repeated changes nothing then either', async () => {
    const [first, second] = [await predict(api, ADA, 2, 1), await predict(api, ADA, 2, 1)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual({ ...prediction('ada'), version: 1, events: [] });
    expect(api.events[1]?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(['', 'a b', 'a/b', 'ü', 'x'.repeat(101)])('is refused when it is %j', async key => {
    const answer = await api.send('POST /v1/predictions', {
      as: ADA,
      headers: { 'idempotency-key': key },
      json: pickOf(2, 1),
    });
    expect([answer.status, answer.body.title]).toEqual([400, 'invalid-request']);
    expect(answer.body.detail).toContain('Idempotency-Key');
  });
});

describe('the trace context', () => {
  const valid = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

  test.each([
    [valid, valid],
    [undefined, undefined],
    ['', undefined],
    ['00-4bf92f3577b34da6-00f067aa0ba902b7-01', undefined],
    [valid + 'x'.repeat(1000), undefined],
  ])('%s of the request is on its events as %s', async (traceparent, kept) => {
    const headers = traceparent === undefined ? {} : { traceparent };
    await api.send('POST /v1/matches', { as: ORGANISER, headers, json: newMatch });
    expect(api.events[0]?.traceparent).toBe(kept);
  });
});
