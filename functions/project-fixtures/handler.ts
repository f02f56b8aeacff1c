import { realTime } from '../../shared/application/execution.ts';
import { projectAll } from '../../shared/application/generations.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { fixturesProjection } from '../../shared/projections/fixtures.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { generationalTally } from '../../shared/store/dynamodb-generations.ts';
import subscription from './subscription.ts';

const client = documentClient();
const table = generationalTally(client, environment('FIXTURES_TABLE'));
const audit = dynamoDBAuditLog(client, environment('AUDIT_TABLE'));

export const handler = eventHandler(subscription, audit, events =>
  projectAll(realTime, table, fixturesProjection, events),
);
