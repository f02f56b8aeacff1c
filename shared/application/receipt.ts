import {
  AnchorError,
  type AnchorHeader,
  type AnchorLine,
  type AnchorLog,
  anchorsBack,
  chunksOf,
  linesOf,
  parseHeader,
  parseLine,
  streamKey,
} from './anchors.ts';
import { merklePath, type PathStep, rootOf, type Sha256 } from './merkle.ts';
import { type ChainItem, CLOCK_TOLERANCE_MS, type HashOf, readBytes, readSortKey } from './verify-chain.ts';

/** A commit as receipts have it: what the hash covers and the hash, in this order, and nothing else of the item. */
const plainCommit = ({ p, s, n, b, g, h }: ChainItem): ChainItem => ({ p, s, n, b, g, h });

/** The hashes that proofs are made of. */
export interface Hashing {
  readonly sha256: Sha256;
  readonly hashOf: HashOf;
}

/** That a commit was in the ledger when an anchor was made: its exact bytes, and the way from their hash to the anchor's. */
export interface Proof {
  /** As it is stored: `h` = SHA-256 of `g \n p \n s \n n \n b`. */
  readonly commit: ChainItem;
  /** The line of the stream in the anchor, which has `h`. */
  readonly line: string;
  /** From the line to the anchor's root. */
  readonly path: readonly PathStep[];
  /** The anchor's object: key, exact text, and hash of the text. */
  readonly anchor: { readonly key: string; readonly text: string; readonly hash: string };
}

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

/** A receipt is not in order, or cannot be made. */
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
}

/** The text of a receipt: the only one that a check accepts. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`;

const headOf = (line: AnchorLine): number => line.commits.at(-1)?.[0] ?? 0;

/** The one line of the stream in an anchor, reading no chunk that cannot have it. */
const mayHold = async (log: AnchorLog, sha256: Sha256, anchor: Parameters<typeof chunksOf>[2], key: string) => {
  const chunks = await chunksOf(log, sha256, anchor);
  const chunk = chunks.findLast(({ first }) => first <= key);
  if (!chunk) return false;
  return (await log.read(chunk.key)).split('\n').some(text => streamKey(parseLine(text)) === key);
};

/**
 * Proves a commit by the anchor that was made next after it.
 *
 * @throws ReceiptError when it is not anchored yet; AnchorError when the anchors are not in order
 */
export const proveCommit = async (log: AnchorLog, { sha256, hashOf }: Hashing, commit: ChainItem): Promise<Proof> => {
  const place = readSortKey(commit.s);
  const at = Date.parse(readBytes(commit.b)?.at ?? '');
  if (!place || hashOf(commit) !== commit.h) throw new ReceiptError(`${commit.p} ${commit.s} is not what was hashed`);
  const key = streamKey({ p: commit.p, stream: place.stream });
  for await (const anchor of anchorsBack(log, sha256)) {
    if (Date.parse(anchor.header.instant) < at - CLOCK_TOLERANCE_MS) break;
    if (!(await mayHold(log, sha256, anchor, key))) continue;
    const lines = await linesOf(log, sha256, anchor);
    const index = lines.findIndex(text => streamKey(parseLine(text)) === key);
    const line = lines[index] ?? '';
    const known = parseLine(line).commits.find(([version]) => version === place.version);
    if (!known && headOf(parseLine(line)) < place.version) break;
    if (!known) continue;
    if (known[1] !== commit.h) throw new ReceiptError(`${commit.p} ${commit.s} is not the commit that was anchored`);
    const { key: anchorKey, text } = anchor;
    const path = merklePath(sha256, lines, index);
    return { commit: plainCommit(commit), line, path, anchor: { key: anchorKey, text, hash: sha256(text) } };
  }
  throw new ReceiptError(`${commit.p} ${commit.s} is not anchored yet: anchors are made on a schedule`);
};

/** Follows a proof from the bytes to the anchor. @returns the anchor @throws ReceiptError saying where it breaks */
const checkProof = ({ sha256, hashOf }: Hashing, { commit, line, path, anchor }: Proof): AnchorHeader => {
  const refuse = (why: string): never => {
    throw new ReceiptError(why);
  };
  const place = readSortKey(commit.s) ?? refuse('the commit has no key');
  if (hashOf(commit) !== commit.h) refuse('the bytes are not those of the hash');
  const { p, stream, commits } = parseLine(line);
  if (p !== commit.p || stream !== place.stream) refuse('the line is that of another stream');
  if (!commits.some(([version, hash]) => version === place.version && hash === commit.h))
    refuse('the line does not have the commit');
  const { header } = parseHeader(anchor.key, anchor.text);
  if (JSON.stringify(header) !== anchor.text) refuse('the anchor is not as it was written');
  if (sha256(anchor.text) !== anchor.hash) refuse('the anchor is not that of the hash');
  if (path.some(({ side }) => side !== 'left' && side !== 'right')) refuse('the path has a step to neither side');
  if (rootOf(sha256, line, path) !== header.root) refuse('the path does not lead to the anchor');
  return header;
};

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

/** Proofs as far as a check reads them: whatever else is in a receipt makes it another text. */
const proofFrom = ({ commit, line, path, anchor }: Proof): Proof => ({
  commit: plainCommit(commit),
  line,
  path: path.map(({ side, hash }) => ({ side, hash })),
  anchor: { key: anchor.key, text: anchor.text, hash: anchor.hash },
});

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
