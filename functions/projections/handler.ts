import { queueDepths } from '../../shared/bus/sqs-depths.ts';
import { sqsRebuildQueue } from '../../shared/bus/sqs-rebuild-queue.ts';
import { environment, optionalEnvironment } from '../../shared/lambda/environment.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { platformOf } from '../../shared/lambda/http/platform.ts';
import { projectionOperations } from '../../shared/lambda/http/projections.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBEventIndex } from '../../shared/store/dynamodb-event-index.ts';
import { dynamoDBOutcomes } from '../../shared/store/dynamodb-outcomes.ts';
import { countCommits } from '../../shared/store/ledger-replay.ts';
import { rebuildableIn } from '../../shared/store/rebuildable.ts';
import http from './routes.ts';

const [client, eventsTable] = [documentClient(), environment('EVENTS_TABLE')];
const [fixtures, standings] = [environment('FIXTURES_TABLE'), environment('STANDINGS_TABLE')];
const tables = { fixtures, standings, statistics: environment('STATISTICS_TABLE') };

export const handler = httpHandler(
  http.routes,
  projectionOperations({
    index: dynamoDBEventIndex({ client, eventsTable, indexTable: environment('INDEX_TABLE') }),
    outcomes: dynamoDBOutcomes(client, environment('AUDIT_TABLE')),
    ofPlatform: platformOf(optionalEnvironment('PLATFORM_TENANT')),
    queues: queueDepths(environment('QUEUE_URL'), environment('QUEUES')).queues,
    queue: sqsRebuildQueue(environment('REBUILDS_URL')),
    count: () => countCommits(client, eventsTable),
    rebuildable: name => rebuildableIn(client, tables, name),
  }) satisfies Record<keyof typeof http.routes, Operation>,
);
