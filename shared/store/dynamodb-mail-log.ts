import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MailLog } from '../application/notifications/mail.ts';
import type { Notification } from '../application/notifications/notification.ts';
import { dayOf, expiryOf, mailPartition } from './inbox-keys.ts';

/** By day, so that those of a day can be listed. No address is in it. It may expire: what is so old is not mailed any more. */
const itemOf = ({ tenantId, inbox, at, eventId, kind }: Notification) => ({
  p: mailPartition(tenantId, dayOf(at)),
  s: `${inbox}#${at}#${eventId}`,
  kind,
  expires: expiryOf(at),
});

/** The log of mails, in the table of inboxes. A mail is begun by a conditional write, of which one wins. */
export const dynamoDBMailLog = (client: DynamoDBDocumentClient, TableName: string): MailLog => ({
  begin: async notification => {
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...itemOf(notification), status: 'sending' },
          ConditionExpression: 'attribute_not_exists(p)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  end: async (notification, outcome) => {
    await client.send(new PutCommand({ TableName, Item: { ...itemOf(notification), ...outcome } }));
  },
});
