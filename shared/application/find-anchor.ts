import { type AnchorLog, type PlacedAnchor, parseLine, streamKey } from './anchors.ts';
import { type ChainItem, readBytes, readSortKey } from './chain-items.ts';
import type { Sha256 } from './merkle.ts';
import { anchorsBack, chunksOf } from './read-anchors.ts';
import { CLOCK_TOLERANCE_MS } from './verify-chain.ts';

/** The anchor that has a commit, and the line of the commit's stream in it. */
export interface AnchoredIn {
  readonly anchor: PlacedAnchor;
  readonly line: string;
}

/** The line of a stream in an anchor, reading no chunk that cannot have it. */
const lineIn = async (
  log: AnchorLog,
  sha256: Sha256,
  anchor: PlacedAnchor,
  place: { readonly p: string; readonly stream: string },
): Promise<string | undefined> => {
  const chunks = await chunksOf(log, sha256, anchor);
  const chunk = chunks.findLast(({ first }) => first <= streamKey(place));
  if (!chunk) return undefined;
  const beginning = JSON.stringify([place.p, place.stream]).replace(/\]$/, ',');
  return (await log.read(chunk.key)).split('\n').find(text => text.startsWith(beginning));
};

/** The number of the first anchor that was made at an instant or after it. Anchors are in the order of their instants. */
const firstSince = async (log: AnchorLog, newest: PlacedAnchor, instant: number): Promise<number> => {
  let [from, to] = [1, newest.header.number];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (Date.parse((await log.at(middle)).header.instant) < instant) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Anchors that may have a commit of this time, the likeliest first. */
async function* candidates(log: AnchorLog, sha256: Sha256, at: number): AsyncGenerator<PlacedAnchor> {
  const newest = await log.newest();
  const earliest = at - CLOCK_TOLERANCE_MS;
  if (!newest || Date.parse(newest.header.instant) < earliest) return;
  const first = await firstSince(log, newest, earliest);
  for (let number = first; number <= newest.header.number; number += 1) {
    const anchor = await log.at(number);
    yield anchor;
    // It has every stream: what was there by then is in it, or in one before it.
    if (anchor.header.full && Date.parse(anchor.header.instant) > at + CLOCK_TOLERANCE_MS) break;
  }
  // What was imported from elsewhere came later than its time says.
  for await (const anchor of anchorsBack(log, sha256)) {
    if (Date.parse(anchor.header.instant) < earliest) return;
    yield anchor;
  }
}

/**
 * The first anchor that has a commit: some twenty reads, however many anchors there are. For a commit that was imported after its
 * time, the last one that lists it, and a read for each anchor since.
 *
 * @returns undefined: it is not anchored yet
 * @throws AnchorError when the anchors are not in order
 */
export const findAnchor = async (
  log: AnchorLog,
  sha256: Sha256,
  commit: ChainItem,
): Promise<AnchoredIn | undefined> => {
  const place = readSortKey(commit.s);
  const at = Date.parse(readBytes(commit.b)?.at ?? '');
  if (!place || Number.isNaN(at)) return undefined;
  for await (const anchor of candidates(log, sha256, at)) {
    const line = await lineIn(log, sha256, anchor, { p: commit.p, stream: place.stream });
    if (line !== undefined && parseLine(line).commits.some(([version]) => version === place.version))
      return { anchor, line };
  }
  return undefined;
};
