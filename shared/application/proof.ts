import { type AnchorHeader, type AnchorLine, type AnchorLog, parseHeader, parseLine, streamKey } from './anchors.ts';
import { type ChainItem, type HashOf, readBytes, readSortKey } from './chain-items.ts';
import { merklePath, type PathStep, rootOf, type Sha256 } from './merkle.ts';
import { anchorsBack, chunksOf, linesOf } from './read-anchors.ts';
import { CLOCK_TOLERANCE_MS } from './verify-chain.ts';

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

/** A receipt is not in order, or cannot be made. */
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
}

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
export const checkProof = ({ sha256, hashOf }: Hashing, { commit, line, path, anchor }: Proof): AnchorHeader => {
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

/** Proofs as far as a check reads them: whatever else is in a receipt makes it another text. */
export const proofFrom = ({ commit, line, path, anchor }: Proof): Proof => ({
  commit: plainCommit(commit),
  line,
  path: path.map(({ side, hash }) => ({ side, hash })),
  anchor: { key: anchor.key, text: anchor.text, hash: anchor.hash },
});
