import * as z from 'zod';
import { compareSchemas, type Difference, type JsonSchema } from '../../scripts/schemas/compare.ts';

/** The JSON Schema of what may be stored. */
const json = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

/** How two schemas differ. */
export const differences = (before: z.ZodType, after: z.ZodType): readonly Difference[] =>
  compareSchemas(json(before), json(after));

/** The same, a line each: `change a.b: is gone`. */
export const compare = (before: z.ZodType, after: z.ZodType): readonly string[] =>
  differences(before, after).map(({ kind, path, what }) => `${kind} ${path}: ${what}`);

/** Something to put into a place of which the schema changes. */
export const base = z.object({ id: z.string().max(100), goals: z.number().int().min(0).max(200) });

/** An object with such a place deep inside. */
export const inside = (schema: z.ZodType): z.ZodType => z.object({ verdict: z.object({ items: z.array(schema) }) });
