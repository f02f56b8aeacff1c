import type { MatchState } from '../domain/match.ts';
import { matchStream, predictionPartitions } from '../events/streams.ts';
import { type Archive, ArchiveError, type KeptCommit } from './archive.ts';
import { readSortKey } from './chain-items.ts';
import { inParallel } from './parallel.ts';
import { type AnchoredEnd, type Closing, closingOf, instantOf, type Retention, removable } from './retention.ts';
import { type VerifyOptions, verifyStream } from './verify-chain.ts';

/** The ledger, for the one who takes closed streams out of it. */
export interface LedgerOfClosed {
  /** All commits of a partition, in the order of their keys. */
  partition(p: string): Promise<readonly KeptCommit[]>;
  /** Removes a commit if it is there with this hash. */
  remove(commit: Pick<KeptCommit, 'p' | 's' | 'h'>): Promise<void>;
  /** As `loadMatch` says. */
  matchStatus(tenantId: string, matchId: string): Promise<MatchState['status']>;
}

export interface ArchiveMatch {
  readonly ledger: LedgerOfClosed;
  readonly archive: Archive;
  readonly hashOf: VerifyOptions['hashOf'];
  readonly retention: Retention;
  /** The newest commit of a stream that an anchor knows. */
  readonly anchored: (p: string, stream: string) => AnchoredEnd;
}

/** Which match. */
export interface MatchRef {
  readonly tenantId: string;
  readonly matchId: string;
}

/** What became of a match: how many commits went from the ledger to the archive. */
export interface ArchivedMatch {
  readonly closing: Closing;
  readonly commits: number;
}

/** Streams that are taken out at the same time. */
const PARALLEL = 16;

const streamOf = ({ s }: Pick<KeptCommit, 's'>): string => readSortKey(s)?.stream ?? s;

const byKey = (a: KeptCommit, b: KeptCommit): number => (a.s < b.s ? -1 : 1);

/** One line for each commit, whatever the order of its attributes is. */
const textOf = ({ p, s, n, b, g, h, v, f, c }: KeptCommit): string => JSON.stringify([p, s, n, b, g, h, v, f, c]);

/** What is archived and what is still in the ledger, as one; in the order of keys. */
const together = (archived: readonly KeptCommit[], inLedger: readonly KeptCommit[]): readonly KeptCommit[] =>
  [...new Map([...archived, ...inLedger].map(commit => [commit.s, commit])).values()].sort(byKey);

/**
 * What of a partition may be removed, stream by stream.
 *
 * @throws ArchiveError a stream is not as it was written: nothing of its partition is archived, so that it can be looked into
 */
const removableOf = (
  p: string,
  archived: readonly KeptCommit[],
  inLedger: readonly KeptCommit[],
  { hashOf, retention, anchored }: ArchiveMatch,
): readonly (readonly KeptCommit[])[] => {
  const options = { hashOf, now: Date.parse(retention.now) };
  for (const [stream, commits] of Map.groupBy(together(archived, inLedger), streamOf)) {
    const report = verifyStream(commits, options);
    if (report.status === 'broken')
      throw new ArchiveError(
        `${p}/${stream} is not archived: ${report.fault.kind} at version ${report.fault.version}, expected ${report.fault.expected}, found ${report.fault.found}`,
      );
  }
  const streams = [...Map.groupBy(inLedger, streamOf)];
  return streams.map(([stream, commits]) => removable(commits, anchored(p, stream)));
};

/** Holds that the archive has what is to be removed, as it is in the ledger. @throws ArchiveError */
const checkArchived = async (archive: Archive, p: string, commits: readonly KeptCommit[]): Promise<void> => {
  const there = new Set((await archive.read(p))?.commits.map(textOf));
  const missing = commits.find(commit => !there.has(textOf(commit)));
  if (missing) throw new ArchiveError(`the archive of ${p} was read back and has no ${missing.s}: nothing is removed`);
};

/**
 * Takes what may go of a partition from the ledger to the archive. Killed at any point, it goes on where it was when it is
 * done again: an archive is written before anything is removed, and of each stream the oldest commit goes first.
 *
 * @returns how many commits were removed
 * @throws ArchiveError, and what ledger and archive throw: then all that is not in the archive is in the ledger
 */
const archivePartition = async (options: ArchiveMatch, p: string): Promise<number> => {
  const { ledger, archive } = options;
  // The archive first: what is removed after that is in what is read here at the latest.
  const archived = (await archive.read(p))?.commits ?? [];
  const streams = removableOf(p, archived, await ledger.partition(p), options);
  const commits = streams.flat();
  if (commits.length === 0) return 0;
  const known = new Set(archived.map(({ s }) => s));
  if (!commits.every(({ s }) => known.has(s))) await archive.write(p, together(archived, commits));
  await checkArchived(archive, p, commits);
  await inParallel(PARALLEL, streams, async stream => {
    for (const commit of stream) await ledger.remove(commit);
  });
  return commits.length;
};

/** When the last commit of each stream of a partition was made. */
const lastInstants = (commits: readonly KeptCommit[], now: string): readonly string[] =>
  [...Map.groupBy(commits, streamOf).values()].flatMap(own => own.slice(-1).map(last => instantOf(last, now)));

/**
 * Archives a match with its predictions, if it is closed.
 *
 * @throws as {@link archivePartition}
 */
export const archiveMatch = async (options: ArchiveMatch, { tenantId, matchId }: MatchRef): Promise<ArchivedMatch> => {
  const { ledger, retention } = options;
  const own = `${tenantId}#${matchStream(matchId).partition}`;
  const status = await ledger.matchStatus(tenantId, matchId);
  const partitions = [...predictionPartitions(matchId).map(partition => `${tenantId}#${partition}`), own];
  for (const p of partitions.toReversed()) {
    const closing = closingOf(status, lastInstants(await ledger.partition(p), retention.now), retention);
    if (closing !== 'closed') return { closing, commits: 0 };
  }
  let commits = 0;
  for (const p of partitions) commits += await archivePartition(options, p);
  return { closing: 'closed', commits };
};
