import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apiWithMatch, atInstant } from './at-instant.ts';
import type { TestApi, TestRequest } from './http.ts';
import { ADA, BEFORE, match, newMatch, ORGANISER, pickOf, reason, result } from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(async () => {
  api = await apiWithMatch();
});

const pick = JSON.stringify(pickOf(2, 1));

describe('a body', () => {
  test.each<[string, TestRequest, number, string]>([
    ['a key twice', { text: pick.replace('{"home":2', '{"home":2,"home":3') }, 400, '/body/predicted/home'],
    ['a key twice, in base64', { text: `{"matchId":1,${pick.slice(1)}`, base64: true }, 400, '/body/matchId'],
    ['a prototype', { text: `{"__proto__":{},${pick.slice(1)}` }, 400, '/body/__proto__'],
    ['a megabyte of nesting', { text: '['.repeat(2 ** 20) }, 413, ''],
    ['64 KiB of nesting', { text: `${'['.repeat(2 ** 15)}${']'.repeat(2 ** 15)}` }, 400, '/body'],
    ['infinitely many goals', { text: pick.replace('"home":2', '"home":1e999') }, 400, '/body/predicted/home'],
    ['more goals than a double holds', { text: pick.replace('2', '9007199254740993') }, 400, '/body/predicted/home'],
    ['half a character', { text: `{"matchId":"\\ud83d",${pick.slice(1)}` }, 400, '/body/matchId'],
    [
      'a field too many, inside',
      { json: { ...match, predicted: { home: 1, away: 0, x: 1 } } },
      400,
      '/body/predicted/x',
    ],
    ['the type of a form', { text: pick, headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, ''],
    ['the type of a text', { text: pick, headers: { 'content-type': 'text/plain;charset=UTF-8' } }, 415, ''],
    ['another charset', { text: pick, headers: { 'content-type': 'application/json; charset=latin1' } }, 415, ''],
    ['no type', { text: pick, headers: { 'content-type': '' } }, 415, ''],
  ])('with %s is refused, and nothing is stored', async (_, request, status, path) => {
    const answer = await api.send('POST /v1/predictions', { as: ADA, ...request });
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    if (path !== '') expect(answer.body.errors).toContainEqual({ path, message: expect.stringMatching(/./) });
    expect(answer.body.detail).toMatch(/./);
    expect(api.events).toHaveLength(1);
  });

  test('that is not UTF-8 is refused', async () => {
    const event = { as: ADA, text: pick.replace('burnley', 'burnl\xe9y') };
    const latin1 = Buffer.from(event.text, 'latin1').toString('base64');
    const answer = await api.raw('POST /v1/predictions', event, { body: latin1, isBase64Encoded: true });
    expect([answer.status, answer.body.detail]).toEqual([400, '/body: is not UTF-8']);
  });

  test.each(['application/json', 'Application/JSON ; charset="UTF-8"'])('of the type %s is taken', async type => {
    const answer = await api.send('POST /v1/predictions', { as: ADA, text: pick, headers: { 'content-type': type } });
    expect(answer.status).toBe(201);
  });

  test('is not needed where a command takes none, and then neither is a type', async () => {
    vi.setSystemTime(newMatch.kickOff.at);
    const route = 'POST /v1/matches/{matchId}/start';
    const more = await api.send(route, { as: ORGANISER, params: match, json: { now: 'x' } });
    expect([more.status, more.body.errors]).toMatchObject([400, [{ path: '/body/now' }]]);
    const none = await api.send(route, { as: ORGANISER, params: match, headers: { 'content-type': '' } });
    expect(none.status).toBe(200);
  });

  test('of an event keeps its tolerance: only what is sent to us is strict', async () => {
    const wrong = { result: { fullTime: { home: 0, away: 3, extra: 1 } } };
    vi.setSystemTime('2023-08-11T21:00:00.000Z');
    const finish = (json: unknown) =>
      api.send('POST /v1/matches/{matchId}/finish', { as: ORGANISER, params: match, json });
    const refused = await finish(wrong);
    expect(refused.body.errors).toEqual([{ path: '/body/result/fullTime/extra', message: 'is not a field of this' }]);
    expect((await finish(result)).status).toBe(200);
  });
});

describe('a header', () => {
  test.each(['a\r\nset-cookie: b', 'a\u0000', 'ü'])('cannot be injected by %j', async text => {
    const answers = [
      await api.send('POST /v1/matches/{matchId}/cancel', {
        as: ORGANISER,
        params: match,
        json: reason,
        headers: { 'idempotency-key': text },
      }),
      await api.send('GET /v1/matches/{matchId}', { as: ADA, params: { matchId: text } }),
      await api.send('GET /v1/matches/{matchId}', { as: ADA, params: match, headers: { 'if-none-match': text } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 200]);
    for (const { headers } of answers)
      for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('a query', () => {
  test.each([
    [{ ['__proto__']: 'x' }, '/query/__proto__'],
    [{ at: BEFORE.toISOString(), more: '1' }, '/query/more'],
  ])('with %j is refused', async (query, path) => {
    const { status, body } = await api.send('GET /v1/matches/{matchId}', { as: ADA, params: match, query });
    expect([status, body.errors]).toMatchObject([400, [{ path }]]);
  });
});
