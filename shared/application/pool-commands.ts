import { type MembershipState, membershipDecider } from '../domain/membership.ts';
import { type PoolAccess, type PoolCommand, type PoolRules, type PoolState, poolDecider } from '../domain/pool.ts';
import { membershipStream, poolStream } from '../events/streams.ts';
import { execute } from './execute.ts';
import { type CommandContext, type Dependencies, type Executed, executable } from './execution.ts';

const pools = executable('pool', 2, poolDecider);
const memberships = executable('membership', 1, membershipDecider);

export interface NewPool {
  readonly poolId: string;
  readonly competition: string;
  readonly name: string;
  readonly access?: PoolAccess | undefined;
  readonly rules: PoolRules;
}

export const commandPool = (
  dependencies: Dependencies,
  context: CommandContext,
  poolId: string,
  command: PoolCommand,
): Promise<Executed<PoolState>> =>
  execute(dependencies, {
    ...pools,
    stream: poolStream(poolId),
    command,
    context,
    ...(command.type === 'create' && { from: 'new' as const }),
  });

export const createPool = (
  dependencies: Dependencies,
  context: CommandContext,
  pool: NewPool,
): Promise<Executed<PoolState>> =>
  commandPool(dependencies, context, pool.poolId, { type: 'create', ...pool, owner: context.actor });

export const changePoolRules = (
  dependencies: Dependencies,
  context: CommandContext,
  poolId: string,
  rules: PoolRules,
): Promise<Executed<PoolState>> =>
  commandPool(dependencies, context, poolId, { type: 'change-rules', rules, by: context.actor });

/** A pool, and the version its stream is at. */
export const loadPoolVersion = async (
  { store }: Pick<Dependencies, 'store'>,
  tenantId: string,
  poolId: string,
): Promise<{ readonly state: PoolState; readonly version: number }> => {
  const { state, token } = await store.loadState(tenantId, poolStream(poolId), pools.reducer);
  return { state, version: token.version };
};

export const loadPool = async (
  dependencies: Pick<Dependencies, 'store'>,
  tenantId: string,
  poolId: string,
): Promise<PoolState> => (await loadPoolVersion(dependencies, tenantId, poolId)).state;

/** Which place in a pool: a player has one. */
export interface MembershipRef {
  readonly poolId: string;
  readonly playerId: string;
}

/** A player's place in a pool, as it stands. */
export const loadMembership = async (
  { store }: Pick<Dependencies, 'store'>,
  tenantId: string,
  { poolId, playerId }: MembershipRef,
): Promise<MembershipState> => {
  const { state } = await store.loadState(tenantId, membershipStream(poolId, playerId), memberships.reducer);
  return state;
};

/** Joins a pool. `invited`: the pool has taken an invite of the player; without, it has to be open. */
export const joinPool = async (
  dependencies: Dependencies,
  context: CommandContext,
  { poolId, playerId }: MembershipRef,
  { invited }: { readonly invited: boolean } = { invited: false },
): Promise<Executed<MembershipState>> =>
  execute(dependencies, {
    ...memberships,
    stream: membershipStream(poolId, playerId),
    command: async () => ({
      type: 'join' as const,
      pool: await loadPool(dependencies, context.tenantId, poolId),
      playerId,
      invited,
    }),
    context,
  });

export const leavePool = (
  dependencies: Dependencies,
  context: CommandContext,
  { poolId, playerId }: MembershipRef,
): Promise<Executed<MembershipState>> =>
  execute(dependencies, {
    ...memberships,
    stream: membershipStream(poolId, playerId),
    command: { type: 'leave' },
    context,
  });
