import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { operations } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { known } from './data.ts';
import type { View } from './view.ts';

export type Race = operations['getCompetitionRace']['responses'][200]['content']['application/json'];

/** The race reads a whole season: while results come one after another it follows at this pace, in milliseconds. */
const PACE_MS = 10_000;

/** Reads the race again when its table has moved, now and then. */
const useFollowing = (movedAt: number): void => {
  const client = useQueryClient();
  const read = useRef({ at: 0, of: 0 });
  useEffect(() => {
    const first = read.current.of === 0;
    if (movedAt === 0 || movedAt === read.current.of) return;
    const again = (): void => {
      read.current = { at: Date.now(), of: movedAt };
      if (!first) void client.invalidateQueries({ queryKey: ['standings', 'race'] });
    };
    const timer = setTimeout(again, Math.max(0, read.current.at + PACE_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [client, movedAt]);
};

/**
 * The race of some players, and the days at which the slider stops. `movedAt`: when its table was last read, in epoch
 * milliseconds.
 */
export const useRace = (
  { competition, pool, rules, basis }: Pick<View, 'pool' | 'rules' | 'basis'> & { readonly competition: string },
  { players, movedAt }: { readonly players: readonly string[]; readonly movedAt: number },
) => {
  const api = useApi();
  useFollowing(movedAt);
  return useQuery({
    queryKey: ['standings', 'race', pool ? { pool } : { competition, basis, rules }, players],
    enabled: players.length > 0,
    placeholderData: keepPreviousData,
    queryFn: (): Promise<Race> => {
      const query = { players: players.join() };
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
