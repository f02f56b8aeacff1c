import { playerOf, poolPartition, SORT, type StandingsEffect } from '../projections/standings.ts';
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
