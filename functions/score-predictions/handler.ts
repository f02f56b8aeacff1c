import { realTime } from '../../shared/application/execution.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import { eachEvent } from '../../shared/lambda/batch.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { contextOf, eventHandler } from '../../shared/lambda/event-handler.ts';
import { archiveReader } from '../../shared/store/archive-reader.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import subscription from './subscription.ts';

const client = documentClient();
const archive = archiveReader(environment('ARCHIVE_BUCKET'));
const store = dynamoDBEventStore({ client, tableName: environment('EVENTS_TABLE'), archive });
const audit = dynamoDBAuditLog(client, environment('AUDIT_TABLE'));

export const handler = eventHandler(
  subscription,
  audit,
  eachEvent(event => settleMatch({ store, ...realTime }, event, contextOf(event))),
);
