import { type PlayerState, playerDecider } from '../domain/player.ts';
import { type PlayerProfile, sealedProfileSchema } from '../events/profile.ts';
import { playerStream } from '../events/streams.ts';
import { CommandRefusedError } from './errors.ts';
import { execute } from './execute.ts';
import { type CommandContext, type Dependencies, type Executed, executable } from './execution.ts';
import { type KeyRef, type PlayerKey, PlayerKeyMissingError, type PlayerKeys, UnsealError } from './player-keys.ts';

/** How a player's stream is folded and decided on. */
export const players = executable('player', 1, playerDecider);

/** What commands of a player need besides the store. */
export interface PlayerDependencies extends Dependencies {
  readonly keys: PlayerKeys;
}

/** A sealed text is as long as what is in it: in blocks, so that its length does not tell one name from another. */
const BLOCK_BYTES = 64;

/** A profile as the text that is sealed: the same profile, the same text. */
const textOf = ({ displayName, email, locale }: PlayerProfile): string => {
  const json = JSON.stringify({ displayName, email, locale });
  const bytes = new TextEncoder().encode(json).length;
  return json + ' '.repeat((BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Its error would quote the text.
    return undefined;
  }
};

/**
 * The profile in a sealed text.
 *
 * @throws UnsealError it cannot be opened, or what was sealed is no profile; without a word of what it is
 */
export const openProfile = (key: PlayerKey, sealed: string): PlayerProfile => {
  const parsed = sealedProfileSchema.safeParse(jsonOf(key.open(sealed)));
  if (!parsed.success) throw new UnsealError('what was sealed is not a profile');
  return parsed.data;
};

const forgotten = (playerId: string): CommandRefusedError =>
  new CommandRefusedError({ code: 'forgotten', message: `player ${playerId} was forgotten` });

/**
 * Registers a player with a profile, or replaces the profile. The same profile again changes nothing.
 *
 * The digest of the request that is stored with the commit is made under the player's key: it is one of personal data.
 *
 * @throws CommandRefusedError `forgotten`; KeysUnavailableError; and what {@link execute} throws
 */
export const setProfile = async (
  dependencies: PlayerDependencies,
  { request, ...context }: CommandContext,
  playerId: string,
  profile: PlayerProfile,
): Promise<Executed<PlayerState>> => {
  const held = await dependencies.keys.obtain({ tenantId: context.tenantId, playerId });
  if (held.status === 'destroyed') throw forgotten(playerId);
  const { key } = held;
  const text = textOf(profile);
  const sealed = key.seal(text);
  const isSame = (personal: string): boolean => key.fits(personal) && key.open(personal) === text;
  return execute(dependencies, {
    reducer: players.reducer,
    decide: (command, state) => {
      const unchanged = state.status === 'registered' && isSame(state.personal);
      return playerDecider.decide(unchanged ? { ...command, personal: state.personal } : command, state);
    },
    stream: playerStream(playerId),
    command: { type: 'set-profile' as const, playerId, personal: sealed },
    context: { ...context, ...(request !== undefined && { request: key.digest(request) }) },
  });
};

/**
 * Forgets a player: destroys the key, then says so in the player's stream. Killed in between, nobody can read the profile and
 * every answer already is that the player was forgotten; the command repeated adds the fact.
 *
 * @throws CommandRefusedError `unknown-player`; KeysUnavailableError; and what {@link execute} throws
 */
export const forgetPlayer = async (
  dependencies: PlayerDependencies,
  context: CommandContext,
  playerId: string,
): Promise<Executed<PlayerState>> => {
  const { tenantId } = context;
  const stream = playerStream(playerId);
  const { state } = await dependencies.store.loadState(tenantId, stream, players.reducer);
  // A key is not destroyed for an id that nobody has registered yet: it could not be registered any more.
  if (state.status !== 'unknown') await dependencies.keys.destroy({ tenantId, playerId });
  return execute(dependencies, { ...players, stream, command: { type: 'forget' }, context });
};

/** What there is of a player. */
export type PlayerFound =
  | { readonly status: 'unknown' }
  | { readonly status: 'forgotten' }
  | { readonly status: 'registered'; readonly profile: PlayerProfile; readonly version: number };

/**
 * A player's profile, opened. Whose key is destroyed is forgotten, whether or not the stream says so yet.
 *
 * @throws UnsealError, PlayerKeyMissingError, KeysUnavailableError; and what the store throws
 */
export const readProfile = async (
  { store, keys }: Pick<PlayerDependencies, 'store' | 'keys'>,
  ref: KeyRef,
): Promise<PlayerFound> => {
  const { state, token } = await store.loadState(ref.tenantId, playerStream(ref.playerId), players.reducer);
  if (state.status !== 'registered') return { status: state.status };
  const held = await keys.find(ref);
  if (held.status === 'destroyed') return { status: 'forgotten' };
  if (held.status === 'none') throw new PlayerKeyMissingError(`player ${ref.playerId} has a profile and no key`);
  return { status: 'registered', profile: openProfile(held.key, state.personal), version: token.version };
};
