import type { ChainItem } from './chain-items.ts';

/** A commit as it is stored: what its hash covers, and what can be made anew (state, digests), which an archive keeps as well. */
export interface KeptCommit extends ChainItem {
  readonly v?: string;
  readonly f?: string;
  readonly c?: string;
}

/** What retention took from a partition of the ledger. */
export interface ArchivedPartition {
  /** Of the manifest. */
  readonly key: string;
  /** In the order of their keys; of each stream the beginning, without gaps. */
  readonly commits: readonly KeptCommit[];
}

/** Reads what retention took from the ledger. */
export interface ArchiveReader {
  /**
   * All that was taken from a partition; undefined: nothing.
   *
   * @param p `<tenant>#<partition>`
   * @throws ArchiveError what is there is not what was written
   */
  read(p: string): Promise<ArchivedPartition | undefined>;
}

/** Where archives are kept. What was written cannot be changed; a later archive of a partition has all of the earlier ones. */
export interface Archive extends ArchiveReader {
  /** Adds an archive of a partition: it takes the place of those before. `taken`: somebody else added one at the same time. */
  write(p: string, commits: readonly KeptCommit[]): Promise<'written' | 'taken'>;
}

/** An archive is gone, or is not as it was written. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** A stream in a manifest: its commits from version 1 to `version`, the last of which has this hash. */
export type ArchivedStream = readonly [stream: string, version: number, hash: string];

/** Says what an archive has. It is written after the object that it names. */
export interface ArchiveManifest {
  readonly format: 'matchday-archive-1';
  readonly p: string;
  /** 1..n */
  readonly number: number;
  /** Key of the object with the commits: gzip, a line of JSON for each. */
  readonly object: string;
  /** SHA-256 over the object's bytes, base64url. */
  readonly sha256: string;
  readonly commits: number;
  readonly events: number;
  readonly streams: readonly ArchivedStream[];
}

const NUMBER_DIGITS = 9;

/** The folder of a partition's manifests. */
export const archiveFolder = (p: string): string => {
  const hash = p.indexOf('#');
  return `archives/${p.slice(0, hash)}/${p.slice(hash + 1)}/`;
};

/** The key of a manifest. Numbers count down in it, so that the newest is the first of a listing. */
export const manifestKey = (p: string, number: number): string =>
  `${archiveFolder(p)}${String(10 ** NUMBER_DIGITS - 1 - number).padStart(NUMBER_DIGITS, '0')}.json`;

/** Reads a manifest. @throws ArchiveError */
export const parseManifest = (key: string, text: string): ArchiveManifest => {
  let manifest: Partial<ArchiveManifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<ArchiveManifest> | null;
  } catch (cause) {
    throw new ArchiveError(`${key} is not JSON`, { cause });
  }
  const sound =
    manifest?.format === 'matchday-archive-1' &&
    manifestKey(String(manifest.p), Number(manifest.number)) === key &&
    typeof manifest.object === 'string' &&
    typeof manifest.sha256 === 'string' &&
    Array.isArray(manifest.streams);
  if (!sound) throw new ArchiveError(`${key} is no manifest of that partition and number`);
  return manifest as ArchiveManifest;
};
