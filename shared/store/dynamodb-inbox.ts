import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Inbox, Notification } from '../application/notifications.ts';
import { batchGet, batchPut } from './batch.ts';

const keyOf = ({ tenantId, inbox, eventId }: Notification) => ({ p: `${tenantId}#${inbox}`, s: eventId });

const itemOf = (notification: Notification) => {
  const { kind, at, text } = notification;
  return { ...keyOf(notification), kind, at, text };
};

/**
 * Keeps notifications in a DynamoDB table: `p` = tenant and inbox, `s` = the event. The item follows from the event, so
 * that two who put it at the same time put the same.
 */
export const dynamoDBInbox = (client: DynamoDBDocumentClient, tableName: string): Inbox => ({
  put: async notifications => {
    const found = await batchGet(client, tableName, notifications.map(keyOf), { consistent: true });
    const known = new Set(found.map(({ p, s }) => `${p}|${s}`));
    const fresh = notifications.filter(one => {
      const { p, s } = keyOf(one);
      return !known.has(`${p}|${s}`) && known.add(`${p}|${s}`);
    });
    await batchPut(client, tableName, fresh.map(itemOf));
    return fresh;
  },
});
