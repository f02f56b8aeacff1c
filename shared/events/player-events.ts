import * as z from 'zod';
import { idSchema } from './schemas.ts';

/**
 * A sealed text, `<key>.<nonce>.<ciphertext>.<tag>`, each part base64url. What is in it is no part of the published schema: see
 * `profile.ts`.
 */
const sealedSchema = z
  .string()
  .max(4000)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+$/, 'must be sealed');

const profileSet = z.object({ playerId: idSchema, personal: sealedSchema });

/** The facts of a player, by event type. None has personal data in it that are not sealed. */
export const playerEvents = {
  'player.registered': { version: '1.0', data: profileSet },
  'player.profile-changed': { version: '1.0', data: profileSet },
  'player.forgotten': { version: '1.0', data: z.object({ playerId: idSchema }) },
} as const;
