/** A cursor that was not handed out to this tenant for this question, or of a version that is no longer read. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}

/** 1: the first form. Another one gets another number, and old cursors are refused. */
const VERSION = 1;

/** How far an answer has come, as a text that a client gives back. It is bound to the tenant; what it holds is no secret. */
export const sealCursor = (tenantId: string, cursor: unknown): string =>
  Buffer.from(JSON.stringify({ v: VERSION, tenantId, cursor })).toString('base64url');

/**
 * What {@link sealCursor} was given. Whoever asked has to look whether it is what they expect.
 *
 * @throws InvalidCursorError
 */
export const openCursor = (tenantId: string, text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new InvalidCursorError('the cursor is none of ours', { cause });
  }
  if (typeof value !== 'object' || value === null || !('v' in value && 'tenantId' in value && 'cursor' in value))
    throw new InvalidCursorError('the cursor is none of ours');
  if (value.v !== VERSION) throw new InvalidCursorError('the cursor is none of ours');
  if (value.tenantId !== tenantId) throw new InvalidCursorError("the cursor is another tenant's");
  return value.cursor;
};
