import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';

export type Match = components['schemas']['Match'];
export type Prediction = components['schemas']['Prediction'];

/** Until the server's time is asked again: its clock may be one that jumps, on a machine of one's own. Milliseconds. */
const CLOCK_MS = 10_000;

export const useCompetitions = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['competitions'],
    queryFn: async () => (await ask(api.GET('/v1/competitions'))).items,
  });
};

/** A competition's rounds, and the server's time, by which picks lock. */
export const useCompetition = (competition: string | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: ['competition', competition],
    queryFn: async () => {
      const data = await ask(
        api.GET('/v1/competitions/{competition}', { params: { path: { competition: competition ?? '' } } }),
      );
      return { ...data, readAt: performance.now() };
    },
    enabled: competition !== undefined,
    refetchInterval: CLOCK_MS,
  });
};

/** The matches of a round; `null` is the round of those that have none. */
export const useMatches = (competition: string | undefined, round: string | null | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: ['matches', competition, round],
    queryFn: async () => {
      const path = { competition: competition ?? '' };
      const query = { limit: '500', ...(typeof round === 'string' && { round }) };
      const { items } = await ask(api.GET('/v1/competitions/{competition}/matches', { params: { path, query } }));
      return round === null ? items.filter(({ fixture }) => fixture.round === null) : items;
    },
    enabled: competition !== undefined && round !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: CLOCK_MS,
  });
};

/** My predictions of a round's matches. */
export const useMyPredictions = (competition: string | undefined, round: string | null | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: ['my-predictions', competition, round],
    queryFn: async () => {
      const query = { competition: competition ?? '', limit: '100', ...(typeof round === 'string' && { round }) };
      return (await ask(api.GET('/v1/predictions', { params: { query } }))).items;
    },
    enabled: competition !== undefined && round !== undefined,
  });
};

/** Everybody's picks of a match, once they are locked, a page at a time. */
export const useEverybody = (matchId: string, enabled: boolean) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['match-predictions', matchId],
    queryFn: ({ pageParam }) => {
      const query = { limit: '100', ...(pageParam !== null && { cursor: pageParam }) };
      return ask(api.GET('/v1/matches/{matchId}/predictions', { params: { path: { matchId }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled,
  });
};
