import { expect, it } from 'vitest';
import { CommitIdReusedError } from '../../shared/application/errors.ts';
import { type NewCommit, startOf } from '../../shared/application/event-store.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { append, commitOf, joined, newTenant, type OpenStore } from './commits.ts';
import { counting, grow } from './event-store-state.contract.ts';

const stream = poolStream('office');
const { reducer } = counting();

const asked = (commit: NewCommit, request = 'asked'): NewCommit => ({ ...commit, request });

const DAY_LATER = '2023-08-12T18:00:00.001Z';

/** A commit that comes again on a fresh token. */
export const repeatContract = (open: OpenStore): void => {
  it.each([0, 1, 5, 100, 230])('is known after %i others, and the first result comes back', async others => {
    const tenant = newTenant();
    await grow(open(), tenant, reducer, 3);
    const { token } = await open().load(tenant, stream);
    const mine = asked(commitOf('mine', joined('ada'), joined('bob')));
    const first = await append(open(), token, mine);
    await grow(open(), tenant, reducer, others);
    const { token: fresh } = await open().load(tenant, stream);
    const { commit, token: after } = first;
    const again = { ...mine, occurredAt: '2023-08-11T20:00:00.000Z', events: [joined('cleo')] } as const;
    const repeated = { outcome: 'repeated', commit, token: { version: after.version, hash: after.hash } };
    expect(await open().append(fresh, again)).toMatchObject(repeated);
    expect(await open().findCommit(fresh, again)).toMatchObject({ commit });
    expect((await open().load(tenant, stream)).token).toEqual(fresh);
  });

  it.each([1, 20])('is known by its facts after %i others, when nobody said what was asked', async others => {
    const tenant = newTenant();
    const mine = commitOf('mine', joined('ada'));
    const { commit } = await append(open(), startOf(tenant, stream), mine);
    await grow(open(), tenant, reducer, others);
    const { token } = await open().load(tenant, stream);
    expect(await open().append(token, mine)).toMatchObject({ outcome: 'repeated', commit });
    const other = open().append(token, commitOf('mine', joined('bob')));
    await expect(other).rejects.toBeInstanceOf(CommitIdReusedError);
    await expect(other).rejects.toMatchObject({ place: { tenantId: tenant, stream: 'pool-office', version: 1 } });
    expect((await open().load(tenant, stream)).token).toEqual(token);
  });

  it.each([0, 3, 120])(
    'under an id of another request is refused after %i others, with or without the same facts',
    async others => {
      const tenant = newTenant();
      const mine = asked(commitOf('mine', joined('ada')));
      await append(open(), startOf(tenant, stream), mine);
      await grow(open(), tenant, reducer, others);
      const { token } = await open().load(tenant, stream);
      await expect(open().append(token, asked(mine, 'other'))).rejects.toBeInstanceOf(CommitIdReusedError);
      await expect(open().findCommit(token, asked(mine, 'other'))).rejects.toBeInstanceOf(CommitIdReusedError);
      expect((await open().load(tenant, stream)).token).toEqual(token);
    },
  );

  it('is new when it is a day older than what came after it', async () => {
    const tenant = newTenant();
    const mine = asked(commitOf('mine', joined('ada')));
    await append(open(), startOf(tenant, stream), mine);
    await grow(open(), tenant, reducer, 120);
    const { token } = await open().load(tenant, stream);
    expect((await open().append(token, { ...mine, occurredAt: DAY_LATER })).outcome).toBe('appended');
  });

  it('is found whatever sizes its neighbours have', async () => {
    const tenant = newTenant();
    const mine = asked(commitOf('mine', joined('ada')));
    let { token } = await append(open(), startOf(tenant, stream), mine);
    for (const [index, size] of [7, 1, 1, 30, 2, 1, 9, 55, 1, 3].entries()) {
      const events = Array.from({ length: size }, (_, event) => joined(`p-${index}-${event}`));
      // Its item ends at a write unit, or almost: there is no room for the ids of those before it.
      const actor = 'x'.repeat(index * 37);
      token = (await append(open(), token, { ...commitOf(`c-${index}`, ...events), actor })).token;
    }
    for (const fresh of [token, (await open().load(tenant, stream)).token])
      expect(await open().append(fresh, mine)).toMatchObject({ outcome: 'repeated', commit: { firstVersion: 1 } });
  });

  it('that is not there is not found, and is appended', async () => {
    const tenant = newTenant();
    await grow(open(), tenant, reducer, 130);
    const { token } = await open().load(tenant, stream);
    const mine = asked(commitOf('mine', joined('ada')));
    expect(await open().findCommit(token, mine)).toBeUndefined();
    expect((await open().append(token, mine)).outcome).toBe('appended');
  });
};
