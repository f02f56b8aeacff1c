import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction } from './function.ts';
import type { DeadLetterPlaces } from './health.ts';
import { WorkQueue } from './queue.ts';

/** Seconds: an attempt takes 15 at most. */
const TIMEOUT = 30;
/** A message that is not due is sent again, so only what fails for a reason of ours is received twice. */
const MAX_RECEIVES = 5;
/** Messages that one invocation delivers at the same time. */
const BATCH_SIZE = 10;
/** Invocations at the same time: an endpoint has 4 places (SLOTS), and so takes less than half of them. */
const MAX_CONCURRENCY = 10;

/** Where webhooks wait for their time. */
export const deliveryQueue = (scope: Construct, id: string): WorkQueue =>
  new WorkQueue(scope, id, { timeout: TIMEOUT, maxReceives: MAX_RECEIVES });

export interface WebhooksProps {
  readonly tables: Tables;
  readonly deliveries: WorkQueue;
  readonly alarms: Alarms;
}

/** The function that delivers webhooks: alone it talks to addresses that others choose. */
export class Webhooks extends Construct {
  readonly failures: DeadLetterPlaces;

  constructor(scope: Construct, id: string, { tables, deliveries, alarms }: WebhooksProps) {
    super(scope, id);
    const { queue, deadLetters } = deliveries;
    this.failures = { name: 'deliver-webhooks', queues: { events: queue, deadLetters } };
    const { function: deliverer } = new HandlerFunction(this, 'Handler', {
      folder: 'deliver-webhooks',
      tables,
      access: ['events:read', 'events:append', 'webhooks:deliver', 'webhook-key:read', 'deliveries:send'],
      timeout: TIMEOUT,
      memory: 256,
      // Finding addresses takes a thread each: those of a slow name server must not keep the others.
      environment: { UV_THREADPOOL_SIZE: '16' },
    });
    // A delivery that waits for a day comes by a hundred times. What bounds it is its ten attempts.
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
    (deliverer.node.defaultChild as CfnFunction).recursiveLoop = 'Allow';
    deliverer.addEventSource(
      new SqsEventSource(queue, {
        batchSize: BATCH_SIZE,
        maxConcurrency: MAX_CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    );
    alarms.notEmpty('deliver-webhooks-dead-letters', deadLetters, 'a webhook failed for a reason of ours');
  }
}
