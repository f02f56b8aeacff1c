import { type ArchiveReader, archiveFolder } from '../application/archive.ts';
import { CorruptCommitError, placeOf, StreamArchivedError } from '../application/errors.ts';
import type { StreamRef } from '../events/streams.ts';
import type { CommitItem } from './commit-codec.ts';
import { partitionKey, splitKey } from './commit-keys.ts';

/** Where commits are wanted of: a stream after a version. */
interface Wanted {
  readonly tenantId: string;
  readonly stream: StreamRef;
  readonly version: number;
}

/** The first version that is missing after another, and the one that follows instead; undefined: nothing is missing. */
const gapIn = (
  items: readonly CommitItem[],
  version: number,
): { readonly missing: number; readonly present: number } | undefined => {
  let missing = version + 1;
  for (const item of items) {
    const present = splitKey(item).firstVersion;
    if (present > missing) return { missing, present };
    missing = present + item.n;
  }
  return undefined;
};

const byKey = (a: CommitItem, b: CommitItem): number => (a.s < b.s ? -1 : 1);

const merged = (items: readonly CommitItem[], archived: readonly CommitItem[], { stream, version }: Wanted) => {
  const own = archived.filter(item => {
    const place = splitKey(item);
    return place.stream.name === stream.name && place.firstVersion > version;
  });
  return [...new Map([...own, ...items].map(item => [item.s, item])).values()].sort(byKey);
};

/** Holds that the commits are chained: those of the archive to each other and to the first of the ledger. */
const checkLinks = (items: readonly CommitItem[], { tenantId, stream }: Wanted): void => {
  const loose = items.findIndex((item, index) => index > 0 && item.g !== items[index - 1]?.h);
  const item = items[loose];
  if (item)
    throw new CorruptCommitError(
      'what is archived before it is not what it was chained to',
      placeOf(tenantId, stream, splitKey(item).firstVersion),
    );
};

/**
 * The commits of a stream with those that retention took from the ledger; at no cost where none is missing.
 *
 * @param items of the stream after a version as the ledger has them, oldest first
 * @throws StreamArchivedError some are missing, and there is no archive or it does not have them; ArchiveError
 */
export const withArchived = async (
  archive: ArchiveReader | undefined,
  wanted: Wanted,
  items: readonly CommitItem[],
): Promise<readonly CommitItem[]> => {
  if (!gapIn(items, wanted.version)) return items;
  const p = partitionKey(wanted.tenantId, wanted.stream.partition);
  const all = merged(items, (await archive?.read(p))?.commits ?? [], wanted);
  const gap = gapIn(all, wanted.version);
  if (gap)
    throw new StreamArchivedError(placeOf(wanted.tenantId, wanted.stream, gap.missing), gap.present, archiveFolder(p));
  checkLinks(all, wanted);
  return all;
};

/** An archive of a partition that is read once, and only when it is asked for. */
export const readOnce = (archive: ArchiveReader): ArchiveReader => {
  let reading: ReturnType<ArchiveReader['read']> | undefined;
  return {
    read: p => {
      reading ??= archive.read(p);
      return reading;
    },
  };
};
