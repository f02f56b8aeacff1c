import { type AnchorHeader, type AnchorLine, anchorKey, lineText, type PlacedAnchor } from '../domain/proof/anchor.ts';
import { merkleRoot, type Sha256 } from './merkle.ts';

export {
  AnchorError,
  type AnchoredCommit,
  type AnchorLine,
  anchorKey,
  type PlacedAnchor,
  parseHeader,
  parseLine,
} from '../domain/proof/anchor.ts';

/** The key of a stream among all. Neither part can have a line break in it. */
export const streamKey = ({ p, stream }: Pick<AnchorLine, 'p' | 'stream'>): string => `${p}\n${stream}`;

/** An object with some of the lines of an anchor. Its key is made of its hash: it cannot be another. */
export interface AnchorChunk {
  readonly key: string;
  /** {@link streamKey} of its first line: the streams are in order. */
  readonly first: string;
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

/** Lines in one object: about half a megabyte. */
const CHUNK_LINES = 5000;

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
