import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { HandlerQueues, QueueDepth } from '../application/health.ts';
import { type QueueNames, queueNames, queueUrlBase } from './queue-names.ts';

/** How much is in a queue, about. */
export const depthOf = async (client: SQSClient, QueueUrl: string): Promise<QueueDepth> => {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return {
    waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
    inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
  };
};

/** How much is in the queues of each handler, about. */
const depthsOf = async (
  client: SQSClient,
  base: string,
  handlers: Readonly<Record<string, QueueNames>>,
): Promise<Readonly<Record<string, HandlerQueues>>> => {
  const depths = Object.entries(handlers).map(async ([handler, names]) => {
    const [events, deadLetters, undelivered] = await Promise.all(
      [names.events, names.deadLetters, names.undelivered].map(name => depthOf(client, base + name)),
    );
    const none: QueueDepth = { waiting: 0, inFlight: 0 };
    return [
      handler,
      { events: events ?? none, deadLetters: deadLetters ?? none, undelivered: undelivered ?? none },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(depths));
};

/**
 * The handlers there are, and how much is in their queues.
 *
 * @param url of one queue: the others' differ in their names
 * @param names JSON: the names of the queues of each handler
 */
export const queueDepths = (url: string, names: string, client = new SQSClient({})) => ({
  handlers: () => Object.keys(queueNames(names)),
  queues: () => depthsOf(client, queueUrlBase(url), queueNames(names)),
});
