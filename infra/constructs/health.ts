import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { grantQueues } from './encryption-key.ts';

/** A handler, and where its events wait and end. */
export interface WatchedHandler {
  readonly name: string;
  readonly queues: { readonly events: IQueue; readonly deadLetters: IQueue; readonly undelivered: IQueue };
}

/**
 * Lets a function that answers operators see how much is in the queues of each handler. It gets their names, which are shorter
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

/**
 * Lets a function deal with dead letters, besides seeing how many there are: receive them and take them away, and send them to
 * the queues of their handlers.
 */
export const handOverDeadLetters = (operator: LambdaFunction, handlers: readonly WatchedHandler[]): void => {
  watchQueues(operator, handlers);
  operator.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'],
      resources: handlers.flatMap(({ queues: { deadLetters, undelivered } }) => [
        deadLetters.queueArn,
        undelivered.queueArn,
      ]),
    }),
  );
  operator.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:SendMessage'],
      resources: handlers.map(({ queues: { events } }) => events.queueArn),
    }),
  );
  grantQueues(operator, 'write');
};
