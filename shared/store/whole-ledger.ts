import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ArchiveReader, archiveFolder } from '../application/archive.ts';
import { placeOf, StreamArchivedError } from '../application/errors.ts';
import type { CommitItem } from './commit-codec.ts';
import { splitKey } from './commit-keys.ts';
import { type ScanOptions, scanLedger } from './ledger-scan.ts';

/** Versions of a stream that the ledger does not have, from the first to before the second. */
export interface Gap {
  readonly stream: string;
  readonly from: number;
  readonly to: number;
}

/** Up to where the items of a partition were looked at. */
export interface SeenUpTo {
  readonly stream: string;
  readonly next: number;
}

/** Looks at items as they are scanned, and remembers what is missing before each; of a partition they come in order. */
export const gapFinder = (ends = new Map<string, SeenUpTo>()) => {
  const gaps = new Map<string, Gap[]>();
  const look = ({ p, s, n }: CommitItem): void => {
    const { stream, firstVersion } = splitKey({ p, s });
    const before = ends.get(p);
    const from = before?.stream === stream.name ? before.next : 1;
    if (firstVersion > from) gaps.set(p, [...(gaps.get(p) ?? []), { stream: stream.name, from, to: firstVersion }]);
    ends.set(p, { stream: stream.name, next: firstVersion + n });
  };
  return { gaps, ends, look };
};

const within = (item: CommitItem, gaps: readonly Gap[]): boolean => {
  const { stream, firstVersion } = splitKey(item);
  return gaps.some(gap => gap.stream === stream.name && firstVersion >= gap.from && firstVersion < gap.to);
};

const eventsIn = (items: readonly CommitItem[]): number => items.reduce((sum, { n }) => sum + n, 0);

/** What the archive has for the gaps of a partition. @throws StreamArchivedError when it does not fill them */
export const filling = async (
  archive: ArchiveReader | undefined,
  p: string,
  gaps: readonly Gap[],
): Promise<readonly CommitItem[]> => {
  const items = ((await archive?.read(p))?.commits ?? []).filter(item => within(item, gaps));
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const [gap] = gaps;
  if (eventsIn(items) === missing || !gap) return items;
  const { tenantId, stream } = splitKey({ p, s: `${gap.stream}:${gap.from}` });
  throw new StreamArchivedError(placeOf(tenantId, stream, gap.from), gap.to, archiveFolder(p));
};

/**
 * Reads the whole ledger or one tenant's part of it as {@link scanLedger} does, and after it what retention took to the
 * archive: what it takes during the scan is among it.
 *
 * @throws StreamArchivedError a stream is not whole, and the archive is not given or does not have the rest; ArchiveError; what
 *   the client throws
 */
export async function* scanWholeLedger(
  client: DynamoDBDocumentClient,
  tableName: string,
  {
    archive,
    ...options
  }: Pick<ScanOptions, 'segments' | 'tenantId'> & {
    readonly archive?: ArchiveReader | undefined;
  } = {},
): AsyncGenerator<readonly CommitItem[]> {
  const { gaps, look } = gapFinder();
  for await (const items of scanLedger(client, tableName, options)) {
    for (const item of items) look(item);
    yield items;
  }
  for (const [p, own] of gaps) yield await filling(archive, p, own);
}
