import {
  type Archive,
  type ArchivedPartition,
  ArchiveError,
  type ArchiveManifest,
  archiveFolder,
  type KeptCommit,
  manifestKey,
  parseManifest,
} from '../application/archive.ts';
import { hashOf } from './commit-codec.ts';
import { splitKey } from './commit-keys.ts';
import { commitLine, packLines, readCommitLine, unpackLines } from './commit-lines.ts';
import { sha256 } from './hashing.ts';

/** Objects that are created and never written again: what an archive needs of a bucket. */
export interface Objects {
  /** The bytes of an object; undefined: it is not there. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Creates an object. @returns whether it was not there */
  create(key: string, bytes: Uint8Array): Promise<boolean>;
  /** The first key with this prefix. */
  firstOf(prefix: string): Promise<string | undefined>;
}

/** The object's key is made of its hash: one that is there is the same. */
const objectKey = (hash: string): string => `commits/${hash}.ndjson.gz`;

const streamsOf = (commits: readonly KeptCommit[]): ArchiveManifest['streams'] => {
  const last = new Map(commits.map(commit => [splitKey(commit).stream.name, commit]));
  return [...last].map(([stream, commit]) => [stream, splitKey(commit).firstVersion + commit.n - 1, commit.h]);
};

const eventsIn = (commits: readonly KeptCommit[]): number => commits.reduce((sum, { n }) => sum + n, 0);

const manifestOf = async (
  p: string,
  number: number,
  commits: readonly KeptCommit[],
): Promise<{ readonly manifest: ArchiveManifest; readonly bytes: Buffer }> => {
  const bytes = await packLines(commits.map(commitLine));
  const hash = sha256(bytes);
  const counts = { commits: commits.length, events: eventsIn(commits), streams: streamsOf(commits) };
  return {
    manifest: { format: 'matchday-archive-1', p, number, object: objectKey(hash), sha256: hash, ...counts },
    bytes,
  };
};

const linesOf = async (key: string, bytes: Uint8Array): Promise<readonly string[]> => {
  try {
    return await unpackLines(bytes);
  } catch (cause) {
    throw new ArchiveError(`${key} cannot be unpacked: it was cut off or altered`, { cause });
  }
};

/** Says which commit of an altered object is not what was hashed, as far as that can be told. */
const alteredCommit = async (bytes: Uint8Array): Promise<string> => {
  const lines = await unpackLines(bytes).catch(() => []);
  const sound = (line: string): boolean => {
    const commit = readCommitLine(line);
    return commit !== undefined && hashOf(commit) === commit.h;
  };
  const index = lines.findIndex(line => !sound(line));
  if (index < 0) return '';
  const { s = '?' } = readCommitLine(lines[index] ?? '') ?? {};
  return `; line ${index + 1} (${s}) is not what was hashed`;
};

/** The commits of an object. @throws ArchiveError */
const commitsOf = async (
  objects: Objects,
  { p, object, ...manifest }: ArchiveManifest,
): Promise<readonly KeptCommit[]> => {
  const bytes = await objects.get(object);
  if (!bytes) throw new ArchiveError(`${object}, the archive of ${p}, is not in the bucket`);
  const hash = sha256(bytes);
  if (hash !== manifest.sha256)
    throw new ArchiveError(
      `${object}, the archive of ${p}, was altered: expected SHA-256 ${manifest.sha256}, found ${hash}${await alteredCommit(bytes)}`,
    );
  const commits = (await linesOf(object, bytes)).map((line, index) => {
    const commit = readCommitLine(line);
    if (commit?.p !== p) throw new ArchiveError(`${object}, line ${index + 1}, is no commit of ${p}`);
    return commit;
  });
  if (commits.length !== manifest.commits || JSON.stringify(streamsOf(commits)) !== JSON.stringify(manifest.streams))
    throw new ArchiveError(`${object} does not have the streams that the manifest of ${p} names`);
  return commits;
};

/** An archive on a place for objects. */
export const archiveOn = (objects: Objects): Archive => {
  const newest = async (p: string): Promise<{ key: string; manifest: ArchiveManifest } | undefined> => {
    const key = await objects.firstOf(archiveFolder(p));
    if (key === undefined) return undefined;
    const bytes = await objects.get(key);
    if (!bytes) throw new ArchiveError(`${key} is not in the bucket`);
    return { key, manifest: parseManifest(key, Buffer.from(bytes).toString()) };
  };
  return {
    read: async (p): Promise<ArchivedPartition | undefined> => {
      const found = await newest(p);
      return found && { key: found.key, commits: await commitsOf(objects, found.manifest) };
    },
    write: async (p, commits) => {
      const number = ((await newest(p))?.manifest.number ?? 0) + 1;
      const { manifest, bytes } = await manifestOf(p, number, commits);
      await objects.create(manifest.object, bytes);
      return (await objects.create(manifestKey(p, number), Buffer.from(JSON.stringify(manifest))))
        ? 'written'
        : 'taken';
    },
  };
};
