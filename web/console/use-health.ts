import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';

/** Milliseconds between two looks. */
const AGAIN_MS = 3000;

/** How the handling of events stands: read again every few seconds while the tab is visible. */
export const useHealth = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['console', 'health'],
    queryFn: () => ask(api.GET('/v1/health/events')),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  });
};
