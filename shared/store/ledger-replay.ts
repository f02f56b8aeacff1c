import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ArchiveReader } from '../application/archive.ts';
import type { ReplayPage, ReplayPlace, ReplaySource } from '../application/rebuild-job.ts';
import { type CommitItem, decodeCommit } from './commit-codec.ts';
import { scanSegment } from './ledger-scan.ts';
import { filling, gapFinder, type SeenUpTo } from './whole-ledger.ts';

/** Commits in a page: what is read and applied again when a step dies. */
const PAGE_SIZE = 250;

/** What to remember of the last item, so that who goes on after it sees what is missing behind it. */
const placeAfter = ({ p, s }: CommitItem, ends: ReadonlyMap<string, SeenUpTo>): ReplayPlace => {
  const { stream, next } = ends.get(p) ?? { stream: '', next: 1 };
  return { p, s, stream, next };
};

/**
 * The ledger from its beginning or from a place on, page by page; what retention took to the archive comes with the page in
 * which it is missed.
 *
 * @throws StreamArchivedError, ArchiveError, and what the client throws
 */
export const ledgerReplay = (
  client: DynamoDBDocumentClient,
  tableName: string,
  archive: ArchiveReader | undefined,
  pageSize = PAGE_SIZE,
): ReplaySource => ({
  async *from(cursor): AsyncGenerator<ReplayPage> {
    const after = cursor === 'start' ? undefined : cursor;
    let ends = new Map<string, SeenUpTo>(after && [[after.p, { stream: after.stream, next: after.next }]]);
    const options = { segments: 1, pageSize, ...(after && { after: { p: after.p, s: after.s } }) };
    for await (const { items, cursor: more } of scanSegment(client, tableName, 0, options)) {
      const last = items.at(-1);
      if (more && !last) continue;
      const { gaps, look } = gapFinder(ends);
      for (const item of items) look(item);
      const archived: CommitItem[] = [];
      for (const [p, own] of gaps) archived.push(...(await filling(archive, p, own)));
      const events = [...items, ...archived].flatMap(item => decodeCommit(item).events);
      yield { events, commits: items.length, next: more && last ? placeAfter(last, ends) : 'end' };
      // Only the partition at the border goes on.
      ends = new Map(last && [...ends].filter(([p]) => p === last.p));
    }
  },
});

/** Commits in the ledger: DynamoDB counts them every six hours or so. */
export const countCommits = async (client: DynamoDBDocumentClient, TableName: string): Promise<number> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.ItemCount ?? 0;
};
