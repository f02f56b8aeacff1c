/** A file of an export, and what is in it. */
export interface ExportedPart {
  readonly file: string;
  /** SHA-256 over the file's bytes, base64url. */
  readonly sha256: string;
  readonly lines: number;
}

/** Says what an export has. Nothing in it depends on where or when it was made: two exports of the same commits are the same bytes. */
export interface ExportManifest {
  readonly format: 'matchday-export-1';
  readonly tenantId: string;
  readonly streams: number;
  readonly commits: number;
  readonly events: number;
  /** A line for each stream, in the order of the commits: `["<tenant>#<partition>","<stream>",<version>,"<hash>"]`. */
  readonly heads: ExportedPart;
  /** A line for each commit. */
  readonly parts: readonly ExportedPart[];
}

/** The files of an export. */
export interface ExportFiles {
  /** undefined: it is not there. */
  read(file: string): Promise<Uint8Array | undefined>;
  write(file: string, bytes: Uint8Array): Promise<void>;
}

/** It is written last: an export without it was not finished. */
export const MANIFEST = 'manifest.json';
export const HEADS = 'heads.ndjson.gz';
export const partFile = (number: number): string => `commits-${String(number).padStart(5, '0')}.ndjson.gz`;

/** An export that cannot be made, or cannot be believed: which file and what of it. Nothing was written to a ledger. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}

/** Where the tenant is to be imported it is already, and it is not this import that was interrupted. */
export class TenantNotEmptyError extends Error {
  override readonly name = 'TenantNotEmptyError';
}

/** Whether a partition is the stream of a match itself. */
export const isOfMatch = (p: string): boolean => p.slice(p.indexOf('#') + 1).startsWith('match-');

/**
 * The order of partitions in an export: matches come last. So when a match is imported, and its end is published, all its
 * predictions are there with the evaluations they had, and nobody settles them anew.
 */
export const partitionOrder = (a: string, b: string): number => {
  if (isOfMatch(a) !== isOfMatch(b)) return isOfMatch(a) ? 1 : -1;
  return a === b ? 0 : a < b ? -1 : 1;
};

const isPart = (value: unknown): value is ExportedPart => {
  const part = value as Partial<ExportedPart> | null;
  return typeof part?.file === 'string' && typeof part.sha256 === 'string' && Number.isInteger(part.lines);
};

/** A manifest as it is written. */
export const manifestBytes = (manifest: ExportManifest): Buffer =>
  Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);

/** Reads a manifest. @throws TransferError */
export const parseExportManifest = (bytes: Uint8Array | undefined): ExportManifest => {
  if (!bytes) throw new TransferError(`there is no ${MANIFEST}: this is no export, or one that was not finished`);
  let manifest: Partial<ExportManifest> | null;
  try {
    manifest = JSON.parse(Buffer.from(bytes).toString()) as Partial<ExportManifest> | null;
  } catch (cause) {
    throw new TransferError(`${MANIFEST} is not JSON`, { cause });
  }
  const sound =
    manifest?.format === 'matchday-export-1' &&
    typeof manifest.tenantId === 'string' &&
    [manifest.streams, manifest.commits, manifest.events].every(Number.isInteger) &&
    isPart(manifest.heads) &&
    Array.isArray(manifest.parts) &&
    manifest.parts.every(isPart) &&
    manifestBytes(manifest as ExportManifest).equals(bytes);
  if (!sound) throw new TransferError(`${MANIFEST} is no manifest of an export that this version reads`);
  return manifest as ExportManifest;
};
