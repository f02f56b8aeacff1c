import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventStore } from '../application/event-store.ts';
import { activeReader } from '../application/generations.ts';
import type { BatchInbox } from '../application/notifications/inbox.ts';
import type { MailLog } from '../application/notifications/mail.ts';
import type { PlayerKeys } from '../application/player-keys.ts';
import type { TallyReader } from '../application/read-models.ts';
import { archiveReader } from './archive-reader.ts';
import { dynamoDBEventStore } from './dynamodb-event-store.ts';
import { generationalTally } from './dynamodb-generations.ts';
import { dynamoDBInbox } from './dynamodb-inbox.ts';
import { dynamoDBMailLog } from './dynamodb-mail-log.ts';
import { dynamoDBPlayerKeys } from './dynamodb-player-keys.ts';

/** What telling people reads and writes. */
export interface NotificationSources {
  readonly inbox: BatchInbox;
  readonly mailLog: MailLog;
  readonly store: EventStore;
  readonly standings: TallyReader;
  /** Only for who may read keys: asked for its table when it is called. */
  readonly keys: () => PlayerKeys;
}

/** What telling people reads and writes, on DynamoDB. @param variable the value of an environment variable */
export const notificationSources = (
  client: DynamoDBDocumentClient,
  variable: (name: string) => string,
): NotificationSources => {
  const inboxTable = variable('INBOX_TABLE');
  const archive = archiveReader(variable('ARCHIVE_BUCKET'));
  return {
    inbox: dynamoDBInbox(client, inboxTable),
    mailLog: dynamoDBMailLog(client, inboxTable),
    store: dynamoDBEventStore({ client, tableName: variable('EVENTS_TABLE'), archive }),
    standings: activeReader(generationalTally(client, variable('STANDINGS_TABLE'))),
    keys: () => dynamoDBPlayerKeys(client, variable('KEYS_TABLE')),
  };
};
