import {
  type ChainItem,
  type CommitBytes,
  type HashOf,
  isChainItem,
  readBytes,
  readSortKey,
  type StoredItem,
} from './chain-items.ts';

/**
 * What is wrong with a commit:
 * `malformed` an attribute is missing or of another type, or the bytes are not those of a commit ·
 * `altered` the item is not the one that was hashed: bytes, count, key, either hash, or a time (it is in the bytes) ·
 * `removed` a commit is missing before one that is there · `inserted` its versions are those of another commit ·
 * `replaced` its own hash is right, and the chain goes on from another · `miscounted` it says to hold another number of events ·
 * `untimely` its time is before that of the commit it follows, or in the future ·
 * `cut` an anchor knows it, and the stream ends before it · `rewritten` an anchor knows another in its place.
 */
export type FaultKind =
  | 'malformed'
  | 'altered'
  | 'removed'
  | 'inserted'
  | 'replaced'
  | 'miscounted'
  | 'untimely'
  | 'cut'
  | 'rewritten';

/** The first thing that is wrong with a stream. */
export interface ChainFault {
  readonly kind: FaultKind;
  /** `<tenant>#<partition>` */
  readonly p: string;
  readonly stream: string;
  /** First version of the commit that is wrong, or is missing. */
  readonly version: number;
  /** The commit's id, as far as its bytes can be read. */
  readonly commitId?: string;
  readonly expected: string;
  readonly found: string;
}

/** Where a sound stream ends. */
export interface Head {
  readonly version: number;
  readonly hash: string;
}

export type ChainReport =
  | { readonly status: 'intact'; readonly head: Head; readonly events: number }
  | { readonly status: 'broken'; readonly fault: ChainFault };

export interface VerifyOptions {
  readonly hashOf: HashOf;
  /** Epoch milliseconds; a commit from after it is untimely. */
  readonly now: number;
}

/**
 * By how much the clocks of two servers may differ before the order of their commits' times is a fault, in milliseconds.
 * Lambda's hosts are kept within milliseconds of each other; a retried command keeps the time of its first try.
 */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** A commit that was found sound. */
type Sound = ChainItem & { readonly version: number; readonly at: number };

/** What is known of the stream when a commit is looked at. */
interface Position {
  readonly previous: Sound | undefined;
  readonly next: StoredItem | undefined;
}

interface Finding extends Pick<ChainFault, 'kind' | 'expected' | 'found'> {
  /** Where it is not the commit that was looked at: the version, and the bytes that are there. */
  readonly elsewhere?: { readonly version: number; readonly b?: string };
}

/** Whether the commit is the next one of its chain, by its attributes alone. */
const linkFault = (
  item: ChainItem,
  version: number,
  position: Position,
  { hashOf }: VerifyOptions,
): Finding | undefined => {
  const { previous, next } = position;
  const expected = previous ? previous.version + previous.n : 1;
  const hash = hashOf(item);
  if (hash !== item.h) return { kind: 'altered', expected: `hash ${item.h}`, found: `hash ${hash}` };
  if (version < expected) return { kind: 'inserted', expected: `version ${expected}`, found: `version ${version}` };
  const before = previous?.h ?? '';
  if (item.g === before) return undefined;
  // The next commit tells which of the two it was chained to: if to this one, it is the one before that is not genuine.
  return previous !== undefined && next?.g === item.h
    ? { kind: 'replaced', expected: `hash ${item.g}`, found: `hash ${before}`, elsewhere: previous }
    : { kind: 'replaced', expected: `previous hash ${before}`, found: `previous hash ${item.g}` };
};

const iso = (ms: number): string => new Date(ms).toISOString();

/** Whether what the bytes say is possible. */
const contentFault = (
  item: ChainItem,
  bytes: CommitBytes,
  previous: Sound | undefined,
  now: number,
): Finding | undefined => {
  if (bytes.events.length !== item.n)
    return { kind: 'miscounted', expected: `${bytes.events.length} events`, found: `a count of ${item.n}` };
  const at = Date.parse(bytes.at);
  if (at > now + CLOCK_TOLERANCE_MS) return { kind: 'untimely', expected: `a time up to ${iso(now)}`, found: bytes.at };
  if (previous && at < previous.at - CLOCK_TOLERANCE_MS)
    return { kind: 'untimely', expected: `a time from ${iso(previous.at)}`, found: bytes.at };
  return undefined;
};

/** What is wrong with an item; or, when nothing is, the item as a commit. */
const examine = (item: StoredItem, position: Position, options: VerifyOptions): Finding | Sound => {
  const version = readSortKey(item.s)?.version ?? 0;
  const { previous } = position;
  const expected = previous ? previous.version + previous.n : 1;
  if (version > expected)
    return {
      kind: 'removed',
      expected: `a commit at version ${expected}`,
      found: `version ${version} next`,
      elsewhere: { version: expected },
    };
  if (!isChainItem(item))
    return { kind: 'malformed', expected: 'a commit', found: `the attributes ${Object.keys(item).sort().join(', ')}` };
  const unlinked = linkFault(item, version, position, options);
  if (unlinked) return unlinked;
  const bytes = readBytes(item.b);
  if (!bytes) return { kind: 'malformed', expected: 'the JSON text of a commit', found: item.b.slice(0, 80) };
  const { p, s, n, b, g, h } = item;
  return contentFault(item, bytes, previous, options.now) ?? { p, s, n, b, g, h, version, at: Date.parse(bytes.at) };
};

const faultOf = (item: StoredItem, { elsewhere, ...finding }: Finding): ChainFault => {
  const key = readSortKey(item.s);
  const bytes = readBytes(elsewhere ? elsewhere.b : item.b);
  return {
    ...finding,
    p: String(item.p),
    stream: key?.stream ?? String(item.s),
    version: elsewhere?.version ?? key?.version ?? 0,
    ...(bytes && { commitId: bytes.id }),
  };
};

/**
 * Verifies the chain of one stream from its first commit.
 *
 * @param items all of the stream, in the order of their keys; none of another stream
 * @example
 * const report = verifyStream(items, { hashOf, now: Date.now() });
 * if (report.status === 'broken') console.log(report.fault.kind, report.fault.version);
 */
export const verifyStream = (items: readonly StoredItem[], options: VerifyOptions): ChainReport => {
  let previous: Sound | undefined;
  for (const [index, item] of items.entries()) {
    const found = examine(item, { previous, next: items[index + 1] }, options);
    if ('kind' in found) return { status: 'broken', fault: faultOf(item, found) };
    previous = found;
  }
  const version = previous ? previous.version + previous.n - 1 : 0;
  return { status: 'intact', head: { version, hash: previous?.h ?? '' }, events: version };
};
