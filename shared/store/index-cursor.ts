import * as z from 'zod';
import { InvalidCursorError, openCursor, sealCursor } from '../application/cursor.ts';
import type { CorrelationQuery, SinceQuery, TypeQuery } from '../application/event-index.ts';

/** Where an event stands among those of the same instant. */
const place = { at: z.string(), stream: z.string(), version: z.number().int() };
const instant = z.string().optional();

/** What a cursor says: the question, and the last event that was answered. */
const cursorSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('type'),
    query: z.strictObject({ type: z.string(), from: instant, to: instant }),
    last: z.strictObject(place),
  }),
  z.strictObject({
    of: z.literal('correlation'),
    query: z.strictObject({ correlationId: z.string(), from: instant }),
    last: z.strictObject({ hops: z.number().int(), ...place }),
  }),
  z.strictObject({
    of: z.literal('since'),
    query: z.strictObject({ since: instant, types: z.array(z.string()).readonly().optional() }),
    /** Events of the page at `position` + 1 that were answered. */
    last: z.strictObject({ position: z.number().int().min(0), offset: z.number().int().min(0) }),
  }),
]);

/** How far a question has been answered. */
export type Cursor = z.infer<typeof cursorSchema>;
type Last<Of extends Cursor['of']> = Extract<Cursor, { of: Of }>['last'];
export type TypeProgress = { readonly of: 'type'; readonly query: TypeQuery; readonly last?: Last<'type'> };
export type CorrelationProgress = {
  readonly of: 'correlation';
  readonly query: CorrelationQuery;
  readonly last?: Last<'correlation'>;
};
export type SinceProgress = { readonly of: 'since'; readonly query: SinceQuery; readonly last?: Last<'since'> };

export const encodeCursor = (tenantId: string, cursor: Cursor): string => sealCursor(tenantId, cursor);

/** @throws InvalidCursorError */
export const decodeCursor = (tenantId: string, text: string): Cursor => {
  const parsed = cursorSchema.safeParse(openCursor(tenantId, text));
  if (!parsed.success) throw new InvalidCursorError('the cursor is none of ours', { cause: parsed.error });
  return parsed.data;
};
