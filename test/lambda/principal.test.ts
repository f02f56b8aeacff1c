import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { admit, DEVELOPMENT_HEADER, developmentPrincipal } from '../../shared/lambda/http/principal.ts';
import { RequestError } from '../../shared/lambda/http/problem.ts';
import { requestEvent, testApi } from './http.ts';
import { ADA, MATCH, newMatch } from './http-samples.ts';
import { captureOutput } from './support.ts';

beforeEach(() => {
  captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const authenticate = developmentPrincipal('development');
const principalOf = (as?: string) => authenticate(requestEvent('GET /v1/it', as === undefined ? {} : { as }));

describe('a development principal', () => {
  test.each([
    ['acme/ada', { tenantId: 'acme', playerId: 'ada', scopes: ['player'] }],
    ['acme/olga/organiser', { tenantId: 'acme', playerId: 'olga', scopes: ['player', 'organiser'] }],
    ['acme/oz/operator/organiser', { tenantId: 'acme', playerId: 'oz', scopes: ['player', 'operator', 'organiser'] }],
  ])('%s is read from its header', (header, principal) => {
    expect(principalOf(header)).toEqual(principal);
  });

  test('is everything in the tenant demo without a header', () => {
    expect(principalOf()).toEqual({
      tenantId: 'demo',
      playerId: 'operator',
      scopes: ['player', 'organiser', 'operator', 'producer'],
    });
  });

  test.each([
    '',
    '/',
    'acme',
    'acme/',
    '/ada',
    'acme/ada/admin',
    'acme/ada/',
    'ac me/ada',
    'acme#x/ada',
    'Acme/ada',
    `${'a'.repeat(101)}/ada`,
  ])('is refused for %j', header => {
    expect(() => principalOf(header)).toThrow(
      expect.objectContaining({ name: 'RequestError', status: 401, code: 'unauthenticated' }),
    );
  });
});

test.each([undefined, ADA, 'demo/operator/organiser'])('a stage without sign-in refuses everybody (%s)', async as => {
  const api = testApi();
  const who = as === undefined ? {} : { as };
  const answers = await Promise.all([
    api.send('POST /v1/matches', { ...who, json: newMatch }, 'none'),
    api.send('GET /v1/matches/{matchId}', { ...who, params: { matchId: MATCH } }, 'none'),
  ]);
  expect(answers.map(({ status, body }) => [status, body.title])).toEqual([
    [401, 'unauthenticated'],
    [401, 'unauthenticated'],
  ]);
  expect(api.events).toEqual([]);
});

test('any other word for the principals of a stage refuses everybody as well', () => {
  expect(() => developmentPrincipal('Development')(requestEvent('GET /v1/it', { as: ADA }))).toThrow(RequestError);
});

describe('a route', () => {
  const event = requestEvent('GET /v1/it', { as: 'acme/ada/operator' });

  test('is open to who has one of its scopes, and to nobody else', () => {
    expect(admit(['organiser', 'operator'], authenticate, event).playerId).toBe('ada');
    expect(() => admit(['organiser'], authenticate, event)).toThrow(
      expect.objectContaining({ status: 403, code: 'not-permitted', message: 'this takes the scope organiser' }),
    );
  });

  test('that is for anybody asks nobody who they are', () => {
    const refuse = developmentPrincipal('none');
    expect(admit('anybody', refuse, event)).toEqual({ tenantId: '', playerId: '', scopes: [] });
  });
});

test('the header goes by its name in lower case, as API Gateway writes it', () => {
  expect(DEVELOPMENT_HEADER).toBe(DEVELOPMENT_HEADER.toLowerCase());
});
