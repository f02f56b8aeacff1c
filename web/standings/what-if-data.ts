import { useQueries, useQuery } from '@tanstack/react-query';
import type { MatchdayClient } from '../../client/client.ts';
import type { Score } from '../../shared/domain/score.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import type { Supposed } from './recount.ts';

/** How matches are supposed to end, by match. */
export type Entered = Readonly<Record<string, Score>>;

/** The matches of a round that are not over. */
export const useOpenMatches = (competition: string, round: string | undefined) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['standings', 'matches', competition, round],
    about: { competition },
    enabled: round !== undefined,
    read: async after => {
      const query = { limit: '500', ...(round !== undefined && { round }), ...(after !== undefined && { after }) };
      const path = { competition };
      const { items } = await ask(api.GET('/v1/competitions/{competition}/matches', { params: { path, query } }));
      return items.filter(({ status }) => status === 'scheduled' || status === 'started' || status === 'postponed');
    },
  });
};

/** My picks of a round, by match. */
export const useMyPicks = (competition: string, round: string | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: ['standings', 'my-picks', competition, round],
    enabled: round !== undefined,
    queryFn: () =>
      ask(
        api.GET('/v1/predictions', {
          params: { query: { competition, ...(round !== undefined && { round }), limit: '100' } },
        }),
      ),
    select: ({ items }) =>
      new Map(items.flatMap(one => (one.status === 'placed' ? [[one.key.matchId, one.pick.predicted] as const] : []))),
  });
};

/** Every pick of a match that I may see: all after the lock, else my own. */
const readPicks = async (api: MatchdayClient, matchId: string): Promise<Omit<Supposed, 'score'>> => {
  const picks: Supposed['picks'][number][] = [];
  let cursor: string | undefined;
  for (;;) {
    const query = { limit: '500', ...(cursor !== undefined && { cursor }) };
    const page = await ask(api.GET('/v1/matches/{matchId}/predictions', { params: { path: { matchId }, query } }));
    for (const one of page.items)
      if (one.status === 'placed') picks.push({ playerId: one.key.playerId, predicted: one.pick.predicted });
    if (page.next === null) return { locked: page.locked, picks };
    cursor = page.next;
  }
};

/** The suppositions with the picks that count in them, and how many matches have picks that are not to be seen. */
export const useSupposed = (entered: Entered): { readonly supposed: readonly Supposed[]; readonly hidden: number } => {
  const api = useApi();
  return useQueries({
    queries: Object.entries(entered).map(([matchId, score]) => ({
      queryKey: ['standings', 'picks', matchId] as const,
      // A match that begins shows everybody's picks from then on.
      meta: { about: { matchId } },
      queryFn: () => readPicks(api, matchId),
      select: (known: Omit<Supposed, 'score'>): Supposed => ({ ...known, score }),
    })),
    combine: results => {
      const supposed = results.flatMap(({ data }) => (data ? [data] : []));
      return { supposed, hidden: supposed.filter(({ locked }) => !locked).length };
    },
  });
};
