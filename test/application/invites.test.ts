import { hash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { StoreUnavailableError } from '../../shared/application/errors.ts';
import type { EventStore } from '../../shared/application/event-store.ts';
import type { CommandContext } from '../../shared/application/execution.ts';
import { createInvite, joinByCode } from '../../shared/application/invites.ts';
import { createPool, leavePool, loadMembership, loadPool } from '../../shared/application/pool-commands.ts';
import { DEFAULT_POOL_RULES } from '../../shared/application/read-models.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { memoryPlayerKeys } from '../support/memory-player-keys.ts';

const TENANT = 'acme';
const sha256 = (text: string): string => hash('sha256', text, 'hex');
let commands = 0;
const contextOf = (actor: string): CommandContext => {
  commands += 1;
  const id = `command-${commands}`;
  const now = '2023-08-11T18:00:00.000Z';
  return {
    tenantId: TENANT,
    actor,
    correlationId: id,
    causationId: id,
    commitId: id,
    now,
    hops: 0,
    priority: 'normal',
  };
};

const open = () => {
  const store = memoryEventStore();
  return { store, keys: memoryPlayerKeys(), sha256, sleep: async () => {}, random: () => 0 };
};

let world: ReturnType<typeof open>;
const invite = async (maxUses: number | null): Promise<string> => {
  const terms = { poolId: 'office', expiresAt: null, maxUses, isOrganiser: false };
  return (await createInvite(world, contextOf('ada'), terms)).code;
};
const join = (playerId: string, code: string, store: EventStore = world.store) =>
  joinByCode({ ...world, store }, contextOf(playerId), { code, playerId });
const uses = async (): Promise<number> => {
  const pool = await loadPool(world, TENANT, 'office');
  return pool.status === 'open' ? (pool.invites[0]?.usedBy.length ?? 0) : 0;
};

beforeEach(async () => {
  world = open();
  const pool = { poolId: 'office', competition: 'league-2023', name: 'Office', access: 'invite' } as const;
  await createPool(world, contextOf('ada'), { ...pool, rules: DEFAULT_POOL_RULES });
});

describe('an invite for two', () => {
  test('admits two of many who come at the same time', async () => {
    const code = await invite(2);
    const tries = ['bob', 'cleo', 'dan', 'eve', 'finn'].map(player => join(player, code));
    const answers = await Promise.allSettled(tries);
    const refused = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    expect(refused).toMatchObject(Array(3).fill({ refusal: { code: 'invite-used-up' } }));
    expect(await uses()).toBe(2);
  });

  test('counts a player once who was cut off between being admitted and joining, left, and came back', async () => {
    const code = await invite(2);
    const append: EventStore['append'] = (expected, commit, inline) =>
      expected.stream.name.startsWith('membership-')
        ? Promise.reject(new StoreUnavailableError('no', { tenantId: TENANT, stream: 'membership', version: 0 }))
        : world.store.append(expected, commit, inline);
    await expect(join('bob', code, { ...world.store, append })).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await uses()).toBe(1);
    expect((await join('bob', code)).events).toHaveLength(1);
    await leavePool(world, contextOf('bob'), { poolId: 'office', playerId: 'bob' });
    await join('bob', code);
    expect(await loadMembership(world, TENANT, { poolId: 'office', playerId: 'bob' })).toMatchObject({
      status: 'member',
    });
    expect(await uses()).toBe(1);
  });
});

test('an invite for any number writes nothing to the stream of the pool', async () => {
  const code = await invite(null);
  for (const player of ['bob', 'cleo']) expect(await join(player, code)).toMatchObject({ events: [{ version: 1 }] });
  expect(await uses()).toBe(0);
});

test('an invite goes on when the one who made it was forgotten, who makes no other', async () => {
  const code = await invite(null);
  await world.keys.destroy({ tenantId: TENANT, playerId: 'ada' });
  expect((await join('bob', code)).events).toHaveLength(1);
  await expect(invite(null)).rejects.toMatchObject({ refusal: { code: 'forgotten' } });
});
