import { notify } from '../../shared/application/notifications.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { logger } from '../../shared/lambda/observe.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBInbox } from '../../shared/store/dynamodb-inbox.ts';
import subscription from './subscription.ts';

const client = documentClient();
const inbox = dynamoDBInbox(client, environment('INBOX_TABLE'));
const audit = dynamoDBAuditLog(client, environment('AUDIT_TABLE'));

export const handler = eventHandler(subscription, audit, events =>
  notify(inbox, events, ({ kind, eventId }) => logger.info('notified', { kind, eventId })),
);
