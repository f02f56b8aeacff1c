import * as z from 'zod';
import { textSchema } from './schemas.ts';

const profile = {
  /** What others see. */
  displayName: textSchema.max(100),
  email: z.email('must be an e-mail address').max(254).optional(),
  /** BCP 47: `de`, `pt-BR`. */
  locale: z
    .string()
    .max(35)
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'must be a language tag such as pt-BR')
    .optional(),
};

/** A profile as somebody sets it. */
export const newProfileSchema = z.strictObject(profile);

/**
 * A profile as it was sealed. Sealed texts are stored for good and no upcaster sees into them: only add what may be missing.
 * What newer code has added is left out.
 */
export const sealedProfileSchema = z.object(profile);

/** Who a player is: the personal data there are. */
export type PlayerProfile = z.infer<typeof sealedProfileSchema>;
