import { expect, it } from 'vitest';
import { type EventStore, type Reducer, startOf } from '../../shared/application/event-store.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { append, commitOf, joined, newTenant, type OpenStore } from './commits.ts';

const stream = poolStream('office');

interface Players {
  readonly count: number;
  readonly last: string;
  readonly note: string;
}

/** Counts who joined, and every call of it. `note` makes the state as large as a test wants it. */
export const counting = (version = 1, note = '') => {
  const calls: number[] = [];
  const reducer: Reducer<Players> = {
    name: 'players',
    version,
    initial: { count: 0, last: '', note },
    evolve: (state, event) => {
      calls.push(event.version);
      if (event.type !== 'pool.player-joined') throw new Error(`not of this stream: ${event.id}`);
      return { ...state, count: state.count + 1, last: event.data.playerId };
    },
  };
  return { reducer, calls };
};

/** Appends so many commits of one event, each with its state. */
export const grow = async <State>(
  store: EventStore,
  tenant: string,
  reducer: Reducer<State>,
  commits: number,
): Promise<void> => {
  let { state, token } = await store.loadState(tenant, stream, reducer);
  for (let n = 0; n < commits; n += 1) {
    const version = token.version + 1;
    const result = await store.append(token, commitOf(`c-${version}`, joined(`p-${version}`)), { reducer, state });
    if (result.outcome !== 'appended') throw new Error(`commit ${version} was not appended`);
    state = result.commit.events.reduce(reducer.evolve, state);
    token = result.token;
  }
};

/** The state of a stream, with it or by folding. */
export const stateContract = (open: OpenStore): void => {
  it('is the initial one of an empty stream', async () => {
    const tenant = newTenant();
    const { reducer } = counting();
    expect(await open().loadState(tenant, stream, reducer)).toEqual({
      state: reducer.initial,
      token: startOf(tenant, stream),
    });
  });

  it.each([1, 2, 15, 16, 17, 40])(
    'is that of the events, after %i commits, and nothing is folded for it',
    async commits => {
      const tenant = newTenant();
      const { reducer, calls } = counting();
      await grow(open(), tenant, reducer, commits);
      calls.length = 0;
      const { state, token } = await open().loadState(tenant, stream, reducer);
      expect(state).toEqual({ count: commits, last: `p-${commits}`, note: '' });
      expect(calls).toEqual([]);
      expect(token).toEqual((await open().load(tenant, stream)).token);
    },
  );

  it.each([
    [700, 1, 4, [41, 42]],
    [5000, 5, 16, [33, 34, 35, 36, 37, 38, 39, 40, 41, 42]],
  ] as const)(
    'of %i bytes, which would cost %i units more, is borne by every %ith commit, and folded from there',
    async (size, _units, _every, folded) => {
      const tenant = newTenant();
      const { reducer, calls } = counting(1, 'x'.repeat(size));
      await grow(open(), tenant, reducer, 42);
      calls.length = 0;
      const { state, token } = await open().loadState(tenant, stream, reducer);
      expect(state).toMatchObject({ count: 42, last: 'p-42' });
      expect(calls).toEqual(folded);
      expect(token).toEqual((await open().load(tenant, stream)).token);
    },
  );

  it('larger than 32 KiB is not borne at all', async () => {
    const tenant = newTenant();
    const { reducer, calls } = counting(1, 'x'.repeat(33_000));
    await grow(open(), tenant, reducer, 18);
    calls.length = 0;
    expect((await open().loadState(tenant, stream, reducer)).state).toMatchObject({ count: 18 });
    expect(calls).toHaveLength(18);
  });

  it('of another version of the reducer is ignored; the next append bears the new one', async () => {
    const tenant = newTenant();
    await grow(open(), tenant, counting(1).reducer, 20);
    const changed = counting(2);
    const loaded = await open().loadState(tenant, stream, changed.reducer);
    expect(loaded.state).toMatchObject({ count: 20 });
    expect(changed.calls).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await grow(open(), tenant, changed.reducer, 1);
    changed.calls.length = 0;
    expect((await open().loadState(tenant, stream, changed.reducer)).state).toMatchObject({ count: 21 });
    expect(changed.calls).toEqual([]);
    expect((await open().loadState(tenant, stream, counting(1).reducer)).state).toMatchObject({ count: 21 });
  });

  it('goes on from a state that is known', async () => {
    const tenant = newTenant();
    const { reducer, calls } = counting(1, 'x'.repeat(700));
    await grow(open(), tenant, reducer, 5);
    const known = await open().loadState(tenant, stream, reducer);
    expect(await open().loadState(tenant, stream, reducer, known)).toEqual(known);
    await grow(open(), tenant, reducer, 2);
    calls.length = 0;
    const { state, token } = await open().loadState(tenant, stream, reducer, known);
    expect([state.count, token.version, calls]).toEqual([7, 7, [6, 7]]);
  });

  it('is not part of the hash: with and without it a commit has the same one', async () => {
    const [one, two] = [newTenant(), newTenant()];
    const { reducer } = counting();
    await grow(open(), one, reducer, 2);
    let token = startOf(two, stream);
    for (const n of [1, 2]) token = (await append(open(), token, commitOf(`c-${n}`, joined(`p-${n}`)))).token;
    const [{ events: with1 }, { events: without }] = [await open().load(one, stream), await open().load(two, stream)];
    expect(with1.map(({ data }) => data)).toEqual(without.map(({ data }) => data));
    expect((await open().load(one, stream)).token.version).toBe(token.version);
  });

  it('that does not survive JSON is refused, and the commit with it', async () => {
    const tenant = newTenant();
    for (const state of [new Set(['ada']), { at: new Date(0) }, { deep: [{ rate: Number.NaN }] }]) {
      const reducer: Reducer<unknown> = { name: 'bad', version: 1, initial: state, evolve: before => before };
      const appending = open().append(startOf(tenant, stream), commitOf('c', joined('ada')), { reducer, state });
      await expect(appending).rejects.toThrow(/does not survive JSON/);
    }
    expect((await open().load(tenant, stream)).events).toEqual([]);
  });

  it('of events that its reducer does not take is an error, not a default; and so is an append', async () => {
    const tenant = newTenant();
    await append(open(), startOf(tenant, stream), commitOf('c', joined('ada')));
    const bad: Reducer<number> = {
      name: 'bad',
      version: 1,
      initial: 0,
      evolve: () => {
        throw new TypeError('cannot read it');
      },
    };
    await expect(open().loadState(tenant, stream, bad)).rejects.toThrow('cannot read it');
    const { token } = await open().load(tenant, stream);
    const appending = open().append(token, commitOf('d', joined('bob')), { reducer: bad, state: 0 });
    await expect(appending).rejects.toThrow('cannot read it');
    expect((await open().load(tenant, stream)).token).toEqual(token);
  });
};
