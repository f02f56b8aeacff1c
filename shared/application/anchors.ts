import { merkleRoot, type Sha256 } from './merkle.ts';

/** A commit as an anchor knows it: its first version and its hash. */
export type AnchoredCommit = readonly [version: number, hash: string];

/** The line of a stream in an anchor: the commits since the anchor before it, oldest first; or only the last one, when there are none. */
export interface AnchorLine {
  readonly p: string;
  readonly stream: string;
  readonly commits: readonly AnchoredCommit[];
}

/** The key of a stream among all. Neither part can have a line break in it. */
export const streamKey = ({ p, stream }: Pick<AnchorLine, 'p' | 'stream'>): string => `${p}\n${stream}`;

/** A line as it is stored and hashed: `["<tenant>#<partition>","<stream>",[[<version>,"<hash>"],...]]`. */
const lineText = ({ p, stream, commits }: AnchorLine): string => JSON.stringify([p, stream, commits]);

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

/** An object with some of the lines of an anchor. Its key is made of its hash: it cannot be another. */
export interface AnchorChunk {
  readonly key: string;
  /** {@link streamKey} of its first line: the streams are in order. */
  readonly first: string;
}

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
  /** SHA-256 over the chunks' keys and first streams, as {@link chunkList}. */
  readonly chunks: string;
}

/** An anchor in its bucket. */
export interface PlacedAnchor {
  readonly key: string;
  /** The exact text of the header: what the next anchor's `previous` is the hash of. */
  readonly text: string;
  readonly header: AnchorHeader;
}

/** An anchor to be written. */
export interface NewAnchor {
  readonly key: string;
  readonly text: string;
  readonly chunks: readonly (AnchorChunk & { readonly text: string })[];
  /** The object that lists the chunks. */
  readonly list: { readonly key: string; readonly text: string };
}

/** Where anchors are kept. What was written cannot be changed. */
export interface AnchorLog {
  newest(): Promise<PlacedAnchor | undefined>;
  /** @throws AnchorError when it is gone or no anchor */
  at(number: number): Promise<PlacedAnchor>;
  /** The text of an object that an anchor names. @throws AnchorError when it is gone */
  read(key: string): Promise<string>;
  /** `taken`: an anchor of this number is there already. */
  write(anchor: NewAnchor): Promise<'written' | 'taken'>;
}

/** An anchor is gone, or is not as it was written. */
export class AnchorError extends Error {
  override readonly name = 'AnchorError';
}

const NUMBER_DIGITS = 9;
/** Lines in one object: about half a megabyte. */
const CHUNK_LINES = 5000;

/** The key of an anchor. Numbers count down in it, so that the newest is the first of a listing. */
export const anchorKey = (number: number): string =>
  `anchors/${String(10 ** NUMBER_DIGITS - 1 - number).padStart(NUMBER_DIGITS, '0')}.json`;

/** The key of the object that lists an anchor's chunks. */
export const listKey = (hash: string): string => `lists/${hash}.json`;
const chunkKey = (hash: string): string => `lines/${hash}.jsonl`;

/** Makes the anchor that follows another. */
export const makeAnchor = (
  sha256: Sha256,
  previous: PlacedAnchor | undefined,
  { instant, full, lines }: { readonly instant: string; readonly full: boolean; readonly lines: readonly AnchorLine[] },
): NewAnchor => {
  const sorted = [...lines].sort((a, b) => (streamKey(a) < streamKey(b) ? -1 : 1));
  const texts = sorted.map(lineText);
  const chunks = Array.from({ length: Math.ceil(sorted.length / CHUNK_LINES) }, (_, index) => {
    const from = index * CHUNK_LINES;
    const text = texts.slice(from, from + CHUNK_LINES).join('\n');
    const first = sorted[from];
    return { key: chunkKey(sha256(text)), first: first ? streamKey(first) : '', text };
  });
  const list = JSON.stringify(chunks.map(({ key, first }) => ({ key, first })));
  const number = (previous?.header.number ?? 0) + 1;
  const header: AnchorHeader = {
    format: 'matchday-anchor-1',
    number,
    instant,
    full,
    previous: previous ? sha256(previous.text) : '',
    streams: lines.length,
    root: merkleRoot(sha256, texts),
    chunks: sha256(list),
  };
  return {
    key: anchorKey(number),
    text: JSON.stringify(header),
    chunks,
    list: { key: listKey(header.chunks), text: list },
  };
};

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
