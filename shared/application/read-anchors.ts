import {
  type AnchorChunk,
  AnchorError,
  type AnchoredCommit,
  type AnchorLine,
  type AnchorLog,
  listKey,
  type PlacedAnchor,
  parseLine,
  streamKey,
} from './anchors.ts';
import type { ChainItem, StoredItem } from './chain-items.ts';
import { merkleRoot, type Sha256 } from './merkle.ts';
import type { ChainFault } from './verify-chain.ts';

/** The chunks of an anchor. @throws AnchorError when the list is not the one that the header names */
export const chunksOf = async (
  log: AnchorLog,
  sha256: Sha256,
  { key, header }: PlacedAnchor,
): Promise<readonly AnchorChunk[]> => {
  const text = await log.read(listKey(header.chunks));
  if (sha256(text) !== header.chunks) throw new AnchorError(`${key}: its list of chunks was altered`);
  return JSON.parse(text) as readonly AnchorChunk[];
};

/** The lines of an anchor, each as its text. @throws AnchorError when they are not those of its root */
export const linesOf = async (log: AnchorLog, sha256: Sha256, anchor: PlacedAnchor): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const chunk of await chunksOf(log, sha256, anchor)) texts.push(...(await log.read(chunk.key)).split('\n'));
  if (merkleRoot(sha256, texts) !== anchor.header.root) throw new AnchorError(`${anchor.key}: its lines were altered`);
  return texts;
};

/** An anchor and those before it, newest first. @throws AnchorError where the chain of anchors is broken */
export async function* anchorsBack(log: AnchorLog, sha256: Sha256): AsyncGenerator<PlacedAnchor> {
  let anchor = await log.newest();
  while (anchor) {
    yield anchor;
    const { number, previous } = anchor.header;
    if (number === 1) return;
    const before = await log.at(number - 1);
    if (sha256(before.text) !== previous)
      throw new AnchorError(`${before.key} is not the anchor that ${anchor.key} follows`);
    anchor = before;
  }
}

/** What the newest anchors know of each stream, by {@link streamKey}: back to the last full one. */
export const anchoredCommits = async (
  log: AnchorLog,
  sha256: Sha256,
): Promise<ReadonlyMap<string, readonly AnchoredCommit[]>> => {
  const known = new Map<string, readonly AnchoredCommit[]>();
  for await (const anchor of anchorsBack(log, sha256)) {
    for (const text of await linesOf(log, sha256, anchor)) {
      const line = parseLine(text);
      const key = streamKey(line);
      const own = known.get(key);
      // Of a full anchor the line may repeat what an earlier one had.
      known.set(
        key,
        own ? [...line.commits.filter(([version]) => version < (own[0]?.[0] ?? 0)), ...own] : line.commits,
      );
    }
    if (anchor.header.full) break;
  }
  return known;
};

/** Holds a stream against what is anchored of it: the first commit that is not there any more, or is another. */
export const holdAgainst = (
  anchored: AnchorLine,
  items: readonly (StoredItem & Pick<ChainItem, 's' | 'h'>)[],
): ChainFault | undefined => {
  const { p, stream, commits } = anchored;
  const stored = new Map(items.map(item => [Number(item.s.slice(item.s.lastIndexOf(':') + 1)), item]));
  for (const [version, hash] of commits) {
    const item = stored.get(version);
    if (item?.h === hash) continue;
    const expected = `the anchored commit of hash ${hash}`;
    if (item) return { kind: 'rewritten', p, stream, version, expected, found: `hash ${item.h}` };
    const last = items.at(-1);
    // The stream may have been cut before what the anchor lists: the first that is missing is the one after its last.
    const after = typeof last?.n === 'number' ? Math.min(version, Number(last.s.slice(-9)) + last.n) : 1;
    return {
      kind: 'cut',
      p,
      stream,
      version: after,
      expected,
      found: last ? `an end at version ${after - 1}` : 'no stream',
    };
  }
  return undefined;
};
