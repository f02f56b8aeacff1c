import { useEffect } from 'react';
import type { DemoState } from '../../client/demo.ts';
import { useApi } from '../api/api.tsx';
import { useSession } from '../session/session.tsx';

const KEY = 'matchday.demo-entered';

const entered = (): readonly string[] => JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];

/**
 * Enters who plays into the pool of the demo's season, as soon as there is one: a season has its pool when its first moment
 * is over. Once in a tab: who leaves the pool stays out.
 */
export const useEntering = (state: DemoState | undefined): void => {
  const api = useApi();
  const { identity, may } = useSession();
  const playerId = may('player') ? identity?.playerId : undefined;
  const poolId = state && state.moment > 0 ? state.season.poolId : undefined;
  useEffect(() => {
    if (playerId === undefined || poolId === undefined) return;
    const place = `${playerId} ${poolId}`;
    if (entered().includes(place)) return;
    // Who cannot join can do without, and is tried again with the next page: the table of the competition has everybody who predicts.
    api.POST('/v1/pools/{poolId}/join', { params: { path: { poolId } } }).then(
      ({ response }) => response.ok && sessionStorage.setItem(KEY, JSON.stringify([...entered(), place])),
      () => undefined,
    );
  }, [api, playerId, poolId]);
};
