import type { CommitItem } from './commit-codec.ts';
import { readCommitLine, unpackLines } from './commit-lines.ts';
import { sha256 } from './hashing.ts';
import { headLines } from './tenant-export.ts';
import {
  type ExportedPart,
  type ExportFiles,
  MANIFEST,
  parseExportManifest,
  partitionOrder,
  TransferError,
} from './tenant-manifest.ts';

/** The lines of a file. @throws TransferError it is gone, was cut off or altered */
const linesOf = async (files: ExportFiles, part: ExportedPart): Promise<readonly string[]> => {
  const bytes = await files.read(part.file);
  if (!bytes) throw new TransferError(`${part.file} is missing`);
  const hash = sha256(bytes);
  if (hash !== part.sha256)
    throw new TransferError(
      `${part.file} was cut off or altered: ${MANIFEST} says SHA-256 ${part.sha256}, it is ${hash} (${bytes.length} bytes)`,
    );
  try {
    const lines = await unpackLines(bytes);
    if (lines.length === part.lines) return lines;
    throw new TransferError(`${part.file} has ${lines.length} lines, ${MANIFEST} says ${part.lines}`);
  } catch (cause) {
    if (cause instanceof TransferError) throw cause;
    throw new TransferError(`${part.file} cannot be unpacked`, { cause });
  }
};

/** The commits of all parts, in order. @throws TransferError */
async function* commitsOf(files: ExportFiles, tenantId: string, parts: readonly ExportedPart[]) {
  let last: CommitItem | undefined;
  for (const part of parts) {
    for (const [index, line] of (await linesOf(files, part)).entries()) {
      const where = `${part.file}, line ${index + 1}`;
      const item = readCommitLine(line);
      if (!item) throw new TransferError(`${where}, is no commit`);
      if (!item.p.startsWith(`${tenantId}#`)) throw new TransferError(`${where}, is of another tenant: ${item.p}`);
      const order = last ? partitionOrder(last.p, item.p) || (last.s < item.s ? -1 : 1) : -1;
      if (order >= 0) throw new TransferError(`${where}, is not in order: ${item.s} after ${last?.s}`);
      last = item;
      yield item;
    }
  }
}

/** Commits partition by partition. */
async function* byPartition(commits: AsyncIterable<CommitItem>): AsyncGenerator<readonly CommitItem[]> {
  let open: CommitItem[] = [];
  for await (const item of commits) {
    if (open.length > 0 && open[0]?.p !== item.p) {
      yield open;
      open = [];
    }
    open.push(item);
  }
  if (open.length > 0) yield open;
}

export interface CheckExport {
  readonly files: ExportFiles;
  /** The tenant it has to be of; absent: whichever it is of. */
  readonly tenantId?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The commits of an export, partition by partition; each was verified when it comes, and all of them when the last has come:
 * the files by their SHA-256, the chains by their hashes, the heads and the counts.
 *
 * @throws TransferError naming the file, and the line or the stream
 */
export async function* checkedExport({ files, tenantId, now }: CheckExport): AsyncGenerator<readonly CommitItem[]> {
  const manifest = parseExportManifest(await files.read(MANIFEST));
  if (tenantId !== undefined && manifest.tenantId !== tenantId)
    throw new TransferError(`the export is of the tenant ${manifest.tenantId}, not of ${tenantId}`);
  const heads = await linesOf(files, manifest.heads);
  const sum = { streams: 0, commits: 0, events: 0 };
  for await (const items of byPartition(commitsOf(files, manifest.tenantId, manifest.parts))) {
    const p = String(items[0]?.p);
    for (const head of headLines(p, items, now)) {
      if (head !== heads[sum.streams])
        throw new TransferError(
          `${manifest.heads.file} has ${heads[sum.streams] ?? 'no more'}, the commits end with ${head}`,
        );
      sum.streams += 1;
    }
    sum.commits += items.length;
    sum.events += items.reduce((events, { n }) => events + n, 0);
    yield items;
  }
  const { streams, commits, events } = manifest;
  if (JSON.stringify(sum) !== JSON.stringify({ streams, commits, events }))
    throw new TransferError(
      `${MANIFEST} says ${JSON.stringify({ streams, commits, events })}, there are ${JSON.stringify(sum)}`,
    );
}
