/** What a check is about: the receipt as a whole, the proof of its event, or that of the kick-off. */
export type Subject = 'receipt' | 'event' | 'kick-off';

/**
 * What is looked at:
 * `form` all fields are there · `bytes` the hash is that of the commit's bytes · `line` the stream's line in the anchor has that
 * hash · `anchor` the header is the one of its hash · `path` the line leads to the header's root · `match` the kick-off is that of
 * the match, and the commit sets it · `statement` what is stated is what the bytes say · `text` nothing else is in the file.
 */
export type CheckName = 'form' | 'bytes' | 'line' | 'anchor' | 'path' | 'match' | 'statement' | 'text';

/** One step of an examination. */
export interface Check {
  readonly subject: Subject;
  readonly name: CheckName;
  readonly holds: boolean;
  /** The fields that were held against each other; of a statement that fails, those that are wrong. */
  readonly fields: readonly string[];
  /** Why it does not hold. */
  readonly reason?: string;
  readonly expected?: string;
  readonly found?: string;
}

/** A check that holds, unless it is told why not. */
export const check = (
  place: Pick<Check, 'subject' | 'name' | 'fields'>,
  fault?: Pick<Check, 'reason' | 'expected' | 'found'>,
): Check => ({ ...place, holds: fault === undefined, ...fault });

/** A receipt is not in order, or cannot be made. */
export class ReceiptError extends Error {
  override readonly name: string = 'ReceiptError';
}
