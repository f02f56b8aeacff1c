import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj } from '@middy/core';
import type { AuditLog, AuditRecord } from '../application/outcome.ts';
import type { Delivery, Handled } from './delivery.ts';

/** One logger and one set of metrics a function: named by POWERTOOLS_SERVICE_NAME and POWERTOOLS_METRICS_NAMESPACE. */
export const logger = new Logger();
export const metrics = new Metrics();

const LEVELS = {
  succeeded: 'debug',
  skipped: 'debug',
  parked: 'error',
  failed: 'warn',
  'dead-lettered': 'error',
} as const;

/** What identifies the event of a delivery, as far as it could be read. */
const identify = ({ content, messageId }: Delivery) => {
  if (content.kind === 'invalid') return { tenantId: 'unknown', eventId: messageId, eventType: 'unknown' };
  const { tenantId, id, type, correlationId, causationId } = content.kind === 'event' ? content.event : content.fields;
  return { tenantId, eventId: id, eventType: type, correlationId, causationId };
};

/** Middleware: one structured log line for each event and its outcome, with correlation and causation ids. */
export const logOutcomes = (): MiddlewareObj => ({
  before: request => logger.addContext(request.context),
  after: request => {
    for (const { delivery, outcome, durationMs } of request.response as readonly Handled[]) {
      const { status, ...rest } = outcome;
      const line = { ...identify(delivery), status, ...rest, attempt: delivery.attempt, durationMs };
      logger[LEVELS[status]]('event handled', line);
    }
  },
  onError: request => logger.error('invocation failed', request.error as Error),
});

/** Middleware: counts outcomes by status, and how long the batch took. */
export const countOutcomes = (): MiddlewareObj => ({
  after: request => {
    const handled = request.response as readonly Handled[];
    for (const [status, group] of Map.groupBy(handled, ({ outcome }) => outcome.status))
      metrics.addMetric(status, MetricUnit.Count, group.length);
    metrics.addMetric('duration', MetricUnit.Milliseconds, Math.max(0, ...handled.map(({ durationMs }) => durationMs)));
    metrics.publishStoredMetrics();
  },
});

const auditRecord = ({ delivery, outcome, durationMs }: Handled, handler: string): AuditRecord => {
  const { tenantId, eventId, eventType } = identify(delivery);
  const { content } = delivery;
  const at = new Date().toISOString();
  return {
    tenantId,
    eventId,
    eventType,
    handler,
    outcome,
    attempt: delivery.attempt,
    messageId: delivery.messageId,
    at,
    durationMs: Math.round(durationMs),
    ...(content.kind === 'event' && { occurredAt: content.event.occurredAt }),
  };
};

/** Middleware: keeps the outcome of each (event, handler) before the queue is told: what is not on record is delivered again. */
export const auditOutcomes = (handler: string, audit: AuditLog): MiddlewareObj => ({
  after: request =>
    audit.record((request.response as readonly Handled[]).map(handled => auditRecord(handled, handler))),
});
