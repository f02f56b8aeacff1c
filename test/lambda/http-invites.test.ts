import './environment.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { type TestApi, testApi } from './http.ts';
import { ADA, BEFORE, BOB, COMPETITION, ORGANISER } from './http-samples.ts';

const params = { poolId: 'office' };
const SOON = new Date(BEFORE.getTime() + 60_000).toISOString();

const output = atInstant();
let api: TestApi;
beforeEach(async () => {
  api = testApi();
  const pool = { poolId: 'office', competition: COMPETITION, name: 'The office', access: 'invite' };
  await api.send('POST /v1/pools', { as: ADA, json: pool });
});

const invite = async (json: object = {}, as = ADA) => {
  const { status, body } = await api.send('POST /v1/pools/{poolId}/invites', { as, params, json });
  expect(status).toBe(201);
  return { code: String(body.code), inviteId: String(body.inviteId) };
};
const join = async (as: string, code: string) => {
  const { status, body } = await api.send('POST /v1/pools/join', { as, json: { code } });
  return [status, body.title ?? body.events];
};

test('a pool by invitation is joined by a code, without its id, and not without one', async () => {
  const bare = await api.send('POST /v1/pools/{poolId}/join', { as: BOB, params });
  expect([bare.status, bare.body.title]).toEqual([403, 'invite-only']);
  const { code } = await invite();
  expect(code).toMatch(/^office\.[\w-]{22}$/);
  expect(await join(BOB, code)).toEqual([200, ['membership-office.bob:1']]);
  expect(await join(BOB, code)).toEqual([200, []]);
});

test('its code is stored nowhere, logged nowhere, and answered again to the same request only', async () => {
  const key = { 'idempotency-key': 'k-1' };
  const ask = (as = ADA) => api.send('POST /v1/pools/{poolId}/invites', { as, params, json: {}, headers: key });
  const [first, again] = [await ask(), await ask()];
  expect(again.body).toEqual(first.body);
  expect(first.headers).toMatchObject({ 'cache-control': 'no-store' });
  const [pool, secret = ''] = String(first.body.code).split('.');
  expect([pool, secret.length]).toEqual(['office', 22]);
  expect(JSON.stringify(api.events)).not.toContain(secret);
  expect(output.metrics().length).toBeGreaterThan(0);
  expect(JSON.stringify([output.logs(), output.metrics()])).not.toContain(secret);
  const other = await invite();
  expect(other.code).not.toBe(first.body.code);
});

test('a code admits as many as it says, until it ends or is revoked', async () => {
  const one = await invite({ maxUses: 1, expiresAt: SOON });
  expect(await join(BOB, one.code)).toEqual([200, ['membership-office.bob:1']]);
  expect(await join('acme/cleo', one.code)).toEqual([409, 'invite-used-up']);
  const timed = await invite({ expiresAt: SOON });
  vi.setSystemTime(SOON);
  expect(await join('acme/cleo', timed.code)).toEqual([410, 'invite-expired']);
  const { code, inviteId } = await invite({}, ORGANISER);
  const revoke = { as: ADA, params: { ...params, inviteId } };
  expect(await api.send('DELETE /v1/pools/{poolId}/invites/{inviteId}', revoke)).toMatchObject({ status: 200 });
  expect(await join('acme/cleo', code)).toEqual([404, 'unknown-invite']);
});

test('what is no code, a guess, and a code of another tenant are all the same', async () => {
  const { code } = await invite();
  for (const wrong of ['office', 'office.', `${code}x`, `other.${code.split('.')[1]}`, '.x', 'Office.x', 'a.b.c'])
    expect([wrong, await join(BOB, wrong)]).toEqual([wrong, [404, 'unknown-invite']]);
  expect(await join('other/bob', code)).toEqual([404, 'unknown-invite']);
});

test('who neither owns the pool nor organises makes no invite, revokes none and sees none', async () => {
  const { inviteId } = await invite();
  const answers = [
    await api.send('POST /v1/pools/{poolId}/invites', { as: BOB, params, json: {} }),
    await api.send('DELETE /v1/pools/{poolId}/invites/{inviteId}', { as: BOB, params: { ...params, inviteId } }),
    await api.send('GET /v1/pools/{poolId}/invites', { as: BOB, params }),
  ];
  expect(answers.map(({ status, body }) => [status, body.title])).toEqual(Array(3).fill([403, 'not-permitted']));
  const { body } = await api.send('GET /v1/pools/{poolId}/invites', { as: ADA, params });
  expect(body).toEqual({ items: [{ inviteId, expiresAt: null, maxUses: null, uses: null }], next: null });
  const pool = await api.send('GET /v1/pools/{poolId}', { as: BOB, params });
  expect(pool.body).toMatchObject({ access: 'invite', owner: 'ada' });
  expect(pool.body).not.toHaveProperty('invites');
});

test.each([{ maxUses: 0 }, { maxUses: 101 }, { expiresAt: 'soon' }, { until: SOON }])('%j is no invite', async json => {
  const { status, body } = await api.send('POST /v1/pools/{poolId}/invites', { as: ADA, params, json });
  expect([status, body.title]).toEqual([400, 'invalid-request']);
});

test('its members are for those in it: page by page, without who has left', async () => {
  const { code } = await invite();
  for (const player of ['bob', 'cleo', 'dan', 'eve']) await join(`acme/${player}`, code);
  await api.send('POST /v1/pools/{poolId}/leave', { as: 'acme/dan', params });
  await api.project();
  const list = (as: string, query: Readonly<Record<string, string>>) =>
    api.send('GET /v1/pools/{poolId}/members', { as, params, query });
  const first = await list(BOB, { limit: '2' });
  expect(first.body.items).toEqual([{ playerId: 'bob' }, { playerId: 'cleo' }]);
  const rest = await list(ADA, { limit: '2', cursor: String(first.body.next) });
  expect(rest.body).toEqual({ items: [{ playerId: 'eve' }], next: null });
  const outside = await list('acme/dan', {});
  expect([outside.status, outside.body.title]).toEqual([403, 'invite-only']);
  const cursor = await list(BOB, { cursor: 'x' });
  expect([cursor.status, cursor.body.title]).toEqual([400, 'invalid-cursor']);
});

test("a cursor of its members is for this pool of this tenant's", async () => {
  const { code } = await invite();
  for (const player of ['bob', 'cleo']) await join(`acme/${player}`, code);
  await api.project();
  const { body } = await api.send('GET /v1/pools/{poolId}/members', { as: ADA, params, query: { limit: '1' } });
  const query = { cursor: String(body.next) };
  for (const [as, poolId] of [
    [ADA, 'den'],
    ['other/ada', 'office'],
  ] as const) {
    await api.send('POST /v1/pools', { as, json: { poolId, competition: 'cup', name: 'Another' } });
    const answer = await api.send('GET /v1/pools/{poolId}/members', { as, params: { poolId }, query });
    expect([answer.status, answer.body.title]).toEqual([400, 'invalid-cursor']);
  }
});
