import { systemClock } from '../../shared/application/execution.ts';
import { sqsDeadLetters } from '../../shared/bus/sqs-dead-letters.ts';
import { environment, optionalEnvironment } from '../../shared/lambda/environment.ts';
import { deadLetterOperations } from '../../shared/lambda/http/dead-letters.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { platformOf } from '../../shared/lambda/http/platform.ts';
import { archiveReader } from '../../shared/store/archive-reader.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBCommandAnswers } from '../../shared/store/dynamodb-command-answers.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBIncidents } from '../../shared/store/dynamodb-incidents.ts';
import http from './routes.ts';

const [client, audit] = [documentClient(), environment('AUDIT_TABLE')];
const archive = archiveReader(environment('ARCHIVE_BUCKET'));

const operations = deadLetterOperations({
  store: dynamoDBEventStore({ client, tableName: environment('EVENTS_TABLE'), archive }),
  clock: systemClock,
  queues: sqsDeadLetters(environment('QUEUE_URL'), environment('QUEUES')),
  incidents: dynamoDBIncidents(client, audit),
  answers: dynamoDBCommandAnswers(client, audit),
  ofPlatform: platformOf(optionalEnvironment('PLATFORM_TENANT')),
}) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
