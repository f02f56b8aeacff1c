import { expect, it } from 'vitest';
import type { TestStack } from './harness.ts';

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
}

const FIXTURE = {
  matchId: 'tokens-cup',
  competition: 'tokens',
  home: 'Home',
  away: 'Away',
  kickOff: { at: '2040-01-01T15:00:00.000Z', timeKnown: true },
};

/** The template's own pool, trigger, authorizer and functions, seen from outside. */
export const tokenStory = (open: () => TestStack): void => {
  const signIn = async (groups: readonly string[], tenant?: string): Promise<Tokens> => {
    const [url = ''] = Object.values(open().stack.userPoolUrls);
    const attributes = tenant === undefined ? {} : { 'custom:tenant': tenant };
    const body = JSON.stringify({ username: 'tess', groups, attributes });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    return (await (await fetch(`${url}/token`, init)).json()) as Tokens;
  };
  const schedule = async (token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const body = JSON.stringify(FIXTURE);
    return (await fetch(`${open().apiUrl}/v1/matches`, { method: 'POST', headers, body })).status;
  };
  const eventsOf = (tenant: string) => open().published.filter(({ tenantId }) => tenantId === tenant);

  it('does nothing without a scope of its route, of a tenant, in an access token', async () => {
    const organiser = await signIn(['organiser'], 'tokens');
    const player = await signIn(['player'], 'tokens');
    const nobodys = await signIn(['organiser', 'player']);
    const [head, , signature] = player.access_token.split('.');
    const forged = [head, organiser.access_token.split('.')[1], signature].join('.');
    const statuses = [
      await schedule(),
      await schedule(forged),
      await schedule(player.access_token),
      await schedule(nobodys.access_token),
      await schedule(organiser.id_token),
    ];
    expect(statuses).toEqual([401, 401, 403, 403, 403]);
    expect(eventsOf('tokens')).toEqual([]);
    expect(await schedule(organiser.access_token)).toBe(201);
    await open().settled();
    expect(eventsOf('tokens')).toMatchObject([{ id: 'match-tokens-cup:1', actor: 'tess' }]);
    expect(open().logs.filter(line => line.includes(organiser.access_token.slice(-20)))).toEqual([]);
  });
};
