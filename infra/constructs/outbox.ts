import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction } from './function.ts';
import { deadLetterQueue } from './queue.ts';

export interface OutboxProps {
  readonly tables: Tables;
  readonly bus: EventBus;
  readonly alarms: Alarms;
}

/** Milliseconds a committed event may wait for the bus before somebody should look. */
const MAX_LAG_MS = 60_000;

/** Nothing publishes but this: the function on the event store's stream. */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, { tables, bus, alarms }: OutboxProps) {
    super(scope, id);
    const quarantine = deadLetterQueue(this, 'Quarantine');
    const abandoned = deadLetterQueue(this, 'Abandoned');
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
    relay.addEventSource(
      new DynamoEventSource(tables.events, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Records of one partition key stay in order.
        parallelizationFactor: 4,
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        // The stream keeps 24 hours: give up a little earlier, and say so, rather than lose the place in silence.
        maxRecordAge: Duration.hours(23),
        retryAttempts: 10_000,
        onFailure: new SqsDlq(abandoned),
      }),
    );
    alarms.above(
      'outbox-lags',
      relay.metric('IteratorAge', { statistic: 'Maximum' }),
      MAX_LAG_MS,
      'events wait to be published',
    );
    alarms.notEmpty('quarantine', quarantine, 'a commit cannot be published');
    alarms.notEmpty('abandoned', abandoned, 'the outbox gave up on a part of the stream');
  }
}
