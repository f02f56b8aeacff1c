import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { CommitItem } from '../../shared/store/commit-codec.ts';
import { itemOf } from '../../shared/store/dynamodb-event-store.ts';

/** Items of one segment of a table as DynamoDB answers them, page by page. */
export async function* scanPages(
  client: DynamoDBClient,
  TableName: string,
  { segment, segments }: { readonly segment: number; readonly segments: number },
): AsyncGenerator<readonly Record<string, AttributeValue>[]> {
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName, Segment: segment, TotalSegments: segments, ExclusiveStartKey: start }),
    );
    yield page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** The commits of one segment of a ledger, page by page. */
export async function* scanLedger(
  client: DynamoDBClient,
  table: string,
  part: { readonly segment: number; readonly segments: number },
): AsyncGenerator<CommitItem[]> {
  for await (const page of scanPages(client, table, part)) yield page.map(itemOf);
}
