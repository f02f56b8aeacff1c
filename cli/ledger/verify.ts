import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  AnchorError,
  type AnchoredCommit,
  type AnchorLine,
  type AnchorLog,
  streamKey,
} from '../../shared/application/anchors.ts';
import { ArchiveError, type ArchiveReader } from '../../shared/application/archive.ts';
import { readSortKey, type StoredItem } from '../../shared/application/chain-items.ts';
import { anchoredCommits, holdAgainst } from '../../shared/application/read-anchors.ts';
import { type ChainFault, verifyStream } from '../../shared/application/verify-chain.ts';
import { type CommitItem, hashOf } from '../../shared/store/commit-codec.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { readStream, scanSegment } from '../../shared/store/ledger-scan.ts';

export interface VerifyLedger {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: AnchorLog;
  /** What retention took from the table; absent: a stream whose beginning is archived is one whose beginning was removed. */
  readonly archive?: ArchiveReader;
  /** Only this tenant's streams. */
  readonly tenantId?: string;
  /** Only this stream. */
  readonly stream?: { readonly p: string; readonly stream: string };
  readonly onProgress?: (commits: number) => void;
}

/** What became of a verification. */
export interface Verified {
  /** The first fault of each stream that has one. */
  readonly faults: readonly ChainFault[];
  /** Why the anchors themselves cannot be believed; undefined: they can. */
  readonly anchorFault: string | undefined;
  /** What is wrong with the archives of the streams that begin in one. */
  readonly archiveFaults: readonly string[];
  /** Streams that begin in the archive, and the commits of them that are there. */
  readonly archived: { readonly streams: number; readonly commits: number };
  /** Streams that an anchor knows. */
  readonly anchored: number;
  readonly streams: number;
  readonly commits: number;
  readonly events: number;
  /** Spent on hashing and checking, without reading. Milliseconds. */
  readonly checkingMs: number;
}

const SEGMENTS = 4;

type Anchors = Map<string, readonly AnchoredCommit[]>;

interface Anchored {
  readonly anchors: Anchors;
  readonly anchorFault: string | undefined;
}

const readAnchors = async ({ log, tenantId, stream }: VerifyLedger): Promise<Anchored> => {
  try {
    const all = await anchoredCommits(log, sha256);
    const wanted = ([key]: readonly [string, unknown]): boolean =>
      (stream === undefined || key === streamKey(stream)) && (tenantId === undefined || key.startsWith(`${tenantId}#`));
    return { anchors: new Map([...all].filter(wanted)), anchorFault: undefined };
  } catch (error) {
    if (!(error instanceof AnchorError)) throw error;
    return { anchors: new Map(), anchorFault: error.message };
  }
};

const lineOf = (key: string, commits: readonly AnchoredCommit[]): AnchorLine => {
  const [p = '', stream = ''] = key.split('\n');
  return { p, stream, commits };
};

/** Counts and checks streams as they come. */
const checker = (anchors: Anchors, onProgress: VerifyLedger['onProgress']) => {
  const sum = { streams: 0, commits: 0, events: 0, checkingMs: 0 };
  const faultIn = (items: readonly CommitItem[], anchored: AnchorLine | undefined): ChainFault | undefined => {
    const from = performance.now();
    const report = verifyStream(items, { hashOf, now: Date.now() });
    sum.checkingMs += performance.now() - from;
    if (report.status === 'broken') return report.fault;
    return anchored && holdAgainst(anchored, items);
  };
  const count = (items: readonly StoredItem[]): void => {
    sum.streams += 1;
    sum.commits += items.length;
    sum.events += items.reduce((events, { n }) => events + (typeof n === 'number' ? n : 0), 0);
    onProgress?.(sum.commits);
  };
  const anchoredOf = (place: { readonly p: string; readonly stream: string }): AnchorLine | undefined => {
    const key = streamKey(place);
    const commits = anchors.get(key);
    return commits && lineOf(key, commits);
  };
  return { sum, faultIn, count, anchoredOf };
};

/** Partitions whose archives are held: those of the segments that are read at the same time, and some more. */
const HELD = 16;

/** Completes streams whose beginning retention took to the archive. */
const completer = (archive: ArchiveReader | undefined) => {
  const held = new Map<string, ReturnType<ArchiveReader['read']>>();
  const faults = new Set<string>();
  const archived = new Map<string, number>();
  const read = (p: string): ReturnType<ArchiveReader['read']> => {
    const reading = held.get(p) ?? archive?.read(p) ?? Promise.resolve(undefined);
    held.set(p, reading);
    for (const key of [...held.keys()].slice(0, Math.max(0, held.size - HELD))) held.delete(key);
    return reading;
  };
  /** The items of a stream, after those of it that are archived; without an archive that can be believed, the items alone. */
  const complete = async (items: readonly CommitItem[]): Promise<readonly CommitItem[]> => {
    const [first] = items;
    const place = readSortKey(first?.s);
    if (!first || !place || place.version === 1) return items;
    try {
      const before = ((await read(first.p))?.commits ?? []).filter(
        ({ s }) => readSortKey(s)?.stream === place.stream && s < first.s,
      );
      if (before.length > 0) archived.set(streamKey({ p: first.p, stream: place.stream }), before.length);
      return [...before, ...items];
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      faults.add(error.message);
      return items;
    }
  };
  const summary = () => ({
    archiveFaults: [...faults],
    archived: { streams: archived.size, commits: [...archived.values()].reduce((sum, count) => sum + count, 0) },
  });
  return { complete, summary };
};

/** The items of a partition, by their streams. */
const byStream = (items: readonly CommitItem[]): ReadonlyMap<string, readonly CommitItem[]> =>
  Map.groupBy(items, ({ s }) => readSortKey(s)?.stream ?? s);

/** The items of a segment, partition by partition. */
async function* partitionsOf({ client, table, tenantId }: VerifyLedger, segment: number) {
  let open: CommitItem[] = [];
  const options = { segments: SEGMENTS, ...(tenantId !== undefined && { tenantId }) };
  for await (const { items } of scanSegment(client, table, segment, options))
    for (const item of items) {
      if (open.length > 0 && open[0]?.p !== item.p) {
        yield open;
        open = [];
      }
      open.push(item);
    }
  if (open.length > 0) yield open;
}

/** The streams that are asked for, each with all of its items. */
async function* streamsOf(options: VerifyLedger, segment: number): AsyncGenerator<readonly CommitItem[]> {
  const { client, table, stream } = options;
  if (!stream) for await (const items of partitionsOf(options, segment)) yield* byStream(items).values();
  else if (segment === 0) {
    const items = await readStream(client, table, stream);
    if (items.length > 0) yield items;
  }
}

/**
 * Verifies the chains of a ledger, a tenant or one stream, and holds them against the newest anchors.
 * @throws what the clients throw
 */
export const verifyLedger = async (options: VerifyLedger): Promise<Verified> => {
  // Before the ledger: what is anchored by then has to be there.
  const { anchors, anchorFault } = await readAnchors(options);
  const anchored = anchors.size;
  const { sum, faultIn, count, anchoredOf } = checker(anchors, options.onProgress);
  const faults: ChainFault[] = [];
  const { complete, summary } = completer(options.archive);
  const check = async (inLedger: readonly CommitItem[]): Promise<void> => {
    const items = await complete(inLedger);
    const place = { p: String(items[0]?.p), stream: readSortKey(items[0]?.s)?.stream ?? String(items[0]?.s) };
    count(items);
    const line = anchoredOf(place);
    // A scan is no snapshot: what was appended meanwhile may look like a gap. A stream that is read by itself tells.
    const first = faultIn(items, line);
    const readable = readSortKey(items[0]?.s) !== undefined;
    const fault =
      first && readable ? faultIn(await complete(await readStream(options.client, options.table, place)), line) : first;
    if (fault) faults.push(fault);
    anchors.delete(streamKey(place));
  };
  const segments = Array.from({ length: SEGMENTS }, async (_, segment) => {
    for await (const items of streamsOf(options, segment)) await check(items);
  });
  await Promise.all(segments);
  for (const [key, commits] of anchors) {
    const fault = holdAgainst(lineOf(key, commits), []);
    if (fault) faults.push(fault);
  }
  return { faults, anchorFault, anchored, ...summary(), ...sum };
};
