import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryQueue } from '../application/webhooks/ports.ts';

/** Limit of SendMessageBatch. */
const MAX_ENTRIES = 10;

/**
 * The queue did not take all messages.
 *
 * @public
 */
export class DeliveryQueueError extends Error {
  override readonly name = 'DeliveryQueueError';
}

/** Sends messages of deliveries through SQS. */
export const sqsDeliveryQueue = (client: SQSClient, QueueUrl: string): DeliveryQueue => ({
  send: async (messages, seconds) => {
    for (let start = 0; start < messages.length; start += MAX_ENTRIES) {
      const Entries = messages.slice(start, start + MAX_ENTRIES).map((message, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(message),
        DelaySeconds: seconds,
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const [first] = Failed;
      if (first) throw new DeliveryQueueError(`${Failed.length} messages were not taken: ${first.Code ?? 'no reason'}`);
    }
  },
});
