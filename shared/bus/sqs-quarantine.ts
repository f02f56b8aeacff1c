import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Quarantine } from '../application/outbox.ts';

/** Keeps commits that cannot be published in an SQS queue: their keys and why. The commits themselves stay in the event store. */
export const sqsQuarantine = (client: SQSClient, queueUrl: string): Quarantine => ({
  put: async commit => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(commit) }));
  },
});
