import { systemClock } from '../../shared/application/execution.ts';
import { queueDepths } from '../../shared/bus/sqs-depths.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { healthOperations } from '../../shared/lambda/http/health.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBHandling } from '../../shared/store/dynamodb-handling.ts';
import http from './routes.ts';

const client = documentClient();

const operations = healthOperations({
  store: dynamoDBEventStore({ client, tableName: environment('EVENTS_TABLE') }),
  minutesOf: dynamoDBHandling(client, environment('AUDIT_TABLE')),
  now: systemClock,
  ...queueDepths(environment('QUEUE_URL'), environment('QUEUES')),
}) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
