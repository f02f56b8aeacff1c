import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Delivered } from '../application/webhooks/deliver.ts';
import { DELIVERY_ID } from '../application/webhooks/delivery-id.ts';
import type { DeliveryMessage } from '../application/webhooks/ports.ts';
import { idSchema, instantSchema } from '../events/schemas.ts';
import { logger, metrics } from './observe.ts';

const messageSchema: z.ZodType<DeliveryMessage> = z.object({
  tenantId: idSchema,
  subscriptionId: idSchema,
  deliveryId: z.string().regex(DELIVERY_ID),
  attempt: z.number().int().min(0),
  due: instantSchema,
  waits: z.number().int().min(0),
});

/** Handles one message; undefined: it failed and comes again. */
const handle = async (
  record: SQSRecord,
  deliver: (message: DeliveryMessage) => Promise<Delivered>,
): Promise<Delivered | undefined> => {
  try {
    const message = messageSchema.parse(JSON.parse(record.body));
    const outcome = await deliver(message);
    logger.debug('delivery handled', { ...message, outcome });
    return outcome;
  } catch (error) {
    logger.warn('a delivery failed for a reason of ours', { messageId: record.messageId, error: error as Error });
    return undefined;
  }
};

/**
 * The Lambda function on the queue of deliveries: the messages of a batch all at the same time, so that none waits for the
 * endpoint of another. Those that failed for a reason of ours come again; what an endpoint does is no such reason.
 */
export const deliveringHandler = (
  deliver: (message: DeliveryMessage) => Promise<Delivered>,
): MiddyfiedHandler<SQSEvent, SQSBatchResponse> =>
  middy<SQSEvent, SQSBatchResponse>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('invocation failed', error as Error))
    .handler(async ({ Records }) => {
      const outcomes = await Promise.all(Records.map(record => handle(record, deliver)));
      for (const [outcome, group] of Map.groupBy(outcomes, outcome => outcome ?? 'error'))
        metrics.addMetric(`webhooks ${outcome}`, MetricUnit.Count, group.length);
      metrics.publishStoredMetrics();
      const failed = Records.filter((_, index) => outcomes[index] === undefined);
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
