import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RouteAccess } from '../../shared/events/subscription.ts';
import { admit, whoAsks } from '../../shared/lambda/http/principal.ts';
import { type Claims, claimsOf, requestEvent, testApi } from './http.ts';
import { ADA, MATCH, newMatch, ORGANISER, result } from './http-samples.ts';
import { captureOutput } from './support.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const GOOD = claimsOf('acme/ada');
const eventWith = (claims: Claims | 'none') => requestEvent('GET /v1/it', { claims });
const admitted = (claims: Claims | 'none', access: RouteAccess = ['player']) => admit(access, eventWith(claims));
const without = (name: string): Claims => Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));

describe('the claims of an access token', () => {
  test.each([
    ['acme/ada', { tenantId: 'acme', playerId: 'ada', scopes: ['player'] }],
    ['acme/olga/organiser', { tenantId: 'acme', playerId: 'olga', scopes: ['player', 'organiser'] }],
    ['acme/oz/operator/producer', { tenantId: 'acme', playerId: 'oz', scopes: ['player', 'operator', 'producer'] }],
  ])('say who asks: %s', (as, principal) => {
    expect(admitted(claimsOf(as))).toEqual(principal);
  });

  test('name as scopes only those of ours, whole', () => {
    const scope = 'player matchday/organiser/x other/operator matchday/operator aws.cognito.signin.user.admin';
    expect(whoAsks(eventWith({ ...GOOD, scope }).requestContext)?.scopes).toEqual(['operator']);
  });

  test('may be those of a sub that Cognito gave', () => {
    const sub = '3f2a8c1e-90ab-4cde-8f01-23456789abcd';
    expect(admitted({ ...GOOD, sub })).toMatchObject({ playerId: sub });
  });

  test.each<[string, Claims | 'none']>([
    ['nobody looked at a token', 'none'],
    ['there are no claims', {}],
    ['it is an ID token', { ...GOOD, token_use: 'id' }],
    ['it does not say what it is for', without('token_use')],
    ['it is nobody’s', without('sub')],
    ['its user belongs to no tenant', without('tenant')],
    ['its tenant is empty', { ...GOOD, tenant: '' }],
    ['its tenant would break a key', { ...GOOD, tenant: 'acme#x' }],
    ['its tenant is written otherwise', { ...GOOD, tenant: 'Acme' }],
    ['its tenant is too long', { ...GOOD, tenant: 'a'.repeat(101) }],
    ['its user would break a key', { ...GOOD, sub: 'ada#x' }],
  ])('are refused where %s', (_, claims) => {
    expect(() => admitted(claims)).toThrow(
      expect.objectContaining({ name: 'RequestError', status: 401, code: 'unauthenticated' }),
    );
  });
});

describe('a route', () => {
  test('takes a token that has one of its scopes', () => {
    expect(admitted(claimsOf('acme/ada/operator'), ['organiser', 'operator'])).toMatchObject({ playerId: 'ada' });
    for (const claims of [GOOD, without('scope')])
      expect(() => admitted(claims, ['organiser', 'operator'])).toThrow(
        expect.objectContaining({
          status: 403,
          code: 'not-permitted',
          message: 'this takes the scope matchday/organiser or matchday/operator',
        }),
      );
  });

  test('for anybody takes anybody, of no tenant, whatever the token says', () => {
    for (const claims of ['none', GOOD, { ...GOOD, token_use: 'id' }] as const)
      expect(admitted(claims, 'anybody')).toEqual({ tenantId: '', playerId: '', scopes: [] });
  });
});

describe('what a function refuses', () => {
  const denials = () => output.metrics().filter(line => 'denied' in line);
  const linesOf = (message: string) =>
    output
      .logs()
      .filter(line => line.message === message)
      .map(({ level, route, tenantId, playerId, code }) => [level, route, tenantId, playerId, code]);

  test('for want of a token is on record, and counted, and nothing is done', async () => {
    const api = testApi();
    const answer = await api.send('POST /v1/matches', { claims: 'none', json: newMatch });
    expect([answer.status, answer.body.title, answer.headers['www-authenticate']]).toEqual([
      401,
      'unauthenticated',
      'Bearer',
    ]);
    expect(api.events).toEqual([]);
    expect(linesOf('denied')).toEqual([['WARN', 'POST /v1/matches', undefined, undefined, 'unauthenticated']]);
    expect(denials()).toMatchObject([{ denied: 1 }]);
  });

  test('for want of a scope is on record with the principal', async () => {
    const api = testApi();
    expect((await api.send('POST /v1/matches', { as: ADA, json: newMatch })).status).toBe(403);
    expect(api.events).toEqual([]);
    expect(linesOf('denied')).toEqual([['WARN', 'POST /v1/matches', 'acme', 'ada', 'not-permitted']]);
    expect(denials()).toMatchObject([{ denied: 1 }]);
  });

  test('as it is not there is on record, and no denial: it may be another tenant’s, which cannot be told', async () => {
    const api = testApi();
    await api.send('POST /v1/matches', { as: ORGANISER, json: newMatch });
    const params = { matchId: MATCH };
    const read = await api.send('GET /v1/matches/{matchId}', { as: 'umbra/eve', params });
    const finish = { as: 'umbra/eve/organiser', params, json: result };
    const command = await api.send('POST /v1/matches/{matchId}/finish', finish);
    expect([read.status, command.status]).toEqual([404, 404]);
    expect(linesOf('not-found')).toEqual([
      ['INFO', 'GET /v1/matches/{matchId}', 'umbra', 'eve', 'unknown-match'],
      ['INFO', 'POST /v1/matches/{matchId}/finish', 'umbra', 'eve', 'unknown-match'],
    ]);
    expect(denials()).toEqual([]);
  });
});
