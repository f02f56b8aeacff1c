import { loadPool } from '../../application/commands.ts';
import type { EventIndex } from '../../application/event-index.ts';
import type { EventStore } from '../../application/event-store.ts';
import type { PlayerKeys } from '../../application/player-keys.ts';
import type { PoolState } from '../../domain/pool.ts';
import type { ReadModels } from './fresh.ts';
import { idOf, notFound } from './ids.ts';

/** What the queries read. */
export interface Sources extends ReadModels {
  readonly store: EventStore;
  readonly index: EventIndex;
  readonly keys: PlayerKeys;
}

/** @throws RequestError 404 */
export const openPool = async (
  { store }: Pick<Sources, 'store'>,
  tenantId: string,
  poolId: string,
): Promise<Exclude<PoolState, { status: 'unknown' }>> => {
  const pool = await loadPool({ store }, tenantId, idOf(poolId, 'pool'));
  if (pool.status === 'unknown') throw notFound('pool');
  return pool;
};
