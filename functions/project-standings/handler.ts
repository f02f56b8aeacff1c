import { realTime } from '../../shared/application/execute.ts';
import { project } from '../../shared/application/project.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { standingsProjection } from '../../shared/projections/standings.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBTallyTable } from '../../shared/store/dynamodb-tally-table.ts';
import subscription from './subscription.ts';

const client = documentClient();
const table = dynamoDBTallyTable(client, environment('STANDINGS_TABLE'));
const audit = dynamoDBAuditLog(client, environment('AUDIT_TABLE'));

export const handler = eventHandler(subscription, audit, events =>
  project(realTime, table, standingsProjection, events),
);
