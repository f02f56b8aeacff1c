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

/** A function, and the queues in which messages of it end. With `events` they can be given to it once more, without not. */
export interface DeadLetterPlaces {
  readonly name: string;
  readonly queues: Partial<Readonly<Record<'events' | DeadLetterQueueName, IQueue>>>;
}

type DeadLetterQueueName = 'deadLetters' | 'undelivered' | 'quarantine' | 'abandoned';

/**
 * Tells a function the queues of others: their names, which are shorter than their URLs. What a function gets as variables may
 * take 4 KB.
 */
const nameQueues = (receiver: LambdaFunction, places: readonly DeadLetterPlaces[]): void => {
  const [first] = places.flatMap(({ queues }) => Object.values(queues));
  if (!first) throw new Error('there are no queues to name');
  const names = places.map(({ name, queues }) => [
    name,
    Object.fromEntries(Object.entries(queues).map(([kind, { queueName }]) => [kind, queueName])),
  ]);
  receiver
    .addEnvironment('QUEUE_URL', first.queueUrl)
    .addEnvironment('QUEUES', Stack.of(receiver).toJsonString(Object.fromEntries(names)));
};

/** Lets a function that answers operators see how much is in the queues of each handler. */
export const watchQueues = (watcher: LambdaFunction, handlers: readonly WatchedHandler[]): void => {
  nameQueues(watcher, handlers);
  watcher.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:GetQueueAttributes'],
      resources: handlers.flatMap(({ queues }) => Object.values(queues).map(({ queueArn }) => queueArn)),
    }),
  );
};

/**
 * Lets a function deal with dead letters: see how many there are, receive them and take them away, and send them to the queues
 * that they came from.
 */
export const handOverDeadLetters = (operator: LambdaFunction, places: readonly DeadLetterPlaces[]): void => {
  nameQueues(operator, places);
  const dead = places.flatMap(({ queues: { events: _, ...ends } }) => Object.values(ends));
  const origins = places.flatMap(({ queues: { events } }) => events ?? []);
  operator.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'],
      resources: dead.map(({ queueArn }) => queueArn),
    }),
  );
  operator.addToRolePolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: origins.map(({ queueArn }) => queueArn) }),
  );
  grantQueues(operator, 'write');
};
