import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ArchiveReader } from '../application/archive.ts';
import type { LedgerOfClosed } from '../application/archive-match.ts';
import { loadMatch } from '../application/commands.ts';
import { dynamoDBEventStore, dynamoDBTable } from './dynamodb-event-store.ts';

export interface ClosedLedgerOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly archive: ArchiveReader;
}

/** The ledger on DynamoDB, for the one who takes closed streams out of it: nobody else deletes a commit. */
export const dynamoDBClosedLedger = ({ client, tableName, archive }: ClosedLedgerOptions): LedgerOfClosed => {
  const table = dynamoDBTable(client as unknown as DynamoDBClient, tableName);
  const store = dynamoDBEventStore({ client, tableName, archive });
  return {
    partition: p => table.read(p),
    remove: async ({ p, s, h }) => {
      await client.send(
        new DeleteCommand({
          TableName: tableName,
          Key: { p, s },
          // One that is gone was removed by an earlier run that was killed; one of another hash is not what was archived.
          ConditionExpression: 'attribute_not_exists(p) OR h = :h',
          ExpressionAttributeValues: { ':h': h },
        }),
      );
    },
    matchStatus: async (tenantId, matchId) => (await loadMatch({ store }, tenantId, matchId)).state.status,
  };
};
