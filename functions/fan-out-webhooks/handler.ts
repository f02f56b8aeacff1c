import { systemClock } from '../../shared/application/execution.ts';
import { syncDirectory } from '../../shared/application/webhooks/commands.ts';
import { fanOut, recordConcerned } from '../../shared/application/webhooks/fan-out.ts';
import { sqsDeliveryQueue } from '../../shared/bus/sqs-delivery-queue.ts';
import { eachEvent } from '../../shared/lambda/batch.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBDeliveryLog } from '../../shared/store/dynamodb-delivery-log.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBDirectory } from '../../shared/store/dynamodb-webhook-directory.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import subscription from './subscription.ts';

const client = documentClient();
const store = dynamoDBEventStore({ client, tableName: environment('EVENTS_TABLE') });
const directory = dynamoDBDirectory(client, environment('WEBHOOKS_TABLE'));
const log = dynamoDBDeliveryLog(client, environment('WEBHOOKS_TABLE'));
const queue = sqsDeliveryQueue(environment('DELIVERIES_URL'));
const sync = (ref: Parameters<typeof syncDirectory>[1]) => syncDirectory({ store, directory }, ref);
const audit = recordConcerned(dynamoDBAuditLog(client, environment('AUDIT_TABLE')));
const dependencies = { directory, log, queue, sha256, sync, now: systemClock };

export const handler = eventHandler(subscription, audit, (events, within) =>
  eachEvent(fanOut(dependencies))(events, within),
);
