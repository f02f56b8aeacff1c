import { accept, assertNever, type Decider, refuse } from './decider.ts';

/**
 * The facts of a player. Who the player is stands in `personal` alone, and only sealed: under a key of this player, without
 * which nobody can read it. The domain handles the sealed text as it is, and can neither open nor compare what is in it.
 */
export type PlayerEvent =
  | { readonly type: 'player.registered'; readonly data: PlayerProfileSet }
  | { readonly type: 'player.profile-changed'; readonly data: PlayerProfileSet }
  | { readonly type: 'player.forgotten'; readonly data: { readonly playerId: string } };

export interface PlayerProfileSet {
  /** A pseudonym: what remains of the player when the key is gone. */
  readonly playerId: string;
  /** The profile, sealed. */
  readonly personal: string;
}

export type PlayerState =
  | { readonly status: 'unknown' }
  | { readonly status: 'registered'; readonly playerId: string; readonly personal: string }
  | { readonly status: 'forgotten'; readonly playerId: string };

export type PlayerCommand =
  /** The same sealed text again changes nothing: whoever can open it says whether the profile is the same. */
  | { readonly type: 'set-profile'; readonly playerId: string; readonly personal: string }
  /** Decided after the key was destroyed. */
  | { readonly type: 'forget' };

const evolve = (_state: PlayerState, event: PlayerEvent): PlayerState => {
  switch (event.type) {
    case 'player.registered':
    case 'player.profile-changed': {
      const { playerId, personal } = event.data;
      return { status: 'registered', playerId, personal };
    }
    case 'player.forgotten':
      return { status: 'forgotten', playerId: event.data.playerId };
    default:
      return assertNever(event);
  }
};

/** A player's profile is set, changed, and forgotten for good: who was forgotten does not come back under the same id. */
export const playerDecider: Decider<PlayerState, PlayerCommand, PlayerEvent> = {
  initial: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'set-profile': {
        const { playerId, personal } = command;
        if (state.status === 'forgotten') return refuse('forgotten', `player ${playerId} was forgotten`);
        if (state.status === 'unknown') return accept({ type: 'player.registered', data: { playerId, personal } });
        return personal === state.personal
          ? accept()
          : accept({ type: 'player.profile-changed', data: { playerId, personal } });
      }
      case 'forget':
        if (state.status === 'unknown') return refuse('unknown-player', 'there is no such player');
        return state.status === 'forgotten'
          ? accept()
          : accept({ type: 'player.forgotten', data: { playerId: state.playerId } });
      default:
        return assertNever(command);
    }
  },
};
