import { type Query, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { MatchdayClient } from '../../client/client.ts';
import { ask } from '../api/problem.ts';
import { inBatches } from './batches.ts';
import { createNamesakes, type Namesakes } from './namesakes.ts';

const NAMES = 'player-names';

/** A name seldom changes; one that was forgotten is gone from a page that stays open after this. Milliseconds. */
const NAMED_MS = 300_000;
/** Who has no name may be about to choose one. */
const UNNAMED_MS = 60_000;

const ageOf = ({ state }: Query<string | null>): number => (state.data === null ? UNNAMED_MS : NAMED_MS);

const loaders = new WeakMap<MatchdayClient, ReturnType<typeof inBatches>>();

/** All names on the page are read together, whoever asks. */
const loaderOf = (api: MatchdayClient): ReturnType<typeof inBatches> => {
  const known = loaders.get(api);
  if (known) return known;
  const loader = inBatches(async ids => {
    const { items } = await ask(api.GET('/v1/players', { params: { query: { ids: ids.join() } } }));
    return new Map(items.map(({ playerId, displayName }) => [playerId, displayName]));
  });
  loaders.set(api, loader);
  return loader;
};

/** The name of a player, for react-query: null when there is none. */
export const nameQuery = (api: MatchdayClient, id: string) =>
  queryOptions({
    queryKey: [NAMES, id],
    queryFn: (): Promise<string | null> => loaderOf(api)(id),
    staleTime: ageOf,
    refetchInterval: ageOf,
  });

/** The name of a player as far as it was read. */
export const knownName = (client: QueryClient, id: string): string | null | undefined =>
  client.getQueryData<string | null>([NAMES, id]);

const registers = new WeakMap<QueryClient, Namesakes>();

/** Who is called the same, of those whose names the page holds. */
export const namesakesOf = (client: QueryClient): Namesakes => {
  const known = registers.get(client);
  if (known) return known;
  const register = createNamesakes();
  registers.set(client, register);
  for (const [[, id], name] of client.getQueriesData<string | null>({ queryKey: [NAMES] }))
    if (typeof id === 'string' && name !== undefined) register.put(id, name);
  client.getQueryCache().subscribe(({ type, query }) => {
    const [scope, id] = query.queryKey;
    if (scope !== NAMES || typeof id !== 'string') return;
    if (type === 'removed') register.remove(id);
    else if (type === 'updated' && query.state.data !== undefined) register.put(id, query.state.data as string | null);
  });
  return register;
};
