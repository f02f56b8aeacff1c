import type { PlayerDependencies } from '../../application/player-commands.ts';
import { matchOperations, poolOperations, predictionOperations } from './commands.ts';
import { inviteOperations } from './invites.ts';
import { playerOperations } from './players.ts';
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
