import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { logger, metrics } from '../observe.ts';
import { whoAsks } from './principal.ts';
import { problemOf } from './problem.ts';

/**
 * Keeps on record who was denied what. Whether an id is another tenant's cannot be told: keys begin with the tenant, so it is
 * simply not there. Hence every request for what is not there is on record too.
 */
export const auditRefusal = ({ routeKey, requestContext }: APIGatewayProxyEventV2, error: unknown): void => {
  const { status, code } = problemOf(error);
  const { tenantId, playerId } = whoAsks(requestContext) ?? {};
  const line = { route: routeKey, tenantId, playerId, code };
  if (status === 404) logger.info('not-found', line);
  if (status !== 401 && status !== 403) return;
  logger.warn('denied', line);
  metrics.addMetric('denied', MetricUnit.Count, 1);
};
