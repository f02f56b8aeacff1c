import { AnchorError, type AnchorHeader, parseHeader, parseLine } from './anchor.ts';
import { type Check, type CheckName, check, type Subject } from './check.ts';
import { type ChainItem, commitText, readBytes, readSortKey } from './commit.ts';
import { type Digest, type PathStep, rootOf } from './path.ts';

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

/** Why a check fails. */
type Fault = Parameters<typeof check>[1];

/** What was found wrong while something was read, as a fault. */
const faultOf = (look: () => Fault): Fault => {
  try {
    return look();
  } catch (error) {
    if (error instanceof AnchorError || error instanceof TypeError) return { reason: error.message };
    throw error;
  }
};

const bytesFault = async (digest: Digest, { commit }: Proof): Promise<Fault> => {
  const found = await digest(commitText(commit));
  if (found !== commit.h) return { reason: 'the bytes are not those of the hash', expected: commit.h, found };
  if (!readSortKey(commit.s)) return { reason: 'the commit has no key' };
  return readBytes(commit.b) ? undefined : { reason: 'the bytes are not those of a commit' };
};

const lineFault = ({ commit, line }: Proof): Fault =>
  faultOf(() => {
    const place = readSortKey(commit.s);
    const { p, stream, commits } = parseLine(line);
    if (p !== commit.p || stream !== place?.stream) return { reason: 'the line is that of another stream' };
    if (commits.some(([version, hash]) => version === place.version && hash === commit.h)) return undefined;
    return { reason: 'the line does not have the commit' };
  });

/** The header of a proof's anchor. @throws AnchorError */
export const headerOf = ({ anchor }: Proof): AnchorHeader => parseHeader(anchor.key, anchor.text).header;

const anchorFault = async (digest: Digest, proof: Proof): Promise<Fault> => {
  const { text, hash } = proof.anchor;
  const found = await digest(text);
  if (found !== hash) return { reason: 'the anchor is not that of the hash', expected: hash, found };
  return faultOf(() =>
    JSON.stringify(headerOf(proof)) === text ? undefined : { reason: 'the anchor is not as it was written' },
  );
};

const pathFault = async (digest: Digest, proof: Proof): Promise<Fault> => {
  if (proof.path.some(({ side }) => side !== 'left' && side !== 'right'))
    return { reason: 'the path has a step to neither side' };
  const found = await rootOf(digest, proof.line, proof.path);
  return faultOf(() => {
    const { root } = headerOf(proof);
    return found === root ? undefined : { reason: 'the path does not lead to the anchor', expected: root, found };
  });
};

/** Follows a proof from the bytes to the anchor, and says of each step whether it holds. */
export const examineProof = async (digest: Digest, subject: Subject, proof: Proof): Promise<readonly Check[]> => {
  const root = subject === 'kick-off' ? 'kickOff' : 'proof';
  const step = (name: CheckName, fields: readonly string[], fault: Fault): Check =>
    check({ subject, name, fields: fields.map(field => `${root}.${field}`) }, fault);
  return [
    step('bytes', ['commit'], await bytesFault(digest, proof)),
    step('line', ['line', 'commit'], lineFault(proof)),
    step('anchor', ['anchor'], await anchorFault(digest, proof)),
    step('path', ['line', 'path', 'anchor.text'], await pathFault(digest, proof)),
  ];
};

/** A commit as receipts have it: what the hash covers and the hash, in this order, and nothing else of the item. */
export const plainCommit = ({ p, s, n, b, g, h }: ChainItem): ChainItem => ({ p, s, n, b, g, h });

/** Proofs as far as a check reads them: whatever else is in a receipt makes it another text. */
export const proofFrom = ({ commit, line, path, anchor }: Proof): Proof => ({
  commit: plainCommit(commit),
  line,
  path: path.map(({ side, hash }) => ({ side, hash })),
  anchor: { key: anchor.key, text: anchor.text, hash: anchor.hash },
});
