import { readSortKey } from '../application/chain-items.ts';
import { verifyStream } from '../application/verify-chain.ts';
import { type CommitItem, hashOf } from './commit-codec.ts';
import { commitLine, packLines } from './commit-lines.ts';
import { sha256 } from './hashing.ts';
import {
  type ExportedPart,
  type ExportFiles,
  type ExportManifest,
  HEADS,
  MANIFEST,
  manifestBytes,
  partFile,
  partitionOrder,
  TransferError,
} from './tenant-manifest.ts';

/** A ledger that a tenant is exported from. */
export interface ExportedLedger {
  /** The partitions of a tenant, in any order. */
  partitions(tenantId: string): Promise<Iterable<string>>;
  /** All commits of a partition in the order of their keys, those that retention took with them. */
  whole(p: string): Promise<readonly CommitItem[]>;
}

export interface ExportTenant {
  readonly ledger: ExportedLedger;
  readonly files: ExportFiles;
  readonly tenantId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Characters of a part, before it is compressed. */
  readonly partLength?: number;
  readonly onProgress?: (commits: number) => void;
}

const PART_LENGTH = 8 * 1024 * 1024;

const pack = async (files: ExportFiles, file: string, lines: readonly string[]): Promise<ExportedPart> => {
  const bytes = await packLines(lines);
  await files.write(file, bytes);
  return { file, sha256: sha256(bytes), lines: lines.length };
};

/** Cuts lines into parts, and writes each when it is full. */
const partWriter = (files: ExportFiles, partLength: number) => {
  const parts: ExportedPart[] = [];
  let open: string[] = [];
  let length = 0;
  const end = async (): Promise<readonly ExportedPart[]> => {
    if (open.length > 0) parts.push(await pack(files, partFile(parts.length + 1), open));
    open = [];
    length = 0;
    return parts;
  };
  const add = async (line: string): Promise<void> => {
    open.push(line);
    length += line.length;
    if (length >= partLength) await end();
  };
  return { add, end };
};

/** The last version and hash of each stream of a partition, as lines. @throws TransferError a chain is broken */
export const headLines = (p: string, items: readonly CommitItem[], now: number): readonly string[] =>
  [...Map.groupBy(items, ({ s }) => readSortKey(s)?.stream ?? s)].map(([stream, own]) => {
    const report = verifyStream(own, { hashOf, now });
    if (report.status === 'intact') return JSON.stringify([p, stream, report.head.version, report.head.hash]);
    const { kind, version, expected, found } = report.fault;
    throw new TransferError(`${p}/${stream}: ${kind} at version ${version}, expected ${expected}, found ${found}`);
  });

/**
 * Exports every commit of a tenant, with the exact bytes. Its chains are verified on the way. What is appended meanwhile may be
 * in it or not; of each stream it has the beginning, without gaps.
 *
 * @returns the manifest
 * @throws TransferError an export is there already, the tenant has nothing, or a chain is broken; what the ledger throws
 */
export const exportTenant = async (options: ExportTenant): Promise<ExportManifest> => {
  const { ledger, files, tenantId, now, partLength = PART_LENGTH, onProgress } = options;
  if (await files.read(MANIFEST)) throw new TransferError(`there is an export already: ${MANIFEST}`);
  const writer = partWriter(files, partLength);
  const heads: string[] = [];
  const sum = { commits: 0, events: 0 };
  for (const p of [...(await ledger.partitions(tenantId))].sort(partitionOrder)) {
    const items = await ledger.whole(p);
    heads.push(...headLines(p, items, now));
    for (const item of items) {
      await writer.add(commitLine(item));
      sum.commits += 1;
      sum.events += item.n;
    }
    onProgress?.(sum.commits);
  }
  if (heads.length === 0) throw new TransferError(`the tenant ${tenantId} has nothing in this ledger`);
  const counts = { streams: heads.length, ...sum };
  const parts = await writer.end();
  const packed = await pack(files, HEADS, heads);
  const manifest: ExportManifest = { format: 'matchday-export-1', tenantId, ...counts, heads: packed, parts };
  await files.write(MANIFEST, manifestBytes(manifest));
  return manifest;
};
