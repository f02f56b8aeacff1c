import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { RebuildQueue } from '../application/rebuild-job.ts';

/** Sends messages of rebuilds through SQS. */
export const sqsRebuildQueue = (QueueUrl: string, client = new SQSClient({})): RebuildQueue => ({
  send: async (message, DelaySeconds) => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message), DelaySeconds }));
  },
});
