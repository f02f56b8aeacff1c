import './environment.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { type TestApi, testApi } from './http.ts';
import {
  ADA,
  AFTER,
  BOB,
  MATCH,
  ORGANISER,
  pickOf,
  predict,
  prediction,
  reason,
  scheduleMatch,
} from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(() => {
  api = testApi();
});

describe('predictions', () => {
  beforeEach(() => scheduleMatch(api));

  test('are placed, revised and withdrawn by their player', async () => {
    expect(await predict(api, ADA, 2, 1, 0.7)).toMatchObject({
      status: 201,
      body: { ...prediction('ada'), version: 1, events: [`prediction-${MATCH}.ada:1`] },
    });
    const pick = { predicted: { home: 1, away: 1 } };
    const revised = await api.send('POST /v1/predictions/{predictionId}/revise', {
      as: ADA,
      params: prediction('ada'),
      json: pick,
    });
    expect([revised.status, revised.body.version]).toEqual([200, 2]);
    const cancelled = await api.send('POST /v1/predictions/{predictionId}/cancel', {
      as: ADA,
      params: prediction('ada'),
      json: reason,
    });
    expect([cancelled.status, cancelled.body.version]).toEqual([200, 3]);
    expect(api.events.slice(1)).toMatchObject([
      {
        type: 'prediction.created',
        actor: 'ada',
        data: { playerId: 'ada', confidence: 0.7, predicted: { home: 2, away: 1 } },
      },
      { type: 'prediction.revised', data: { confidence: null, predicted: { home: 1, away: 1 } } },
      { type: 'prediction.cancelled', data: { cancelledBy: 'ada' } },
    ]);
  });

  test('for a match that is not there have nothing to predict', async () => {
    const answer = await api.send('POST /v1/predictions', {
      as: ADA,
      json: { ...pickOf(1, 0), matchId: 'nobody-nowhere' },
    });
    expect([answer.status, answer.body.title]).toEqual([404, 'unknown-match']);
  });

  test('lock at kick-off by the server’s clock', async () => {
    await predict(api, ADA, 2, 1);
    vi.setSystemTime(AFTER);
    const late = [
      await predict(api, BOB, 2, 1),
      await api.send('POST /v1/predictions/{predictionId}/revise', {
        as: ADA,
        params: prediction('ada'),
        json: { predicted: { home: 0, away: 0 } },
      }),
      await api.send('POST /v1/predictions/{predictionId}/cancel', {
        as: ADA,
        params: prediction('ada'),
        json: reason,
      }),
    ];
    expect(late.map(({ status, body }) => [status, body.title])).toEqual(Array(3).fill([409, 'locked']));
  });

  test('of others are not there for a player', async () => {
    await predict(api, ADA, 2, 1);
    const params = prediction('ada');
    const answers = [
      await api.send('POST /v1/predictions/{predictionId}/revise', {
        as: BOB,
        params,
        json: { predicted: { home: 0, away: 0 } },
      }),
      await api.send('POST /v1/predictions/{predictionId}/cancel', { as: BOB, params, json: reason }),
      await api.send('POST /v1/predictions/{predictionId}/revise', {
        as: ORGANISER,
        params,
        json: { predicted: { home: 0, away: 0 } },
      }),
      await api.send('POST /v1/predictions/{predictionId}/cancel', { as: 'other/ada', params, json: reason }),
    ];
    expect(answers.map(({ status, body }) => [status, body.title])).toEqual(Array(4).fill([404, 'unknown-prediction']));
    expect(api.events).toHaveLength(2);
  });

  test('of others may be withdrawn by an organiser, after the lock too', async () => {
    await predict(api, ADA, 2, 1);
    vi.setSystemTime(AFTER);
    const answer = await api.send('POST /v1/predictions/{predictionId}/cancel', {
      as: ORGANISER,
      params: prediction('ada'),
      json: reason,
    });
    expect(answer.status).toBe(200);
    expect(api.events.at(-1)).toMatchObject({
      type: 'prediction.cancelled',
      data: { cancelledBy: 'olga', playerId: 'ada' },
    });
  });

  test.each(['', 'ada', `${MATCH}.`, `${MATCH}.ada.bob`, `${MATCH}.Ada`, '%'])(
    'have no id like %j',
    async predictionId => {
      await predict(api, ADA, 2, 1);
      const as = 'acme/ada/organiser';
      const answer = await api.send('POST /v1/predictions/{predictionId}/cancel', {
        as,
        params: { predictionId },
        json: reason,
      });
      expect([answer.status, answer.body.title]).toEqual([404, 'unknown-prediction']);
    },
  );
});
