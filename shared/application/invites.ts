import type { PoolState } from '../domain/pool.ts';
import { CommandRefusedError } from './errors.ts';
import type { CommandContext, Dependencies, Executed } from './execution.ts';
import type { PlayerKey, PlayerKeys } from './player-keys.ts';
import { commandPool, joinPool, loadMembership, type MembershipRef } from './pool-commands.ts';

/** What invites need besides the store. */
export interface InviteDependencies extends Dependencies {
  readonly keys: PlayerKeys;
  /** SHA-256 of a text, hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** What an invite is to be. */
export interface InviteTerms {
  readonly poolId: string;
  readonly expiresAt: string | null;
  readonly maxUses: number | null;
  /** Whether the one who invites may do so for the owner. */
  readonly isOrganiser: boolean;
}

/** An invite that was made. The code is shown to the one who made it, and stored nowhere. */
export interface Invited {
  readonly inviteId: string;
  readonly code: string;
  readonly executed: Executed<PoolState>;
}

/** 132 bits, base64url: nobody guesses it, so a plain hash of it may be stored. */
const SECRET_CHARS = 22;
/** Of the hash, to name the invite by. */
const ID_CHARS = 16;

/**
 * The secret of an invite. It follows from the command's id under the inviter's key, so that a request that is sent again with
 * its Idempotency-Key gets the same code, though no code is stored.
 */
const secretOf = (key: PlayerKey, poolId: string, commitId: string): string =>
  [1, 2]
    .map(part => key.digest(JSON.stringify(['pool-invite', part, poolId, commitId])))
    .join('')
    .slice(0, SECRET_CHARS);

/**
 * Makes an invite to a pool.
 *
 * @throws CommandRefusedError; KeysUnavailableError; and what `execute` throws
 */
export const createInvite = async (
  dependencies: InviteDependencies,
  context: CommandContext,
  { poolId, expiresAt, maxUses, isOrganiser }: InviteTerms,
): Promise<Invited> => {
  const { tenantId, actor, commitId, now } = context;
  const held = await dependencies.keys.obtain({ tenantId, playerId: actor });
  if (held.status === 'destroyed')
    throw new CommandRefusedError({ code: 'forgotten', message: `player ${actor} was forgotten` });
  const secret = secretOf(held.key, poolId, commitId);
  const secretHash = dependencies.sha256(secret);
  const inviteId = secretHash.slice(0, ID_CHARS);
  const invite = { inviteId, secretHash, expiresAt, maxUses };
  const executed = await commandPool(dependencies, context, poolId, {
    type: 'invite',
    invite,
    by: actor,
    isOrganiser,
    now,
  });
  return { inviteId, code: `${poolId}.${secret}`, executed };
};

/** What a code says: which pool, and the secret. No pool's id has a dot in it. */
export const partsOfCode = (code: string): { readonly poolId: string; readonly secret: string } => {
  const dot = code.indexOf('.');
  return { poolId: code.slice(0, Math.max(0, dot)), secret: code.slice(dot + 1) };
};

/**
 * Joins the pool that a code names. First the pool takes the invite, then the player joins: cut off in between, the same code
 * admits the same player again and counts once.
 *
 * @throws CommandRefusedError `unknown-invite` for whatever is no code that is valid, without a word of what is wrong
 */
export const joinByCode = async (
  dependencies: InviteDependencies,
  context: CommandContext,
  { code, playerId }: { readonly code: string; readonly playerId: string },
): Promise<Executed<unknown> & MembershipRef> => {
  const { poolId, secret } = partsOfCode(code);
  const ref = { poolId, playerId };
  const membership = await loadMembership(dependencies, context.tenantId, ref);
  await commandPool(dependencies, context, poolId, {
    type: 'redeem',
    secretHash: dependencies.sha256(secret),
    playerId,
    isMember: membership.status === 'member',
    now: context.now,
  });
  return { ...ref, ...(await joinPool(dependencies, context, ref, { invited: true })) };
};
