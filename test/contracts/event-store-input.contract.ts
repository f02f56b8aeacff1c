import { expect, it } from 'vitest';
import { InvalidCommitError, InvalidPlaceError } from '../../shared/application/errors.ts';
import { type EventStore, type NewCommit, type StreamToken, startOf } from '../../shared/application/event-store.ts';
import { poolStream, type StreamRef } from '../../shared/events/streams.ts';
import { append, commitOf, joined, newTenant, type OpenStore } from './commits.ts';
import { counting } from './event-store-state.contract.ts';

const stream = poolStream('office');
const { reducer } = counting();

/** Every way into a store with a tenant and a stream. */
const everyWay = (store: EventStore, tenant: string, place: StreamRef): readonly (() => Promise<unknown>)[] => [
  () => store.load(tenant, place),
  () => store.loadState(tenant, place, reducer),
  () => store.append(startOf(tenant, place), commitOf('c', joined('ada'))),
];

/** Input that no caller should send. Nothing of it is stored. */
export const inputContract = (open: OpenStore): void => {
  it.each(['', '#', 'acme#pool', '#acme'])('a tenant %j', async tenant => {
    const ways = [...everyWay(open(), tenant, stream), () => open().loadPartition(tenant, stream.partition)];
    for (const way of ways) await expect(way()).rejects.toBeInstanceOf(InvalidPlaceError);
  });

  it.each([
    ['without a name', { partition: 'p', name: '' }],
    ['without a partition', { partition: '', name: 'n' }],
    ['of a name longer than a key', { partition: 'p', name: 'ü'.repeat(600) }],
    ['of a partition longer than a key', { partition: 'x'.repeat(2048), name: 'n' }],
  ])('a stream %s', async (_what, place) => {
    for (const way of everyWay(open(), newTenant(), place))
      await expect(way()).rejects.toBeInstanceOf(InvalidPlaceError);
  });

  it('a token of another tenant or another stream', async () => {
    const [mine, theirs] = [newTenant(), newTenant()];
    const { token } = await append(open(), startOf(theirs, stream), commitOf('c', joined('ada')));
    const known = await open().loadState(theirs, stream, reducer);
    const message = `${mine}/pool-office at version 1: the token is of ${theirs}/pool-office`;
    await expect(open().load(mine, stream, token)).rejects.toThrow(message);
    await expect(open().loadState(mine, stream, reducer, known)).rejects.toThrow(message);
    await expect(open().load(theirs, poolStream('other'), token)).rejects.toBeInstanceOf(InvalidPlaceError);
  });

  it('a token that was put together, or changed: there is no way to a gap or an overlap', async () => {
    const tenant = newTenant();
    const { token } = await append(open(), startOf(tenant, stream), commitOf('c', joined('ada')));
    const forged: readonly unknown[] = [
      { ...token },
      { ...token, version: 5 },
      JSON.parse(JSON.stringify(token)),
      { tenantId: tenant, stream, version: 7, hash: 'x' },
    ];
    for (const made of forged as readonly StreamToken[]) {
      const appending = open().append(made, commitOf('d', joined('bob')));
      await expect(appending).rejects.toBeInstanceOf(InvalidPlaceError);
      await expect(appending).rejects.toThrow('the token was not minted by this store');
      await expect(open().load(tenant, stream, made)).rejects.toBeInstanceOf(InvalidPlaceError);
    }
    expect((await open().load(tenant, stream)).token).toEqual(token);
  });

  it.each<[string, Partial<Record<keyof NewCommit, unknown>>]>([
    ['commitId', { commitId: '' }],
    ['occurredAt', { occurredAt: '2023-08-11T18:00:00Z' }],
    ['occurredAt', { occurredAt: '2023-13-41T18:00:00.000Z' }],
    ['occurredAt', { occurredAt: 'yesterday' }],
    ['hops', { hops: -1 }],
    ['hops', { hops: 11 }],
    ['hops', { hops: 0.5 }],
    ['hops', { hops: Number.NaN }],
    ['priority', { priority: 'urgent' }],
    ['actor', { actor: undefined }],
    ['events', { events: [] }],
  ])('a commit of which %s is not valid (%j)', async (name, wrong) => {
    const tenant = newTenant();
    const appending = open().append(startOf(tenant, stream), {
      ...commitOf('c', joined('ada')),
      ...wrong,
    } as NewCommit);
    await expect(appending).rejects.toBeInstanceOf(InvalidCommitError);
    await expect(appending).rejects.toThrow(new RegExp(`^${tenant}/pool-office at version 1: .*${name}`));
    expect((await open().load(tenant, stream)).events).toEqual([]);
  });
};
