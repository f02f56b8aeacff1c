import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Subscription } from '../../shared/events/subscription.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import type { Listener } from './bus.ts';
import { grantQueues } from './encryption-key.ts';
import { HandlerFunction } from './function.ts';
import { deadLetterQueue, workQueue } from './queue.ts';

export interface SubscriptionHandlerProps {
  readonly name: string;
  readonly subscription: Subscription;
  readonly tables: Tables;
  readonly alarms: Alarms;
}

/** Seconds an event may wait in a queue before somebody should look: half of what recovery may take. */
const MAX_WAIT = 150;

/** A handler of events: queue, dead-letter queues, function and alarms. The rules are the bus's. */
export class SubscriptionHandler extends Construct {
  readonly listener: Listener;

  constructor(scope: Construct, id: string, { name, subscription, tables, alarms }: SubscriptionHandlerProps) {
    super(scope, id);
    const { timeout, maxReceives, batchSize, batchWindow, maxConcurrency, routes, outbound } = subscription;
    const deadLetters = deadLetterQueue(this, 'DeadLetters');
    const undelivered = deadLetterQueue(this, 'Undelivered');
    const queue = workQueue(this, 'Queue', { timeout, batchWindow, maxReceives, deadLetters });
    const handler = new HandlerFunction(this, 'Handler', { folder: name, tables, ...subscription });
    handler.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize,
        ...(batchWindow > 0 && { maxBatchingWindow: Duration.seconds(batchWindow) }),
        maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    grantQueues(handler.function, 'read');
    this.listener = { name, routes, outbound, queue, undelivered };
    this.watch(name, alarms, queue, deadLetters);
  }

  private watch(name: string, alarms: Alarms, queue: Queue, deadLetters: Queue): void {
    alarms.notEmpty(`${name}-dead-letters`, deadLetters, `${name} failed on an event for good`);
    alarms.notEmpty(`${name}-undelivered`, this.listener.undelivered, `the bus could not deliver an event to ${name}`);
    alarms.above(`${name}-waits`, queue.metricApproximateAgeOfOldestMessage(), MAX_WAIT, `events wait for ${name}`);
    alarms.counted(`${name}-parked`, 'parked', name, `${name} got an event of a schema it does not know yet`);
  }
}
