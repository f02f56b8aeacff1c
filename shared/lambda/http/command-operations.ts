import type { PlayerDependencies } from '../../application/player-commands.ts';
import { inviteOperations } from './invites.ts';
import { matchOperations } from './matches.ts';
import { playerOperations } from './players.ts';
import { poolOperations } from './pools.ts';
import { predictionOperations } from './predictions.ts';
import { statedEventOperations } from './stated-events.ts';

/** Everything that changes something. */
export const commandOperations = (dependencies: PlayerDependencies) => ({
  ...matchOperations(dependencies),
  ...predictionOperations(dependencies),
  ...poolOperations(dependencies),
  ...inviteOperations(dependencies),
  ...playerOperations(dependencies),
  ...statedEventOperations(dependencies),
});
