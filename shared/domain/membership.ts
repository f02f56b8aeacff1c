import { accept, assertNever, type Decider, refuse } from './decider.ts';
import type { PoolState } from './pool.ts';

/** A player's place in a pool is a stream of its own, so that a pool of any size is joined without contention. */
export type MembershipEvent =
  | { readonly type: 'pool.player-joined'; readonly data: MembershipKey }
  | { readonly type: 'pool.player-left'; readonly data: MembershipKey };

export interface MembershipKey {
  readonly poolId: string;
  readonly competition: string;
  readonly playerId: string;
}

export type MembershipState =
  | { readonly status: 'outside' }
  | { readonly status: 'member'; readonly key: MembershipKey };

export type MembershipCommand =
  /** `invited`: the pool has taken an invite of the player. */
  | { readonly type: 'join'; readonly pool: PoolState; readonly playerId: string; readonly invited: boolean }
  | { readonly type: 'leave' };

const evolve = (_state: MembershipState, event: MembershipEvent): MembershipState => {
  switch (event.type) {
    case 'pool.player-joined':
      return { status: 'member', key: event.data };
    case 'pool.player-left':
      return { status: 'outside' };
    default:
      return assertNever(event);
  }
};

/** Joins and leaves; who has joined joins again without effect, who is outside cannot leave. */
export const membershipDecider: Decider<MembershipState, MembershipCommand, MembershipEvent> = {
  initial: { status: 'outside' },
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'join': {
        if (state.status === 'member') return accept();
        if (command.pool.status === 'unknown') return refuse('unknown-pool', 'there is no such pool');
        const { poolId, competition, access, owner } = command.pool;
        const { playerId, invited } = command;
        return access === 'open' || invited || owner === playerId
          ? accept({ type: 'pool.player-joined', data: { poolId, competition, playerId } })
          : refuse('invite-only', `pool ${poolId} is joined with an invite`);
      }
      case 'leave':
        return state.status === 'member'
          ? accept({ type: 'pool.player-left', data: state.key })
          : refuse('not-a-member', 'the player is not in this pool');
      default:
        return assertNever(command);
    }
  },
};
