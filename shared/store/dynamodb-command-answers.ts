import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CommandAnswers, KeptAnswer } from '../application/command-answers.ts';
import { batchPut } from './batch.ts';

/** Seconds that an Idempotency-Key is known, as those of commits are. */
const KEPT_SECONDS = 24 * 60 * 60;

/** No tenant's id begins like this. */
const partitionOf = (tenantId: string): string => `#answers#${tenantId}`;

/** Keeps answers of commands that change no stream, in the table of the audit. */
export const dynamoDBCommandAnswers = (client: DynamoDBDocumentClient, TableName: string): CommandAnswers => ({
  find: async (tenantId, commandId) => {
    const { Items: [item] = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'p = :p AND s = :s',
        ExpressionAttributeValues: { ':p': partitionOf(tenantId), ':s': commandId },
        ConsistentRead: true,
      }),
    );
    return item && ({ request: item.request, answer: item.answer } as KeptAnswer);
  },
  keep: (tenantId, commandId, { request, answer, at }) =>
    batchPut(client, TableName, [
      {
        p: partitionOf(tenantId),
        s: commandId,
        ...{ request, answer, at },
        ...{ expires: Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS },
      },
    ]),
});
