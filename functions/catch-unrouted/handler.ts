import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { skipped } from '../../shared/application/outcome.ts';
import { eachEvent } from '../../shared/lambda/batch.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { logger, metrics } from '../../shared/lambda/observe.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import subscription from './subscription.ts';

const audit = dynamoDBAuditLog(documentClient(), environment('AUDIT_TABLE'));

export const handler = eventHandler(
  subscription,
  audit,
  eachEvent(async ({ id, type }) => {
    metrics.addMetric('unrouted', MetricUnit.Count, 1);
    logger.info('no other handler takes this event', { eventId: id, eventType: type });
    return skipped('no other handler takes it');
  }),
);
