import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type InboxItem, type InboxReader, UnknownNotificationError } from '../application/notifications/inbox.ts';
import type { Language } from '../application/notifications/language.ts';
import type { Notification, Said } from '../application/notifications/notification.ts';
import { type InboxKey, inboxPartition, NOTIFICATION } from './inbox-keys.ts';

interface StoredItem extends InboxKey, Pick<Notification, 'kind' | 'at'>, Partial<Said> {
  /** Absent in what was stored when there was English only: that has a text, and perhaps a title, of its own. */
  readonly said?: Notification['said'];
  readonly read?: boolean;
}

/** An id is the sort key: it says nothing of the inbox, and is looked for in that of who asks. */
const idOf = ({ s }: InboxKey): string => Buffer.from(s).toString('base64url');

/** @throws UnknownNotificationError for what no `idOf` has made */
const sortOf = (id: string): string => {
  const s = Buffer.from(id, 'base64url').toString();
  if (s.startsWith(NOTIFICATION) && idOf({ p: '', s }) === id) return s;
  throw new UnknownNotificationError('there is no such notification');
};

const shown = (item: StoredItem, asked: Language): InboxItem => {
  const { kind, at, said, title = '', text = '', read = false } = item;
  const words = said ? { ...said[asked], language: asked } : { title, text, language: 'en' as const };
  return { id: idOf(item), kind, at, ...words, read };
};

/** Reads inboxes, the newest first: one Query a page, however long the inbox is. */
export const dynamoDBInboxReader = (client: DynamoDBDocumentClient, TableName: string): InboxReader => ({
  page: async ({ tenantId, inbox, limit, language, cursor }) => {
    const p = inboxPartition(tenantId, inbox);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'p = :p AND begins_with(s, :s)',
        ExpressionAttributeValues: { ':p': p, ':s': NOTIFICATION },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
        ...(cursor !== undefined && { ExclusiveStartKey: { p, s: sortOf(cursor) } }),
      }),
    );
    return {
      items: (Items as unknown as readonly StoredItem[]).map(item => shown(item, language)),
      next: LastEvaluatedKey ? idOf(LastEvaluatedKey as unknown as InboxKey) : null,
    };
  },
  markRead: async ({ tenantId, inbox, id }) => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { p: inboxPartition(tenantId, inbox), s: sortOf(id) },
          UpdateExpression: 'SET #read = :true',
          ConditionExpression: 'attribute_exists(p)',
          ExpressionAttributeNames: { '#read': 'read' },
          ExpressionAttributeValues: { ':true': true },
        }),
      );
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException)
        throw new UnknownNotificationError('there is no such notification', { cause });
      throw cause;
    }
  },
});
