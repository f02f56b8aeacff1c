import { type Envelope, parseEnvelope } from '../../events/envelope.ts';
import { idSchema } from '../../events/schemas.ts';
import { fieldsOf, type Notice, noticeOf } from './notices.ts';
import type { EventAtHandler, HeldLetter } from './ports.ts';

/** What a dead letter says, as far as it can be read. */
export type Content =
  | { readonly kind: 'event'; readonly event: Envelope }
  | Notice
  | {
      readonly kind: 'unreadable';
      /** Why it cannot be read. */
      readonly why: string;
      /** Whose it says it is; absent: nobody's. */
      readonly tenantId?: string | undefined;
      readonly type?: string | undefined;
      readonly detail: unknown;
    };

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Reads a dead letter: an event as the bus delivers it, a message of ours or of AWS, or anything. */
export const contentOf = ({ body }: Pick<HeldLetter, 'body'>): Content => {
  const message = parsed(body);
  const notice = noticeOf(message);
  if (notice) return notice;
  const { detail } = fieldsOf(message);
  try {
    return { kind: 'event', event: parseEnvelope(detail) };
  } catch (error) {
    const { tenantId, type } = fieldsOf(detail);
    return {
      kind: 'unreadable',
      why: message === undefined ? 'it is not JSON' : error instanceof Error ? error.message : String(error),
      ...(idSchema.safeParse(tenantId).success && { tenantId: String(tenantId) }),
      type: textOf(type),
      detail,
    };
  }
};

/** Whose a dead letter is; undefined: it does not say, so that it is the platform's. */
export const tenantOf = (content: Content): string | undefined =>
  content.kind === 'event' ? content.event.tenantId : content.tenantId;

/** Under which name the audit has what happened to a dead letter. */
export const eventAtHandler = (letter: HeldLetter, content: Content): EventAtHandler => {
  const { handler, messageId } = letter;
  if (content.kind === 'event') return { handler, tenantId: content.event.tenantId, eventId: content.event.id };
  if (content.kind !== 'unreadable' && content.tenantId !== undefined)
    return { handler, tenantId: content.tenantId, eventId: content.subject };
  return { handler, tenantId: 'unknown', eventId: messageId };
};

/**
 * What may be shown of a message that is no event. Of one that cannot be read only what says that it is of a match, which is
 * known to everybody: a prediction that cannot be read may have its pick anywhere.
 */
export const payloadOf = (content: Content): unknown => {
  if (content.kind === 'event') return undefined;
  if (content.kind !== 'unreadable') return content.payload;
  return content.tenantId !== undefined && content.type?.startsWith('match.') ? content.detail : undefined;
};
