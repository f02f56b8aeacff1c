import { realTime } from '../../shared/application/execution.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { queryOperations } from '../../shared/lambda/http/queries.ts';
import { archiveReader } from '../../shared/store/archive-reader.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBEventIndex } from '../../shared/store/dynamodb-event-index.ts';
import { dynamoDBEventOutcomes } from '../../shared/store/dynamodb-event-outcomes.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { readModel } from '../../shared/store/dynamodb-generations.ts';
import { dynamoDBOutcomes } from '../../shared/store/dynamodb-outcomes.ts';
import { dynamoDBPlayerKeys } from '../../shared/store/dynamodb-player-keys.ts';
import http from './routes.ts';

const client = documentClient();
const [eventsTable, indexTable] = [environment('EVENTS_TABLE'), environment('INDEX_TABLE')];
const archive = archiveReader(environment('ARCHIVE_BUCKET'));
const operations = queryOperations({
  store: dynamoDBEventStore({ client, tableName: eventsTable, archive }),
  index: dynamoDBEventIndex({ client, eventsTable, indexTable, archive }),
  keys: dynamoDBPlayerKeys(client, environment('KEYS_TABLE')),
  fixtures: readModel(client, environment('FIXTURES_TABLE')),
  standings: readModel(client, environment('STANDINGS_TABLE')),
  statistics: readModel(client, environment('STATISTICS_TABLE')),
  outcomes: dynamoDBOutcomes(client, environment('AUDIT_TABLE')),
  recorded: dynamoDBEventOutcomes(client, environment('AUDIT_TABLE')),
  ...realTime,
}) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
