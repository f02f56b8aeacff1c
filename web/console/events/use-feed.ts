import { useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import { type FeedStore, type FeedView, feedOf } from './feed-store.ts';

const LIMIT = '100';

/** The feed of events, which is read while a component that uses this is there. */
export const useFeed = (): FeedView & { readonly store: FeedStore } => {
  const api = useApi();
  const store = useMemo(
    () =>
      feedOf(api, () => ({
        since: (since, limit) => ask(api.GET('/v1/events', { params: { query: { since, limit: String(limit) } } })),
        next: cursor => ask(api.GET('/v1/events', { params: { query: { cursor, limit: LIMIT } } })),
      })),
    [api],
  );
  const view = useSyncExternalStore(store.subscribe, store.view);
  return { ...view, store };
};
