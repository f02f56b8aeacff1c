import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RebuildJob, RebuildJobs } from '../application/rebuild-job.ts';
import { batchGet } from './batch.ts';

/** Beside the register of generations, in the read model's own table. */
const KEY = { p: '!generations', s: 'rebuild' } as const;

/** Keeps the last rebuild of a read model in an item of its table, changed by conditional writes. */
export const dynamoDBRebuildJobs = (client: DynamoDBDocumentClient, TableName: string): RebuildJobs => ({
  read: async () => {
    const [item] = await batchGet(client, TableName, [KEY], { consistent: true });
    if (!item) return undefined;
    const { p: _p, s: _s, ...job } = item;
    return job as unknown as RebuildJob;
  },
  write: async job => {
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...KEY, ...job },
          ConditionExpression: 'attribute_not_exists(p) OR revision = :before',
          ExpressionAttributeValues: { ':before': job.revision - 1 },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
