import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { searchOf, type View, viewOf } from './view.ts';

/** What the address says is shown, and a way to show something else. */
export const useView = (): readonly [View, (change: Partial<View>, replace?: boolean) => void] => {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => viewOf(search), [search]);
  const show = useCallback(
    (change: Partial<View>, replace = false) => setSearch(now => searchOf({ ...viewOf(now), ...change }), { replace }),
    [setSearch],
  );
  return [view, show];
};
