import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction } from './function.ts';
import { deadLetterQueue } from './queue.ts';
import { consumeCommits, watchLag } from './stream-source.ts';

export interface OutboxProps {
  readonly tables: Tables;
  readonly bus: EventBus;
  readonly alarms: Alarms;
}

/** Nothing publishes but this: the function on the event store's stream. */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, { tables, bus, alarms }: OutboxProps) {
    super(scope, id);
    const quarantine = deadLetterQueue(this, 'Quarantine');
    const { function: relay } = new HandlerFunction(this, 'Handler', {
      folder: 'publish-events',
      tables,
      access: [],
      timeout: 60,
      memory: 512,
      environment: { BUS_NAME: bus.eventBusName, QUARANTINE_URL: quarantine.queueUrl },
    });
    relay.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: ['events:PutEvents'], resources: [bus.eventBusArn] }),
    );
    relay.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [quarantine.queueArn] }));
    const abandoned = consumeCommits(this, {
      events: tables.events,
      consumer: relay,
      // Records of one partition key stay in order.
      batches: { batchSize: 100, parallelizationFactor: 4 },
    });
    watchLag(alarms, 'outbox-lags', relay, 'events wait to be published');
    alarms.notEmpty('quarantine', quarantine, 'a commit cannot be published');
    alarms.notEmpty('abandoned', abandoned, 'the outbox gave up on a part of the stream');
  }
}
