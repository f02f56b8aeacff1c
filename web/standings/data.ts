import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { components, operations } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { type LiveContext, readLive } from '../live/read.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import { rowsOf } from './rows.ts';
import type { View } from './view.ts';

/** A page of a table, as the API answers it. */
export type TablePage = components['schemas']['Standings'];
export type Row = TablePage['standings'][number];
export type Race = operations['getCompetitionRace']['responses'][200]['content']['application/json'];

/** Rows of a page: the most that the API answers at once. */
export const PAGE = 500;

/** The past stays as it is: a correction is known from its own instant on. */
const PAST_MS = 10 * 60_000;

const known = <T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as typeof query;

/** Which table, of what of a view: other rules are counted in the page. */
type TableOf = Pick<View, 'pool' | 'round' | 'at' | 'basis'> & { readonly competition: string };

/** Which page of a table, and what it has to show. */
interface PageOf {
  readonly cursor: string | undefined;
  readonly after: string | undefined;
}

/** Reads a page of a table. */
const useTablePage = () => {
  const api = useApi();
  return useCallback(
    ({ competition, pool, round, at, basis }: TableOf, { cursor, after }: PageOf): Promise<TablePage> => {
      // To compare with the matchday before costs as much again for each page: the first one is enough of it.
      const compared = round === undefined && at === undefined && cursor === undefined;
      const query = known({
        round,
        at,
        cursor,
        after,
        limit: String(PAGE),
        movement: compared ? ('true' as const) : undefined,
      });
      return pool
        ? ask(api.GET('/v1/pools/{poolId}/standings', { params: { path: { poolId: pool }, query } }))
        : ask(
            api.GET('/v1/competitions/{competition}/standings', {
              params: { path: { competition }, query: { ...query, ...known({ basis }) } },
            }),
          );
    },
    [api],
  );
};

/** What moves a table: what happens in its competition, and who comes into its pool. */
const aboutOf = ({ competition, pool }: Pick<TableOf, 'competition' | 'pool'>) => known({ competition, poolId: pool });

const ageOf = ({ matches: { finished, cancelled, awarded } }: TablePage) => ({
  counted: finished + cancelled + awarded,
});

const tableKey = ({ competition, pool, round, at, basis }: TableOf) =>
  ['standings', 'table', pool ? { pool } : { competition, basis }, { round, at }] as const;

/** What `useInfiniteQuery` has to know of a table: also to read it ahead. Hints have it read again, the past alone stays. */
export const useTableQuery = () => {
  const read = useTablePage();
  return useCallback(
    (of: TableOf) => ({
      queryKey: tableKey(of),
      queryFn: (context: LiveContext & { readonly pageParam: string | undefined }) =>
        readLive(context, { read: after => read(of, { cursor: context.pageParam, after }), age: ageOf }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }: TablePage) => next ?? undefined,
      ...(of.at === undefined ? { meta: { about: aboutOf(of) } } : { staleTime: PAST_MS }),
    }),
    [read],
  );
};

/** A table, page by page as one scrolls. While another one is on its way, the one before stays on view. */
export const useTable = (of: TableOf) => {
  const queryOf = useTableQuery();
  const result = useInfiniteQuery({ ...queryOf(of), placeholderData: keepPreviousData });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = result;
  const rows = useMemo(() => rowsOf<Row>(data?.pages ?? []), [data]);
  const reach = useCallback(
    (index: number) => {
      if (hasNextPage && !isFetchingNextPage && index >= rows.length - 50) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length],
  );
  return {
    ...result,
    rows,
    reach,
    /** Says what is true of the whole. */
    page: data?.pages[0],
    isWhole: data !== undefined && !hasNextPage && !isPlaceholderData,
  };
};

/** Competitions, by name. */
export const useCompetitions = () => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['standings', 'competitions'],
    about: {},
    read: async after => (await ask(api.GET('/v1/competitions', { params: { query: known({ after }) } }))).items,
  });
};

/** The matchdays of a competition, in their order. */
export const useRounds = (competition: string) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['standings', 'rounds', competition],
    about: { competition },
    read: async after =>
      (
        await ask(
          api.GET('/v1/competitions/{competition}', { params: { path: { competition }, query: known({ after }) } }),
        )
      ).rounds,
  });
};

/** A pool: which competition, which rules. */
export const usePool = (poolId: string | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: ['standings', 'pool', poolId],
    enabled: poolId !== undefined,
    queryFn: () => ask(api.GET('/v1/pools/{poolId}', { params: { path: { poolId: poolId ?? '' } } })),
  });
};

/** The race of some players, and the days at which the slider stops. */
export const useRace = (
  { competition, pool, rules, basis }: Pick<View, 'pool' | 'rules' | 'basis'> & { readonly competition: string },
  players: readonly string[],
) => {
  const api = useApi();
  return useLiveQuery<Race>({
    queryKey: ['standings', 'race', pool ? { pool } : { competition, basis, rules }, players],
    about: aboutOf({ competition, pool }),
    placeholderData: keepPreviousData,
    read: after => {
      const query = known({ players: players.length > 0 ? players.join() : undefined, after });
      return pool
        ? ask(api.GET('/v1/pools/{poolId}/race', { params: { path: { poolId: pool }, query } }))
        : ask(
            api.GET('/v1/competitions/{competition}/race', {
              params: { path: { competition }, query: { ...query, ...known({ rules, basis }) } },
            }),
          );
    },
  });
};
