import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { grantQueues } from './encryption-key.ts';
import { HandlerFunction } from './function.ts';
import type { DeadLetterPlaces } from './health.ts';
import { deadLetterQueue } from './queue.ts';
import { consumeCommits, watchLag } from './stream-source.ts';

export interface OutboxProps {
  readonly tables: Tables;
  readonly bus: EventBus;
  readonly alarms: Alarms;
}

/** Lets a function publish, and put aside what the bus refuses. */
export const grantPublishing = (publisher: LambdaFunction, bus: EventBus, quarantine: Queue): void => {
  publisher.addEnvironment('BUS_NAME', bus.eventBusName).addEnvironment('QUARANTINE_URL', quarantine.queueUrl);
  publisher.addToRolePolicy(new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }));
  publisher.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [quarantine.queueArn] }));
  grantQueues(publisher, 'write');
};

/** The function on the event store's stream. Nothing else publishes, but for what it missed: see {@link Reconciliation}. */
export class Outbox extends Construct {
  /** Where commits go that cannot be published. */
  readonly quarantine: Queue;
  readonly failures: DeadLetterPlaces;

  constructor(scope: Construct, id: string, { tables, bus, alarms }: OutboxProps) {
    super(scope, id);
    const quarantine = deadLetterQueue(this, 'Quarantine');
    this.quarantine = quarantine;
    const { function: relay } = new HandlerFunction(this, 'Handler', {
      folder: 'publish-events',
      tables,
      access: ['index:record'],
      timeout: 60,
      memory: 512,
    });
    grantPublishing(relay, bus, quarantine);
    const abandoned = consumeCommits(this, {
      tables,
      consumer: relay,
      // Records of one partition key stay in order.
      batches: { batchSize: 100, parallelizationFactor: 4 },
    });
    this.failures = { name: 'publish-events', queues: { quarantine, abandoned } };
    watchLag(alarms, 'outbox-lags', relay, 'events wait to be published');
    alarms.notEmpty('quarantine', quarantine, 'a commit cannot be published');
    alarms.notEmpty('abandoned', abandoned, 'the outbox gave up on a part of the stream');
  }
}
