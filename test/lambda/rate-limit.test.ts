import './environment.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { operation } from '../../shared/lambda/http/http-handler.ts';
import { limitOf, tokenBuckets } from '../../shared/lambda/http/rate-limit.ts';
import { requestEvent, send } from './http.ts';
import { captureOutput } from './support.ts';

beforeEach(() => void captureOutput());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a token bucket', () => {
  test('lets through no more than the burst and what has flowed in since, whenever requests come', () => {
    const rate = fc.record({ perSecond: fc.integer({ min: 1, max: 20 }), burst: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(rate, fc.array(fc.integer({ min: -500, max: 3000 })), (rate, pauses) => {
        let [time, now] = [0, 0];
        const take = tokenBuckets(rate, () => now);
        let taken = 0;
        for (const pause of pauses) {
          now += pause;
          time += Math.max(0, pause);
          const wait = take('a');
          if (wait === 0) taken += 1;
          else expect(wait).toBeGreaterThanOrEqual(1);
          expect(taken).toBeLessThanOrEqual(rate.burst + (time / 1000) * rate.perSecond + 1e-6);
        }
      }),
    );
  });

  test('is for one key, and says when there is the next token', () => {
    let now = 0;
    const take = tokenBuckets({ perSecond: 1, burst: 2 }, () => now);
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 1, 0]);
    now += 1000;
    expect([take('a'), take('a')]).toEqual([0, 1]);
    const slow = tokenBuckets({ perSecond: 0.1, burst: 1 }, () => now);
    expect([slow('a'), slow('a')]).toEqual([0, 10]);
  });

  test('forgets who has not come for long', () => {
    const take = tokenBuckets({ perSecond: 1, burst: 1 }, () => 0);
    expect([take('a'), take('a')]).toEqual([0, 1]);
    for (let other = 0; other < 10_000; other += 1) take(`other-${other}`);
    expect(take('a')).toBe(0);
  });
});

test.each(['10', '0/5', 'a/b', '10/5/1'])('%s is no rate', rate => {
  expect(() => limitOf(rate)).toThrow(rate);
});

test('who asks too often is told when to come again; others are answered', async () => {
  vi.stubEnv('RATE_LIMIT', '1/2');
  const operations = {
    'GET /v1/it': operation({
      summary: 'It',
      answers: { 200: z.object({}) },
      body: z.undefined(),
      query: z.strictObject({}),
      handle: async () => ({ status: 200, body: {} }),
    }),
  };
  const limit = limitOf('1/2', () => 0);
  const ask = (as: string) => send(operations, requestEvent('GET /v1/it', { as }), limit);
  const answers = [await ask('acme/ada'), await ask('acme/ada'), await ask('acme/ada'), await ask('acme/bob')];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  expect(answers[2]).toMatchObject({
    headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
    body: { title: 'too-many-requests', detail: 'too many requests: the next is taken in 1 s' },
  });
});
