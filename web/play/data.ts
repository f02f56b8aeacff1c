import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { readLive } from '../live/read.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import type { Match } from './types.ts';
import { isCounted } from './verdict.ts';

/** Until the server's time is asked again: its clock may be one that jumps, on a machine of one's own. Milliseconds. */
const CLOCK_MS = 10_000;
/** Until a prediction is looked at again of whose match the result is known, and the points are not. Milliseconds. */
const COUNTING_MS = 700;

const afterQuery = (after: string | undefined): { readonly after?: string } => (after === undefined ? {} : { after });

export const useCompetitions = () => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['competitions'],
    about: {},
    read: async after => (await ask(api.GET('/v1/competitions', { params: { query: afterQuery(after) } }))).items,
  });
};

/** A competition's rounds, and the server's time, by which picks lock. */
export const useCompetition = (competition: string) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['competition', competition],
    about: { competition },
    read: async after => {
      const params = { path: { competition }, query: afterQuery(after) };
      const data = await ask(api.GET('/v1/competitions/{competition}', { params }));
      return { ...data, readAt: performance.now() };
    },
    refetchInterval: CLOCK_MS,
  });
};

/** The matches of a round; `null` is the round of those that have none. */
export const useMatches = (competition: string, round: string | null | undefined) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['matches', competition, round],
    about: { competition },
    read: async after => {
      const query = { limit: '500', ...afterQuery(after), ...(typeof round === 'string' && { round }) };
      const params = { path: { competition }, query };
      const { items } = await ask(api.GET('/v1/competitions/{competition}/matches', { params }));
      return round === null ? items.filter(({ fixture }) => fixture.round === null) : items;
    },
    enabled: round !== undefined,
    placeholderData: keepPreviousData,
  });
};

/** My predictions of a round's matches: looked at again until all are counted. */
export const useMyPredictions = (
  competition: string,
  round: string | null | undefined,
  matches: readonly Match[] | undefined,
) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['my-predictions', competition, round],
    about: { competition },
    read: async after => {
      const query = { competition, limit: '100', ...afterQuery(after), ...(typeof round === 'string' && { round }) };
      return (await ask(api.GET('/v1/predictions', { params: { query } }))).items;
    },
    enabled: round !== undefined,
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.every(prediction => isCounted(prediction, matches)) ? false : COUNTING_MS,
  });
};

/** Everybody's picks of a match, once they are locked, a page at a time. */
export const useEverybody = (matchId: string, enabled: boolean) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['match-predictions', matchId],
    meta: { about: { matchId } },
    queryFn: context => {
      const query = { limit: '100', ...(context.pageParam !== null && { cursor: context.pageParam }) };
      const params = { path: { matchId }, query };
      // They are read from the ledger: there is nothing to wait for.
      return readLive(context, { read: () => ask(api.GET('/v1/matches/{matchId}/predictions', { params })) });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled,
  });
};
