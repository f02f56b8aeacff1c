import { playerStream } from '../events/streams.ts';
import { inParallel } from './parallel.ts';
import { openProfile, type PlayerDependencies, players } from './player-commands.ts';

/** Streams that are read at a time. */
const WIDTH = 20;

/**
 * The names of players of a tenant, by player. Left out are those who never set one and those who were forgotten. A player costs a
 * read unit for the key; who has one, another for the stream, whose last commit bears the profile.
 *
 * Keys are read consistently and for this answer alone, so that a name is gone with its key. A profile that was sealed under a key
 * which is lost is no name: the others are answered all the same.
 *
 * @throws UnsealError, KeysUnavailableError; and what the store throws
 */
export const readNames = async (
  { store, keys }: Pick<PlayerDependencies, 'store' | 'keys'>,
  tenantId: string,
  playerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  await inParallel(WIDTH, await keys.findAll(tenantId, playerIds), async ([playerId, key]) => {
    const { state } = await store.loadState(tenantId, playerStream(playerId), players.reducer);
    if (state.status !== 'registered' || !key.fits(state.personal)) return;
    names.set(playerId, openProfile(key, state.personal).displayName);
  });
  return names;
};
