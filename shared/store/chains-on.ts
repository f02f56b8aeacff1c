import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ArchiveReader } from '../application/archive.ts';
import type { Chains } from '../application/chains.ts';
import { startOf } from '../application/stream-token.ts';
import { partitionKey, sortKeysAfter } from './commit-codec.ts';
import type { CommitTable } from './commit-table.ts';
import { readCommit } from './current-commit.ts';
import { dynamoDBTable } from './dynamodb-event-store.ts';
import { matchdayCatalog } from './event-catalog.ts';
import { withArchived } from './fill-gaps.ts';

/** Streams as they are stored in a table of commits, with what retention took from it. */
export const chainsOn = (table: CommitTable, archive?: ArchiveReader): Chains => ({
  read: async (tenantId, stream) => {
    const items = await table.read(partitionKey(tenantId, stream.partition), sortKeysAfter(stream.name, 0));
    const all = await withArchived(archive, startOf(tenantId, stream), items);
    return all.map(item => ({ item, commit: readCommit(item, matchdayCatalog) }));
  },
});

/** Streams as they are stored on DynamoDB. */
export const dynamoDBChains = (
  client: DynamoDBClient | DynamoDBDocumentClient,
  tableName: string,
  archive?: ArchiveReader,
  // A document client passes plain commands on as they are.
): Chains => chainsOn(dynamoDBTable(client as DynamoDBClient, tableName), archive);
