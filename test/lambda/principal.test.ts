import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEVELOPMENT_HEADER, developmentPrincipal, requireRole } from '../../shared/lambda/http/principal.ts';
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
    ['acme/ada', { tenantId: 'acme', playerId: 'ada', roles: [] }],
    ['acme/olga/organiser', { tenantId: 'acme', playerId: 'olga', roles: ['organiser'] }],
    ['acme/oz/operator/organiser', { tenantId: 'acme', playerId: 'oz', roles: ['operator', 'organiser'] }],
  ])('%s is read from its header', (header, principal) => {
    expect(principalOf(header)).toEqual(principal);
  });

  test('is an organiser of the tenant demo without a header', () => {
    expect(principalOf()).toEqual({ tenantId: 'demo', playerId: 'operator', roles: ['organiser', 'operator'] });
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

test('a role is held or it is not', () => {
  const principal = { tenantId: 'acme', playerId: 'ada', roles: ['operator'] as const };
  expect(() => requireRole(principal, 'operator')).not.toThrow();
  expect(() => requireRole(principal, 'organiser')).toThrow(
    expect.objectContaining({ status: 403, code: 'not-permitted' }),
  );
});

test('the header goes by its name in lower case, as API Gateway writes it', () => {
  expect(DEVELOPMENT_HEADER).toBe(DEVELOPMENT_HEADER.toLowerCase());
});
