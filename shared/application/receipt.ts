import { AnchorError } from './anchors.ts';
import { type ChainItem, readBytes, readSortKey } from './chain-items.ts';
import { checkProof, type Hashing, type Proof, proofFrom, ReceiptError } from './proof.ts';

/** What a receipt says, read out of the bytes that it proves. */
export interface Statement {
  readonly tenantId: string;
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  /** Server time of the commit. */
  readonly occurredAt: string;
  /** The commit was in the ledger by then at the latest, whatever the server's clock said. */
  readonly anchoredAt: string;
  readonly data: unknown;
  /** For a prediction: the kick-off as the match had it then, and whether the commit was in time for it. */
  readonly deadline?: { readonly kickOff: string | null; readonly inTime: boolean };
}

/** A receipt for one event, to be checked by somebody who has nothing else. */
export interface Receipt {
  readonly format: 'matchday-receipt-1';
  readonly statement: Statement;
  readonly proof: Proof;
  /** For a prediction: the commit of the match that set the kick-off. */
  readonly kickOff?: Proof;
}

/** The text of a receipt: the only one that a check accepts. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`;

/** `<stream>:<version>` */
const EVENT_ID = /^(.+):([1-9]\d*)$/s;

const eventOf = ({ s, n, b }: ChainItem, eventId: string) => {
  const [, stream, version] = EVENT_ID.exec(eventId) ?? [];
  const place = readSortKey(s);
  const bytes = readBytes(b);
  const index = Number(version) - (place?.version ?? 0);
  const event = place?.stream === stream && index < n ? bytes?.events[index] : undefined;
  if (!bytes || !event) throw new ReceiptError(`${eventId} is not in the commit ${s}`);
  return { bytes, event };
};

/** The kick-off that a commit of a match set; undefined when it set none. `null`: it was taken away. */
export const kickOffOf = (commit: ChainItem): string | null | undefined => {
  const events = readBytes(commit.b)?.events ?? [];
  const setting = events.findLast(({ type }) => KICK_OFF_EVENTS.includes(type));
  if (!setting) return undefined;
  const { kickOff } = (setting.data ?? {}) as { readonly kickOff?: { readonly at?: unknown } };
  return typeof kickOff?.at === 'string' ? kickOff.at : null;
};

/** Events of a match that say when it kicks off, or that nobody knows. */
const KICK_OFF_EVENTS: readonly string[] = [
  'match.scheduled',
  'match.rescheduled',
  'match.postponed',
  'match.reinstated',
];

/** What the proofs, once checked, say. */
const statementOf = (hashing: Hashing, eventId: string, proof: Proof, kickOff: Proof | undefined): Statement => {
  const anchor = checkProof(hashing, proof);
  const { bytes, event } = eventOf(proof.commit, eventId);
  const statement = {
    tenantId: proof.commit.p.slice(0, proof.commit.p.indexOf('#')),
    eventId,
    type: event.type,
    actor: bytes.actor,
    occurredAt: bytes.at,
    anchoredAt: anchor.instant,
    data: event.data,
  };
  if (!kickOff) return statement;
  checkProof(hashing, kickOff);
  const { matchId } = (event.data ?? {}) as { readonly matchId?: unknown };
  if (kickOff.commit.p !== `${statement.tenantId}#match-${String(matchId)}`)
    throw new ReceiptError('the kick-off is that of another match');
  const instant = kickOffOf(kickOff.commit);
  if (instant === undefined) throw new ReceiptError('the commit of the match sets no kick-off');
  const inTime = instant === null || Date.parse(bytes.at) < Date.parse(instant);
  return { ...statement, deadline: { kickOff: instant, inTime } };
};

/** Puts a receipt together. @throws ReceiptError when the proofs do not hold */
export const makeReceipt = (hashing: Hashing, eventId: string, proof: Proof, kickOff?: Proof): Receipt => ({
  format: 'matchday-receipt-1',
  statement: statementOf(hashing, eventId, proof, kickOff),
  proof,
  ...(kickOff && { kickOff }),
});

const parseReceipt = (text: string): Receipt => {
  try {
    return JSON.parse(text) as Receipt;
  } catch (cause) {
    throw new ReceiptError('a receipt is JSON', { cause });
  }
};

/**
 * Checks a receipt, with nothing but itself. What is left to the reader is to hold `proof.anchor.hash` against an anchor
 * that they have from elsewhere.
 *
 * @returns what it proves
 * @throws ReceiptError
 */
export const checkReceipt = (hashing: Hashing, text: string): Statement => {
  const given = parseReceipt(text);
  try {
    const kickOff = given.kickOff && proofFrom(given.kickOff);
    const receipt = makeReceipt(hashing, given.statement.eventId, proofFrom(given.proof), kickOff);
    // What it states is read out of the bytes again: the text is the one that follows from them, or none.
    if (receiptText(receipt) !== text) throw new ReceiptError('the receipt says something else than it proves');
    return receipt.statement;
  } catch (error) {
    if (error instanceof ReceiptError) throw error;
    if (error instanceof AnchorError || error instanceof TypeError)
      throw new ReceiptError(`the receipt is not complete: ${error.message}`, { cause: error });
    throw error;
  }
};
