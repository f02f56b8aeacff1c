import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** A handler, and where its events wait and end. */
export interface WatchedHandler {
  readonly name: string;
  readonly queues: { readonly events: IQueue; readonly deadLetters: IQueue; readonly undelivered: IQueue };
}

/**
 * Lets the function that answers for health see how much is in the queues of each handler. It gets their names, which are shorter
 * than their URLs: what a function gets as variables may take 4 KB.
 */
export const watchQueues = (watcher: LambdaFunction, handlers: readonly WatchedHandler[]): void => {
  const [first] = handlers;
  if (!first) throw new Error('there are no handlers to watch');
  const names = handlers.map(({ name, queues: { events, deadLetters, undelivered } }) => [
    name,
    { events: events.queueName, deadLetters: deadLetters.queueName, undelivered: undelivered.queueName },
  ]);
  watcher
    .addEnvironment('QUEUE_URL', first.queues.events.queueUrl)
    .addEnvironment('QUEUES', Stack.of(watcher).toJsonString(Object.fromEntries(names)));
  watcher.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:GetQueueAttributes'],
      resources: handlers.flatMap(({ queues }) => Object.values(queues).map(({ queueArn }) => queueArn)),
    }),
  );
};
