/** A commit as an anchor knows it: its first version and its hash. */
export type AnchoredCommit = readonly [version: number, hash: string];

/** The line of a stream in an anchor: the commits since the anchor before it, oldest first; or only the last one, when there are none. */
export interface AnchorLine {
  readonly p: string;
  readonly stream: string;
  readonly commits: readonly AnchoredCommit[];
}

/** A line as it is stored and hashed: `["<tenant>#<partition>","<stream>",[[<version>,"<hash>"],...]]`. */
export const lineText = ({ p, stream, commits }: AnchorLine): string => JSON.stringify([p, stream, commits]);

/** Reads a line. @throws AnchorError */
export const parseLine = (text: string): AnchorLine => {
  try {
    const [p, stream, commits] = JSON.parse(text) as [string, string, readonly AnchoredCommit[]];
    if (lineText({ p, stream, commits }) === text && commits.length > 0) return { p, stream, commits };
  } catch (cause) {
    throw new AnchorError(`a line of an anchor is not one: ${text.slice(0, 80)}`, { cause });
  }
  throw new AnchorError(`a line of an anchor is not as it was written: ${text.slice(0, 80)}`);
};

/** An anchor: what was in the ledger at an instant, as one hash, chained to the anchor before it. Names no stream but each chunk's first. */
export interface AnchorHeader {
  readonly format: 'matchday-anchor-1';
  /** 1..n without gaps. */
  readonly number: number;
  readonly instant: string;
  /** Whether all streams are in it, or only those that changed since the anchor before. */
  readonly full: boolean;
  /** Hash of the header before it; empty for the first. */
  readonly previous: string;
  readonly streams: number;
  /** Of the Merkle tree over all lines. */
  readonly root: string;
  /** SHA-256 over the chunks' keys and first streams, as the anchor's list has them. */
  readonly chunks: string;
}

/** An anchor in its bucket. */
export interface PlacedAnchor {
  readonly key: string;
  /** The exact text of the header: what the next anchor's `previous` is the hash of. */
  readonly text: string;
  readonly header: AnchorHeader;
}

/** An anchor is gone, or is not as it was written. */
export class AnchorError extends Error {
  override readonly name = 'AnchorError';
}

const NUMBER_DIGITS = 9;

/** The key of an anchor. Numbers count down in it, so that the newest is the first of a listing. */
export const anchorKey = (number: number): string =>
  `anchors/${String(10 ** NUMBER_DIGITS - 1 - number).padStart(NUMBER_DIGITS, '0')}.json`;

/** Reads a header. @throws AnchorError */
export const parseHeader = (key: string, text: string): PlacedAnchor => {
  try {
    const header = JSON.parse(text) as AnchorHeader;
    if (header.format === 'matchday-anchor-1' && anchorKey(header.number) === key) return { key, text, header };
  } catch (cause) {
    throw new AnchorError(`${key} is not JSON`, { cause });
  }
  throw new AnchorError(`${key} is no anchor of that number`);
};
