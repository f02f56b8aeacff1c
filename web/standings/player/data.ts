import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { operations } from '../../../client/api.d.ts';
import type { RuleSetName } from '../../../shared/domain/scoring.ts';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import { type LiveContext, readLive } from '../../live/read.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { known } from '../data.ts';

type Body<Name extends 'getPlayerHistory' | 'getPlayerStatistics'> =
  operations[Name]['responses'][200]['content']['application/json'];

export type Settled = Body<'getPlayerHistory'>['items'][number];
export type TrackRecord = Body<'getPlayerStatistics'>;

/** Whose record, in what, by which rules. */
export interface RecordOf {
  readonly playerId: string;
  readonly competition: string;
  readonly rules: RuleSetName;
}

/** What a player's settled predictions come to. Results of the competition have it read again. */
export const useTrackRecord = ({ playerId, competition, rules }: RecordOf) => {
  const api = useApi();
  return useLiveQuery<TrackRecord>({
    queryKey: ['standings', 'record', playerId, competition, rules],
    about: { competition },
    read: after =>
      ask(
        api.GET('/v1/players/{playerId}/statistics', {
          params: { path: { playerId }, query: { competition, rules, ...known({ after }) } },
        }),
      ),
    age: ({ settled }) => ({ counted: settled }),
  });
};

/** A player's settled predictions, the newest first; pages are read from the oldest on, all of them. */
export const useHistory = ({ playerId, competition, rules }: RecordOf) => {
  const api = useApi();
  const result = useInfiniteQuery({
    queryKey: ['standings', 'history', playerId, competition, rules],
    initialPageParam: undefined as string | undefined,
    meta: { about: { competition } },
    queryFn: (context: LiveContext & { readonly pageParam: string | undefined }) =>
      readLive<Body<'getPlayerHistory'>>(context, {
        read: after =>
          ask(
            api.GET('/v1/players/{playerId}/history', {
              params: {
                path: { playerId },
                query: { competition, rules, limit: '500', ...known({ cursor: context.pageParam, after }) },
              },
            }),
          ),
        age: ({ items }) => ({ counted: items.length }),
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = useMemo(() => result.data?.pages.flatMap(({ items }) => items).reverse() ?? [], [result.data]);
  return { ...result, items };
};

/** What the matches of a competition are called: "Burnley FC – Manchester City FC". */
export const useMatchNames = (competition: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['standings', 'match-names', competition],
    queryFn: () =>
      ask(
        api.GET('/v1/competitions/{competition}/matches', {
          params: { path: { competition }, query: { limit: '500' } },
        }),
      ),
    select: ({ items }) =>
      new Map(items.map(({ fixture: { matchId, home, away, round } }) => [matchId, { home, away, round }])),
  });
};
