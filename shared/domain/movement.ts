import type { Standing } from './standings.ts';

/** How a player's rank changed; `new`: there was none before. */
export interface Movement {
  readonly direction: 'up' | 'down' | 'same' | 'new';
  readonly previousRank: number | null;
}

const movement = (previousRank: number | undefined, rank: number): Movement => {
  if (previousRank === undefined) return { direction: 'new', previousRank: null };
  if (rank === previousRank) return { direction: 'same', previousRank };
  return { direction: rank < previousRank ? 'up' : 'down', previousRank };
};

/** The movement of each player of a table since an earlier one. A smaller rank is a better one: from 3 to 1 is up. */
export const movementsSince = (
  before: readonly Pick<Standing, 'playerId' | 'rank'>[],
  now: readonly Pick<Standing, 'playerId' | 'rank'>[],
): ReadonlyMap<string, Movement> => {
  const ranks = new Map(before.map(({ playerId, rank }) => [playerId, rank]));
  return new Map(now.map(({ playerId, rank }) => [playerId, movement(ranks.get(playerId), rank)]));
};
