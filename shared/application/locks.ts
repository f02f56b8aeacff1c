import { isLocked } from '../domain/match.ts';
import { loadMatch } from './commands.ts';
import type { EventStore } from './event-store.ts';
import type { Clock } from './execution.ts';
import { inParallel } from './parallel.ts';

/** Matches looked up at the same time. */
const PARALLEL = 16;

/** What decides whether others may see picks. */
export interface Locks {
  readonly store: Pick<EventStore, 'loadState'>;
  readonly clock: Clock;
}

/**
 * The matches among these whose picks are closed, so that everybody may see them. From the store itself, one read unit a
 * match: a read model may not know yet that a match was put off, and would show picks that are open.
 */
export const lockedAmong = async (
  { store, clock }: Locks,
  tenantId: string,
  matchIds: Iterable<string>,
): Promise<ReadonlySet<string>> => {
  const locked = new Set<string>();
  await inParallel(PARALLEL, new Set(matchIds), async matchId => {
    const { state } = await loadMatch({ store }, tenantId, matchId);
    if (state.status !== 'unknown' && isLocked(state, clock())) locked.add(matchId);
  });
  return locked;
};
