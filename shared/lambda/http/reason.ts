import * as z from 'zod';
import { textSchema } from '../../events/schemas.ts';

/** The body of a command that takes nothing but why. */
export const reasonSchema = z.strictObject({ reason: textSchema });
