import { playerOf, playerPartition, poolPartition, SORT, type StandingsEffect } from '../projections/standings.ts';
import { current } from '../projections/tally.ts';
import type { TallyReader } from './read-models.ts';

/** Somebody who is in a pool. */
export interface PoolMember {
  readonly playerId: string;
}

/** The members of a pool in the order of their ids. Eventually consistent, like standings. */
export const readMembers = async (
  reader: TallyReader,
  { tenantId, poolId }: { readonly tenantId: string; readonly poolId: string },
): Promise<readonly PoolMember[]> => {
  const entries = await reader.entries<StandingsEffect>(poolPartition(tenantId, poolId), SORT.member);
  return entries
    .filter(({ history }) => current(history)?.kind === 'joined')
    .map(({ key }) => ({ playerId: playerOf(key) }))
    .sort((a, b) => (a.playerId < b.playerId ? -1 : 1));
};

/** A player's pool: one that the player has opened, is in, or both. */
export interface PoolOfPlayer {
  readonly poolId: string;
  readonly isMember: boolean;
}

/** The pools that a player owns or is in, in the order of their ids. */
export const readPoolsOf = async (
  reader: TallyReader,
  { tenantId, playerId }: { readonly tenantId: string; readonly playerId: string },
): Promise<readonly PoolOfPlayer[]> => {
  const items = await reader.counters(playerPartition(tenantId, playerId), SORT.pool);
  return items
    .filter(({ counters: { owner = 0, member = 0 } }) => owner + member > 0)
    .map(({ key, counters: { member = 0 } }) => ({ poolId: key.s.slice(SORT.pool.length), isMember: member > 0 }))
    .sort((a, b) => (a.poolId < b.poolId ? -1 : 1));
};
