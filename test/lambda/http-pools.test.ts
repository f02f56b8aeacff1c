import './environment.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { atInstant } from './at-instant.ts';
import { type TestApi, testApi } from './http.ts';
import { ADA, BOB, COMPETITION } from './http-samples.ts';

atInstant();
let api: TestApi;
beforeEach(() => {
  api = testApi();
});

describe('pools', () => {
  const pool = { poolId: 'office', competition: COMPETITION, name: 'The office' };
  const rules = { rules: 'classic-3-2-1', basis: 'FT90', tieBreaks: ['exact'], countAwarded: true };
  const params = { poolId: 'office' };

  test('are founded, joined and left; their owner changes the rules', async () => {
    const steps = [
      await api.send('POST /v1/pools', { as: ADA, json: pool }),
      await api.send('POST /v1/pools/{poolId}/join', { as: BOB, params }),
      await api.send('POST /v1/pools/{poolId}/join', { as: BOB, params, json: {} }),
      await api.send('POST /v1/pools/{poolId}/rules', { as: ADA, params, json: rules }),
      await api.send('POST /v1/pools/{poolId}/leave', { as: BOB, params }),
    ];
    expect(steps.map(({ status, body }) => [status, body.events])).toEqual([
      [201, ['pool-office:1']],
      [200, ['membership-office.bob:1']],
      [200, []],
      [200, ['pool-office:2']],
      [200, ['membership-office.bob:2']],
    ]);
  });

  test('refuse strangers', async () => {
    await api.send('POST /v1/pools', { as: ADA, json: pool });
    const answers = [
      await api.send('POST /v1/pools/{poolId}/rules', { as: BOB, params, json: rules }),
      await api.send('POST /v1/pools/{poolId}/leave', { as: BOB, params }),
      await api.send('POST /v1/pools/{poolId}/join', { as: 'other/bob', params }),
      await api.send('POST /v1/pools/{poolId}/join', { as: BOB, params: { poolId: '%' } }),
      await api.send('POST /v1/pools', { as: BOB, json: pool }),
    ];
    expect(answers.map(({ status, body }) => [status, body.title])).toEqual([
      [403, 'not-permitted'],
      [404, 'not-a-member'],
      [404, 'unknown-pool'],
      [404, 'unknown-pool'],
      [409, 'already-exists'],
    ]);
  });

  test('take no rules that do not exist', async () => {
    const answer = await api.send('POST /v1/pools', { as: ADA, json: { ...pool, rules: { ...rules, rules: 'mine' } } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path: '/body/rules/rules' }]);
  });
});

describe('my pools', () => {
  const mine = async (as: string, query = {}) => {
    await api.project();
    const { body } = await api.send('GET /v1/pools', { as, query });
    const { items, next } = body as { items: { poolId: string; isMember: boolean }[]; next: string | null };
    return { pools: items.map(({ poolId, isMember }) => [poolId, isMember]), next };
  };
  const open = (as: string, poolId: string) =>
    api.send('POST /v1/pools', { as, json: { poolId, competition: COMPETITION, name: `It is ${poolId}` } });
  const go = (as: string, poolId: string, way: 'join' | 'leave') =>
    api.send(`POST /v1/pools/{poolId}/${way}`, { as, params: { poolId } });

  test('are those that I own and those that I am in, until I leave', async () => {
    await open(ADA, 'office');
    await open(BOB, 'den');
    await go(BOB, 'office', 'join');
    expect(await mine(ADA)).toEqual({ pools: [['office', false]], next: null });
    expect((await mine(BOB)).pools).toEqual([
      ['den', false],
      ['office', true],
    ]);
    await go(BOB, 'den', 'join');
    await go(BOB, 'office', 'leave');
    expect((await mine(BOB)).pools).toEqual([['den', true]]);
    await go(BOB, 'den', 'leave');
    expect((await mine(BOB)).pools).toEqual([['den', false]]);
    await go(BOB, 'office', 'join');
    expect((await mine(BOB)).pools).toHaveLength(2);
    expect((await mine('other/bob')).pools).toEqual([]);
  });

  test('are read page by page, with all that there is to know of each', async () => {
    for (const poolId of ['a', 'c', 'b']) await open(ADA, poolId);
    const first = await mine(ADA, { limit: '2' });
    expect(first.pools.map(([id]) => id)).toEqual(['a', 'b']);
    const rest = await mine(ADA, { limit: '2', cursor: first.next });
    expect(rest).toEqual({ pools: [['c', false]], next: null });
    const { body } = await api.send('GET /v1/pools', { as: ADA, query: { limit: '1' } });
    expect(body.items).toMatchObject([{ poolId: 'a', name: 'It is a', owner: 'ada', access: 'open', version: 1 }]);
  });
});
