import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../api/api.tsx';
import { useSession } from '../session/session.tsx';
import type { Entry } from './pick.ts';
import { createPickStore, type PickStore } from './pick-store.ts';

let current: { readonly owner: string; readonly api: unknown; readonly store: PickStore } | undefined;

/** One store for whoever is signed in: it outlives the screen, so that leaving it does not stop what is being saved. */
export const usePicks = (): PickStore => {
  const api = useApi();
  const client = useQueryClient();
  const { identity } = useSession();
  const owner = `${identity?.tenant}/${identity?.playerId}`;
  return useMemo(() => {
    if (current?.owner === owner && current.api === api) return current.store;
    current?.store.close();
    const onSaved = (): void => void client.invalidateQueries({ queryKey: ['my-predictions'] });
    current = { owner, api, store: createPickStore({ api, owner, storage: localStorage, onSaved }) };
    return current.store;
  }, [api, client, owner]);
};

/** One match's pick, as it stands. */
export const useEntry = (store: PickStore, matchId: string): Entry =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.entry(matchId), [store, matchId]),
  );

/** How many picks are not handed in; while there are any, the browser asks before the page is left. */
export const useUnsaved = (store: PickStore): number => {
  const count = useSyncExternalStore(store.subscribe, store.unsaved);
  useEffect(() => {
    if (count === 0) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [count]);
  return count;
};
