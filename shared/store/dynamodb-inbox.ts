import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Inbox } from '../application/notifications.ts';

/** Keeps notifications in a DynamoDB table: `p` = tenant and inbox, `s` = the event. */
export const dynamoDBInbox = (client: DynamoDBDocumentClient, tableName: string): Inbox => ({
  put: async ({ tenantId, inbox, eventId, ...rest }) => {
    try {
      await client.send(
        new PutCommand({
          TableName: tableName,
          Item: { p: `${tenantId}#${inbox}`, s: eventId, ...rest },
          ConditionExpression: 'attribute_not_exists(p)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
