import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { PROJECTION_NAMES } from '../application/projection-lag.ts';
import type { RebuildMessage } from '../application/rebuild-job.ts';
import type { StepOutcome } from '../application/rebuild-step.ts';
import { logger, metrics } from './observe.ts';

const messageSchema: z.ZodType<RebuildMessage> = z.object({
  projection: z.enum(PROJECTION_NAMES),
  jobId: z.string(),
});

/** What is done with a message: a step, or to give up when it has failed too often. */
export interface Rebuilding {
  readonly step: (message: RebuildMessage) => Promise<StepOutcome>;
  readonly giveUp: (message: RebuildMessage, reason: string) => Promise<void>;
  /** Times that a message is delivered. */
  readonly maxReceives: number;
}

/** @returns whether it need not come again */
const handle = async (record: SQSRecord, { step, giveUp, maxReceives }: Rebuilding): Promise<boolean> => {
  let message: RebuildMessage | undefined;
  try {
    message = messageSchema.parse(JSON.parse(record.body));
    const outcome = await step(message);
    metrics.addMetric(`rebuild ${outcome}`, MetricUnit.Count, 1);
    logger.info('step of a rebuild', { ...message, outcome });
    return true;
  } catch (error) {
    const attempt = Number(record.attributes.ApproximateReceiveCount);
    logger.error('a step of a rebuild failed', { messageId: record.messageId, attempt, error: error as Error });
    if (message && attempt >= maxReceives) await giveUp(message, (error as Error).message);
    return false;
  }
};

/** The Lambda function on the queue of rebuilds: one step after another. What failed comes again, a few times. */
export const rebuildingHandler = (rebuilding: Rebuilding): MiddyfiedHandler<SQSEvent, SQSBatchResponse> =>
  middy<SQSEvent, SQSBatchResponse>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('invocation failed', error as Error))
    .handler(async ({ Records }) => {
      const failed: SQSRecord[] = [];
      for (const record of Records) if (!(await handle(record, rebuilding))) failed.push(record);
      metrics.publishStoredMetrics();
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
