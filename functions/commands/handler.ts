import { realTime } from '../../shared/application/execution.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { commandOperations } from '../../shared/lambda/http/command-operations.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { archiveReader } from '../../shared/store/archive-reader.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBPlayerKeys } from '../../shared/store/dynamodb-player-keys.ts';
import http from './routes.ts';

const client = documentClient();
const store = dynamoDBEventStore({
  client,
  tableName: environment('EVENTS_TABLE'),
  archive: archiveReader(environment('ARCHIVE_BUCKET')),
});
const dependencies = { store, keys: dynamoDBPlayerKeys(client, environment('KEYS_TABLE')), ...realTime };

const operations = commandOperations(dependencies) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
