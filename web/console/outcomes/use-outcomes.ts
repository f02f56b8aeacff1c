import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import type { EventOutcomes } from '../api-types.ts';
import { type OutcomeStore, outcomeStore } from './outcome-store.ts';

const stores = new WeakMap<object, OutcomeStore>();

/** The outcomes that this visitor was told of. */
const useStore = (): OutcomeStore => {
  const api = useApi();
  return useMemo(() => {
    const store =
      stores.get(api) ??
      outcomeStore(
        async ids =>
          (await ask(api.GET('/v1/operations/outcomes', { params: { query: { event: ids.join() } } }))).items,
      );
    stores.set(api, store);
    return store;
  }, [api]);
};

/** What became of an event; undefined until it is known. It is asked for again for a while. */
export const useOutcomes = (eventId: string): EventOutcomes | undefined => {
  const store = useStore();
  return useSyncExternalStore(
    useCallback(listener => store.watch(eventId, listener), [store, eventId]),
    () => store.of(eventId),
  );
};

/** What became of several events, in their order; those that nothing is known of are left out. */
export const useOutcomesOf = (eventIds: readonly string[]): readonly EventOutcomes[] => {
  const store = useStore();
  const key = eventIds.join();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = key === '' ? [] : key.split(',').map(eventId => store.watch(eventId, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store, key],
  );
  const snapshot = useMemo(() => {
    let last: readonly EventOutcomes[] = [];
    return (): readonly EventOutcomes[] => {
      const next = key === '' ? [] : key.split(',').flatMap(eventId => store.of(eventId) ?? []);
      if (next.length !== last.length || next.some((one, index) => one !== last[index])) last = next;
      return last;
    };
  }, [store, key]);
  return useSyncExternalStore(subscribe, snapshot);
};
