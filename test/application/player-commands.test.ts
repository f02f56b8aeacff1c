import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../shared/application/errors.ts';
import type { CommandContext } from '../../shared/application/execution.ts';
import {
  forgetPlayer,
  type PlayerDependencies,
  readProfile,
  setProfile,
} from '../../shared/application/player-commands.ts';
import {
  KeysUnavailableError,
  PlayerKeyMissingError,
  type PlayerKeys,
  UnsealError,
} from '../../shared/application/player-keys.ts';
import { readNames } from '../../shared/application/player-names.ts';
import type { PlayerEvent } from '../../shared/domain/player.ts';
import { playerStream } from '../../shared/events/streams.ts';
import { memoryPlayerKeys } from '../support/memory-player-keys.ts';
import { contextOf, newWorld, typesOf, type World } from './world.ts';

const ADA = { tenantId: 'acme', playerId: 'p-1' };
const stream = playerStream('p-1');
const profile = { displayName: 'Ada Lovelace', email: 'ada@example.org', locale: 'en-GB' };
const renamed = { ...profile, displayName: 'Ada King' };
const refusal = (code: string) => ({ name: 'CommandRefusedError', refusal: { code } });

let world: World & PlayerDependencies;
beforeEach(() => {
  world = { ...newWorld(), keys: memoryPlayerKeys() };
});
const set = (to = profile, context: Partial<CommandContext> = {}, on: PlayerDependencies = world) =>
  setProfile(on, contextOf(context), 'p-1', to);
const forget = (on: PlayerDependencies = world) => forgetPlayer(on, contextOf(), 'p-1');
const read = () => readProfile(world, ADA);
const stored = async () => (await world.store.load('acme', stream)).events;

describe('a profile', () => {
  it('is set, changed and read, and never stored as it is', async () => {
    expect(await read()).toEqual({ status: 'unknown' });
    await set();
    expect(await read()).toEqual({ status: 'registered', profile, version: 1 });
    await set({ displayName: 'Ada' } as typeof profile);
    expect(await read()).toEqual({ status: 'registered', profile: { displayName: 'Ada' }, version: 2 });
    expect(await typesOf(world, stream)).toEqual(['player.registered', 'player.profile-changed']);
    expect(JSON.stringify(await stored())).not.toMatch(/lovelace|example|en-GB/i);
  });

  it('that is the same changes nothing, whoever set it meanwhile', async () => {
    await set();
    expect((await set()).events).toEqual([]);
    const other = { ...newWorld(), keys: world.keys };
    const { events } = await set(renamed, {}, other);
    world.beforeAppends(events as readonly PlayerEvent[]);
    expect(await set(renamed)).toMatchObject({ version: 2, events: [] });
    expect(await typesOf(world, stream)).toEqual(['player.registered', 'player.registered']);
  });

  it('is sealed in blocks: names of different lengths make texts of the same', async () => {
    const names = ['Al', 'Ada Lovelace', 'Augusta Ada, Countess', 'Å'.repeat(12)];
    for (const displayName of names) await set({ displayName } as typeof profile);
    const lengths = (await stored()).map(({ data }) => ('personal' in data ? data.personal.length : 0));
    expect(lengths).toHaveLength(names.length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('of one player does not open as that of another', async () => {
    await set();
    const [{ data } = { data: {} }] = await stored();
    const { personal } = data as { personal: string };
    await world.keys.obtain({ ...ADA, playerId: 'p-2' });
    await world.given(playerStream('p-2'), { type: 'player.registered', data: { playerId: 'p-2', personal } });
    await expect(readProfile(world, { ...ADA, playerId: 'p-2' })).rejects.toBeInstanceOf(UnsealError);
  });

  it('that is no profile is not quoted by the error', async () => {
    const held = await world.keys.obtain(ADA);
    if (held.status !== 'usable') throw new Error('the key was destroyed');
    for (const text of ['Ada Lovelace', '{"name":"Ada Lovelace"}']) {
      const other = { ...newWorld(), keys: world.keys };
      const data = { playerId: 'p-1', personal: held.key.seal(text) };
      await other.given(stream, { type: 'player.registered', data });
      const error: unknown = await readProfile(other, ADA).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'UnsealError', message: 'what was sealed is not a profile' });
      expect((error as Error).cause).toBeUndefined();
    }
  });

  it('whose key was lost is an error of ours, until it is set anew', async () => {
    await set();
    const after = { ...world, keys: memoryPlayerKeys() };
    await expect(readProfile(after, ADA)).rejects.toBeInstanceOf(PlayerKeyMissingError);
    await set(profile, {}, after);
    expect(await readProfile(after, ADA)).toEqual({ status: 'registered', profile, version: 2 });
  });
});

describe('names', () => {
  const names = (ids: readonly string[], on: PlayerDependencies = world) => readNames(on, 'acme', ids);
  const nameAll = async (ids: readonly string[]) => {
    for (const playerId of ids) await setProfile(world, contextOf(), playerId, { displayName: `Name of ${playerId}` });
  };

  it('cost one look for all keys, and a stream of each player who has one', async () => {
    await nameAll(['p-1', 'p-2']);
    const looks = { all: 0, one: 0 };
    const keys: PlayerKeys = {
      ...world.keys,
      findAll: (...asked) => {
        looks.all += 1;
        return world.keys.findAll(...asked);
      },
      find: asked => {
        looks.one += 1;
        return world.keys.find(asked);
      },
    };
    world.calls.length = 0;
    expect(await names(['p-1', 'nobody', 'p-2'], { ...world, keys })).toEqual(
      new Map([
        ['p-1', 'Name of p-1'],
        ['p-2', 'Name of p-2'],
      ]),
    );
    expect(looks).toEqual({ all: 1, one: 0 });
    expect(world.calls).toHaveLength(2);
  });

  it('are what each player’s profile says, whatever happened to it', async () => {
    const step = fc.record({
      playerId: fc.constantFrom('p-1', 'p-2', 'p-3'),
      what: fc.constantFrom('name', 'rename', 'forget', 'destroy'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        const own = { ...newWorld(), keys: memoryPlayerKeys() };
        for (const { playerId, what } of steps) {
          const done =
            what === 'destroy'
              ? own.keys.destroy({ tenantId: 'acme', playerId })
              : what === 'forget'
                ? forgetPlayer(own, contextOf(), playerId)
                : setProfile(own, contextOf(), playerId, { displayName: what });
          await Promise.allSettled([done]);
        }
        const ids = ['p-1', 'p-2', 'p-3'];
        const found = await Promise.all(ids.map(playerId => readProfile(own, { tenantId: 'acme', playerId })));
        const expected = found.flatMap((one, index) =>
          one.status === 'registered' ? [[ids[index], one.profile.displayName]] : [],
        );
        expect([...(await names(ids, own))].toSorted()).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('of a player whose key was lost is missing, and hides no other', async () => {
    await nameAll(['p-1', 'p-2']);
    const after = { ...world, keys: memoryPlayerKeys() };
    await after.keys.obtain(ADA);
    await setProfile(after, contextOf(), 'p-2', profile);
    expect(await names(['p-1', 'p-2'], after)).toEqual(new Map([['p-2', 'Ada Lovelace']]));
  });
});

describe('a repeated request', () => {
  const again = { commitId: 'key-1', request: 'plain-digest' };
  const commit = async () => {
    const { token } = await world.store.load('acme', stream);
    return (await world.store.findCommit(token, { commitId: 'key-1', occurredAt: contextOf().now }))?.commit;
  };

  it('is answered as the first time, and another under the same id refused', async () => {
    const first = await set(profile, again);
    await set(renamed);
    expect(await set(profile, again)).toMatchObject({ version: 1, events: first.events });
    await expect(set(profile, { ...again, request: 'other' })).rejects.toMatchObject({ name: 'CommitIdReusedError' });
    expect(await stored()).toHaveLength(2);
  });

  it('is known by a digest that takes the player’s key to compute', async () => {
    await set(profile, again);
    const held = await world.keys.find(ADA);
    expect((await commit())?.request).toBe(held.status === 'usable' && held.key.digest('plain-digest'));
    expect(JSON.stringify(await commit())).not.toContain('plain-digest');
  });

  it('is refused after the player was forgotten', async () => {
    await set(profile, again);
    await forget();
    await expect(set(profile, again)).rejects.toMatchObject(refusal('forgotten'));
  });
});

describe('forgetting', () => {
  it('destroys the key, says so once, and is for good', async () => {
    await set();
    const sealed = await stored();
    expect((await forget()).events).toHaveLength(1);
    expect((await forget()).events).toEqual([]);
    expect(await read()).toEqual({ status: 'forgotten' });
    expect(await world.keys.find(ADA)).toEqual({ status: 'destroyed' });
    await expect(set()).rejects.toMatchObject(refusal('forgotten'));
    expect(await stored()).toEqual([...sealed, expect.objectContaining({ type: 'player.forgotten' })]);
  });

  it('of somebody unknown is refused, and destroys nothing', async () => {
    await expect(forget()).rejects.toMatchObject(refusal('unknown-player'));
    await set();
    expect(await read()).toMatchObject({ status: 'registered' });
  });

  it('killed before the key is destroyed has done nothing', async () => {
    await set();
    const down = { ...world.keys, destroy: () => Promise.reject(new KeysUnavailableError('down')) };
    await expect(forget({ ...world, keys: down })).rejects.toBeInstanceOf(KeysUnavailableError);
    expect(await read()).toMatchObject({ status: 'registered', profile });
    expect(await stored()).toHaveLength(1);
  });

  it('killed after the key was destroyed has forgotten already; repeated it says so', async () => {
    await set();
    const place = { tenantId: 'acme', stream: stream.name, version: 2 };
    const append = () => Promise.reject(new StoreUnavailableError('down', place));
    await expect(forget({ ...world, store: { ...world.store, append } })).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await read()).toEqual({ status: 'forgotten' });
    await expect(set()).rejects.toMatchObject(refusal('forgotten'));
    expect(await typesOf(world, stream)).toEqual(['player.registered']);
    await forget();
    expect(await typesOf(world, stream)).toEqual(['player.registered', 'player.forgotten']);
  });

  it('wins over whoever sets the profile at the same time, in whatever order their steps come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async scheduler => {
        const [inner, own] = [memoryPlayerKeys(), newWorld()];
        const keys = {
          ...inner,
          obtain: scheduler.scheduleFunction(inner.obtain),
          destroy: scheduler.scheduleFunction(inner.destroy),
        };
        const store = {
          ...own.store,
          loadState: scheduler.scheduleFunction(own.store.loadState) as typeof own.store.loadState,
          append: scheduler.scheduleFunction(own.store.append) as typeof own.store.append,
        };
        await set(profile, {}, { ...own, keys: inner });
        const busy = { ...own, store, keys };
        const setting = [set(renamed, {}, busy), set(profile, {}, busy)];
        const [forgetting, ...others] = await scheduler.waitFor(Promise.allSettled([forget(busy), ...setting]));
        expect(forgetting?.status).toBe('fulfilled');
        for (const other of others)
          if (other?.status === 'rejected') expect(other.reason).toMatchObject(refusal('forgotten'));
        expect(await inner.find(ADA)).toEqual({ status: 'destroyed' });
        expect(await readProfile({ ...own, keys: inner }, ADA)).toEqual({ status: 'forgotten' });
        expect((await typesOf(own, stream)).lastIndexOf('player.forgotten')).toBe(
          (await typesOf(own, stream)).length - 1,
        );
      }),
      { numRuns: 100 },
    );
  });
});
