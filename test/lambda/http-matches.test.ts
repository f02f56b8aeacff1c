import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { type TestApi, testApi } from './http.ts';
import {
  ADA,
  AFTER,
  kickOff,
  MATCH,
  match,
  newMatch,
  ORGANISER,
  reason,
  result,
  scheduleMatch,
} from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(() => {
  api = testApi();
});

describe('commands of a match', () => {
  test('schedule, play, correct, and call off', async () => {
    expect(await scheduleMatch(api)).toMatchObject({
      status: 201,
      headers: { 'content-type': 'application/json' },
      body: { matchId: MATCH, version: 1, events: [`match-${MATCH}:1`] },
    });
    const params = match;
    const as = ORGANISER;
    const steps = [
      await api.send('POST /v1/matches/{matchId}/reschedule', { as, params, json: kickOff }),
      await api.send('POST /v1/matches/{matchId}/postpone', { as, params, json: reason }),
      await api.send('POST /v1/matches/{matchId}/reschedule', { as, params, json: { kickOff: newMatch.kickOff } }),
    ];
    vi.setSystemTime(AFTER);
    steps.push(
      await api.send('POST /v1/matches/{matchId}/start', { as, params }),
      await api.send('POST /v1/matches/{matchId}/finish', { as, params, json: result }),
      await api.send('POST /v1/matches/{matchId}/correct', {
        as,
        params,
        json: { result: { fullTime: { home: 1, away: 3 } }, reason: 'typing error' },
      }),
      await api.send('POST /v1/matches/{matchId}/withdraw-result', { as, params, json: reason }),
      await api.send('POST /v1/matches/{matchId}/award', { as, params, json: { ...result, ...reason } }),
      await api.send('POST /v1/matches/{matchId}/cancel', { as, params, json: reason }),
      await api.send('POST /v1/matches/{matchId}/reinstate', { as, params, json: kickOff }),
    );
    expect(steps.map(({ status, body }) => [status, body.version])).toEqual(
      Array.from({ length: 10 }, (_, index) => [200, index + 2]),
    );
    expect(api.events.map(({ type }) => type.slice('match.'.length))).toEqual(
      'scheduled rescheduled postponed rescheduled started finished result-corrected result-withdrawn awarded cancelled reinstated'.split(
        ' ',
      ),
    );
    expect(api.events.every(({ actor, tenantId }) => actor === 'olga' && tenantId === 'acme')).toBe(true);
  });

  test('are an organiser’s alone', async () => {
    await scheduleMatch(api);
    const refusals = await Promise.all([
      api.send('POST /v1/matches', { as: ADA, json: newMatch }),
      api.send('POST /v1/matches/{matchId}/start', { as: ADA, params: match }),
      api.send('POST /v1/matches/{matchId}/finish', { as: ADA, params: match, json: result }),
      api.send('POST /v1/matches/{matchId}/cancel', { as: 'acme/oz/operator', params: match, json: reason }),
    ]);
    expect(refusals.map(({ status, body }) => [status, body.title])).toEqual(Array(4).fill([403, 'not-permitted']));
    expect(api.events).toHaveLength(1);
  });

  test('that come too early or make no sense are refused with the domain’s words', async () => {
    await scheduleMatch(api);
    const early = await api.send('POST /v1/matches/{matchId}/finish', { as: ORGANISER, params: match, json: result });
    expect([early.status, early.body.title]).toEqual([409, 'not-kicked-off']);
    const unplayed = await api.send('POST /v1/matches/{matchId}/correct', {
      as: ORGANISER,
      params: match,
      json: { ...result, ...reason },
    });
    expect([unplayed.status, unplayed.body.detail]).toEqual([409, `cannot correct match ${MATCH}: it is scheduled`]);
  });

  test.each(['nobody-nowhere', 'burnley city', '%', '%25', '../pools', 'a#b', 'x'.repeat(3000)])(
    'of %j: there is none',
    async matchId => {
      const answer = await api.send('POST /v1/matches/{matchId}/start', { as: ORGANISER, params: { matchId } });
      expect([answer.status, answer.body.title]).toEqual([404, 'unknown-match']);
    },
  );
});
