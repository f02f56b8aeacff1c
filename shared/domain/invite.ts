import { accept, assertNever, type Decision, refuse } from './decider.ts';

/** An invitation to a pool. Who has its secret may join; only a hash of the secret is known here. */
export interface Invite {
  readonly inviteId: string;
  /** SHA-256 of the secret, hexadecimal. */
  readonly secretHash: string;
  /** From this instant on it admits nobody; null: it never ends. */
  readonly expiresAt: string | null;
  /** How many players it admits; null: any number. */
  readonly maxUses: number | null;
}

/** An invitation that was not revoked. */
export interface OpenInvite extends Invite {
  /** Whom it has admitted: kept only where they are counted, so that a pool of any size stays a small stream. */
  readonly usedBy: readonly string[];
}

export type InviteEvent =
  | { readonly type: 'pool.invite-created'; readonly data: { readonly poolId: string } & Invite }
  | { readonly type: 'pool.invite-revoked'; readonly data: { readonly poolId: string; readonly inviteId: string } }
  | {
      readonly type: 'pool.invite-used';
      readonly data: { readonly poolId: string; readonly inviteId: string; readonly playerId: string };
    };

/** Who invites: the owner, or an organiser for the owner. */
interface Inviter {
  readonly by: string;
  readonly isOrganiser: boolean;
}

export type InviteCommand =
  | ({ readonly type: 'invite'; readonly invite: Invite; readonly now: string } & Inviter)
  | ({ readonly type: 'revoke-invite'; readonly inviteId: string } & Inviter)
  /** A player shows a secret. Who is a member already takes nobody's place. */
  | {
      readonly type: 'redeem';
      readonly secretHash: string;
      readonly playerId: string;
      readonly isMember: boolean;
      readonly now: string;
    };

/** Invitations of a pool that are not revoked, at most: its state is stored with its commits. */
export const MAX_INVITES = 10;

/** What a pool has to do with its invites. */
interface Inviting {
  readonly poolId: string;
  readonly owner: string;
  readonly invites: readonly OpenInvite[];
}

/** The invites after an event. */
export const evolveInvites = (invites: readonly OpenInvite[], { type, data }: InviteEvent): readonly OpenInvite[] => {
  switch (type) {
    case 'pool.invite-created': {
      const { inviteId, secretHash, expiresAt, maxUses } = data;
      return [...invites, { inviteId, secretHash, expiresAt, maxUses, usedBy: [] }];
    }
    case 'pool.invite-revoked':
      return invites.filter(({ inviteId }) => inviteId !== data.inviteId);
    case 'pool.invite-used':
      return invites.map(invite =>
        invite.inviteId === data.inviteId ? { ...invite, usedBy: [...invite.usedBy, data.playerId] } : invite,
      );
    default:
      return assertNever(type);
  }
};

const sameInvite = (a: Invite, b: Invite): boolean =>
  a.secretHash === b.secretHash && a.expiresAt === b.expiresAt && a.maxUses === b.maxUses;

const isExpired = ({ expiresAt }: Invite, now: string): boolean => expiresAt !== null && now >= expiresAt;

const invite = (
  { invite, now }: InviteCommand & { type: 'invite' },
  { poolId, invites }: Inviting,
): Decision<InviteEvent> => {
  const known = invites.find(({ inviteId }) => inviteId === invite.inviteId);
  if (known) return sameInvite(known, invite) ? accept() : refuse('already-exists', 'there is such an invite');
  if (isExpired(invite, now)) return refuse('invite-expired', `an invite cannot end in the past; it is ${now}`);
  return invites.length >= MAX_INVITES
    ? refuse('too-many', `pool ${poolId} has ${MAX_INVITES} invites: revoke one`)
    : accept({ type: 'pool.invite-created', data: { poolId, ...invite } });
};

const redeem = (
  { secretHash, playerId, isMember, now }: InviteCommand & { type: 'redeem' },
  { poolId, invites }: Inviting,
): Decision<InviteEvent> => {
  const found = invites.find(invite => invite.secretHash === secretHash);
  if (!found) return refuse('unknown-invite', 'there is no such invite, or it was revoked');
  // Who was admitted and then cut off before joining comes back; and who left may return.
  if (isMember || found.usedBy.includes(playerId)) return accept();
  if (isExpired(found, now)) return refuse('invite-expired', `the invite ended at ${found.expiresAt}`);
  const { inviteId, maxUses } = found;
  if (maxUses === null) return accept();
  return found.usedBy.length >= maxUses
    ? refuse('invite-used-up', `the invite was for ${maxUses} players, and has admitted them`)
    : accept({ type: 'pool.invite-used', data: { poolId, inviteId, playerId } });
};

/** Invites, revokes and redeems; a secret that is not known and a pool that is not there are the same to who tries. */
export const decideInvite = (command: InviteCommand, pool: Inviting | undefined): Decision<InviteEvent> => {
  if (pool === undefined)
    return command.type === 'redeem'
      ? refuse('unknown-invite', 'there is no such invite, or it was revoked')
      : refuse('unknown-pool', 'there is no such pool');
  if (command.type === 'redeem') return redeem(command, pool);
  if (command.by !== pool.owner && !command.isOrganiser)
    return refuse('not-permitted', `only the owner of pool ${pool.poolId} and organisers invite to it`);
  if (command.type === 'invite') return invite(command, pool);
  return pool.invites.some(({ inviteId }) => inviteId === command.inviteId)
    ? accept({ type: 'pool.invite-revoked', data: { poolId: pool.poolId, inviteId: command.inviteId } })
    : accept();
};
