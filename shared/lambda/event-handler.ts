import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { CommandContext } from '../application/execution.ts';
import { systemClock } from '../application/execution.ts';
import type { AuditLog } from '../application/outcome.ts';
import type { Envelope } from '../events/envelope.ts';
import type { Subscription } from '../events/subscription.ts';
import { type BatchHandler, partialBatchResponse, runBatch } from './batch.ts';
import { openDeliveries } from './delivery.ts';
import { environment } from './environment.ts';
import { auditOutcomes, countOutcomes, logOutcomes } from './observe.ts';

/** The name of this handler, as the audit knows it: that of its folder. */
const handlerName = (): string => environment('HANDLER_NAME');

/**
 * The Lambda function of an event handler: opens and validates the events of a batch, hands them over within the time
 * there is, keeps every outcome (audit, log, metrics) and answers SQS with those that failed.
 *
 * @example
 * export const handler = eventHandler(subscription, audit, eachEvent(event => notify(inbox, event, log)));
 */
export const eventHandler = (
  { maxReceives }: Subscription,
  audit: AuditLog,
  handle: BatchHandler,
): MiddyfiedHandler<SQSEvent, SQSBatchResponse> =>
  // The middleware that is used first comes last on the way out. It turns the event into deliveries and the handled
  // deliveries into the answer, which middy's types, one event and one result a chain, cannot say.
  middy<SQSEvent, SQSBatchResponse>()
    .use(partialBatchResponse())
    .use(auditOutcomes(handlerName(), audit))
    .use(countOutcomes())
    .use(logOutcomes())
    .use(openDeliveries())
    .handler(
      runBatch(handle, maxReceives) as unknown as (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>,
    );

/** What a handler's own command is made under: caused by the event, one hop further, repeated with the same commit id. */
export const contextOf = (event: Envelope): CommandContext => ({
  tenantId: event.tenantId,
  actor: handlerName(),
  correlationId: event.correlationId,
  causationId: event.id,
  commitId: event.id,
  now: systemClock(),
  hops: event.hops + 1,
  priority: event.priority,
  traceparent: event.traceparent,
});
