import { type QueryKey, type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { About } from './hints.ts';
import { type LiveRead, readLive } from './read.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly about?: About } & Readonly<Record<string, unknown>>;
  }
}

/** A query that the live channel keeps up to date. */
export interface LiveQueryOptions<T>
  extends LiveRead<T>,
    Omit<UseQueryOptions<T, Error, T, QueryKey>, 'queryFn' | 'meta'> {
  /** What it is about: it is read again when a hint is of the same. */
  readonly about: About;
}

/**
 * Reads, and reads again when the live channel tells that something has happened, with `after`: so that the answer shows it. What was
 * shown is never replaced by what is older.
 *
 * @example
 * const api = useApi();
 * const table = useLiveQuery({
 *   queryKey: ['standings', competition],
 *   about: { competition },
 *   read: after =>
 *     ask(api.GET('/v1/competitions/{competition}/standings', { params: { path: { competition }, query: { after } } })),
 *   age: ({ matches }) => ({ counted: matches.finished + matches.cancelled + matches.awarded }),
 * });
 */
export const useLiveQuery = <T>({ about, read, age, ...options }: LiveQueryOptions<T>): UseQueryResult<T> =>
  useQuery({ ...options, meta: { about }, queryFn: context => readLive(context, { read, ...(age && { age }) }) });
