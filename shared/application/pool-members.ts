import { playerOf, poolPartition, SORT, type StandingsEffect } from '../projections/standings.ts';
import { current } from '../projections/tally.ts';
import type { TallyReader } from './read-models.ts';

/** Somebody who is in a pool. */
export interface PoolMember {
  readonly playerId: string;
}

/** The members of a pool in the order of their ids, after `after`. Eventually consistent, like standings. */
export const readMembers = async (
  reader: TallyReader,
  {
    tenantId,
    poolId,
    after = '',
    limit,
  }: {
    readonly tenantId: string;
    readonly poolId: string;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ readonly members: readonly PoolMember[]; readonly more: boolean }> => {
  const entries = await reader.entries<StandingsEffect>(poolPartition(tenantId, poolId), SORT.member);
  const members = entries
    .filter(({ history }) => current(history)?.kind === 'joined')
    .map(({ key }) => ({ playerId: playerOf(key) }))
    .filter(({ playerId }) => playerId > after)
    .sort((a, b) => (a.playerId < b.playerId ? -1 : 1));
  return { members: members.slice(0, limit), more: members.length > limit };
};
