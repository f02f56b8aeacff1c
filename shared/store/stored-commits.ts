import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StreamedCommit } from '../application/outbox.ts';
import type { StoredCommit } from '../application/sweep.ts';
import { type CommitItem, decodeStreamed } from './commit-codec.ts';
import { scanSegment } from './ledger-scan.ts';

/** What publishing needs of an item: without its state. */
const ATTRIBUTES = ['p', 's', 'n', 'b', 'g', 'h'] as const;

/** The time in a commit's bytes, whatever else is wrong with them. */
const timeIn = (b: unknown): string | undefined => {
  try {
    const at = (JSON.parse(String(b)) as { readonly at?: unknown } | null)?.at;
    return typeof at === 'string' ? at : undefined;
  } catch {
    return undefined;
  }
};

const read = (item: CommitItem, key: string): StreamedCommit => {
  const common = { sequenceNumber: key, key };
  try {
    return { ...common, content: { events: decodeStreamed({ ...item }).events } };
  } catch (error) {
    return { ...common, content: { error: error instanceof Error ? error : new Error(String(error)) } };
  }
};

const storedCommit = (item: CommitItem): StoredCommit => {
  // As the outbox names it.
  const key = `${item.p} ${item.s}`;
  return { key, at: timeIn(item.b), read: () => read(item, key) };
};

/**
 * The commits of one segment of the ledger, a page at a time; of one stream in order. One that cannot be read is among them.
 *
 * @throws what the client throws
 */
export async function* storedCommits(
  client: DynamoDBDocumentClient,
  eventsTable: string,
  { segment, segments }: { readonly segment: number; readonly segments: number },
): AsyncGenerator<readonly StoredCommit[]> {
  for await (const { items } of scanSegment(client, eventsTable, segment, { segments, attributes: ATTRIBUTES }))
    yield items.map(storedCommit);
}
