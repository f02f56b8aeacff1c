import './environment.ts';
import { describe, expect, test, vi } from 'vitest';
import { atInstant } from './at-instant.ts';
import { AFTER } from './http-samples.ts';
import { CASES, routesOnDisk, type Tenant, twoTenants } from './tenant-world.ts';

atInstant();

const routes = Object.entries(CASES);
const reads = routes.filter(([route]) => route.startsWith('GET'));

test('every route that takes a token is tried', async () => {
  expect(Object.keys(CASES).sort()).toEqual((await routesOnDisk()).sort());
});

describe('what is another tenant’s', () => {
  test.each(routes)('cannot be had, nor changed, nor told from what is not there: %s', async (route, { elsewhere }) => {
    const { api, ask, fill, finish, eventsOf } = twoTenants();
    const told = await fill('acme');
    vi.setSystemTime(AFTER);
    await finish('acme');
    await api.project();
    const before = JSON.stringify(eventsOf('acme'));
    const answer = await ask('umbra', route, told);
    expect(JSON.stringify(answer)).not.toContain('acme');
    expect(JSON.stringify(eventsOf('acme'))).toBe(before);
    const empty = twoTenants();
    const nothing = await empty.ask('umbra', route, told);
    if (elsewhere !== 'platform') expect([answer.status, answer.body]).toEqual([nothing.status, nothing.body]);
    expect(answer.status).toBe({ gone: 404, none: 200, own: 201, platform: 200, 'not-theirs': 403 }[elsewhere]);
    expect(eventsOf('umbra')).toHaveLength(elsewhere === 'own' ? 1 : 0);
  });
});

describe('two tenants at once, with the same ids', () => {
  const other = (tenant: Tenant): Tenant => (tenant === 'acme' ? 'umbra' : 'acme');

  test('each read what is theirs', async () => {
    const { api, ask, fill, finish } = twoTenants();
    const [acme, umbra] = await Promise.all([fill('acme'), fill('umbra')]);
    const told = { acme, umbra };
    vi.setSystemTime(AFTER);
    await Promise.all([finish('acme'), finish('umbra')]);
    await api.project();
    const asked = reads.flatMap(([route]) => (['acme', 'umbra'] as const).map(tenant => ({ route, tenant })));
    const answers = await Promise.all(
      asked.map(async one => ({ ...one, answer: await ask(one.tenant, one.route, told[one.tenant]) })),
    );
    for (const { route, tenant, answer } of answers) {
      const text = JSON.stringify(answer.body);
      const names = (whose: Tenant) => [whose, told[whose].inviteId].some(name => text.includes(name));
      expect([route, answer.status, names(other(tenant))]).toEqual([route, 200, false]);
      // Ids that both have, sums, and one's own picks name nobody.
      if (
        !/statistics|race|predictions|history|preferences|health|projections|operations|competitions(\/\{\w+\})?$/.test(
          route,
        )
      )
        expect([route, names(tenant)]).toEqual([route, true]);
    }
  });
});
