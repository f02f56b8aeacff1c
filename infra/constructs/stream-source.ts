import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, type DynamoEventSourceProps, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { grantQueues } from './encryption-key.ts';
import { deadLetterQueue } from './queue.ts';

/** How a consumer takes the stream: what consumers differ in. */
export type StreamBatches = Pick<DynamoEventSourceProps, 'batchSize' | 'maxBatchingWindow' | 'parallelizationFactor'>;

/** Milliseconds a commit may wait for a consumer before somebody should look. */
const MAX_LAG_MS = 60_000;

/**
 * Feeds a function from the stream of the events, which allows two such consumers.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 *
 * @returns where those parts of the stream go that it gave up on
 */
export const consumeCommits = (
  scope: Construct,
  { tables, consumer, batches }: { tables: Tables; consumer: IFunction; batches: StreamBatches },
): Queue => {
  const abandoned = deadLetterQueue(scope, 'Abandoned');
  consumer.addEventSource(
    new DynamoEventSource(tables.events, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      ...batches,
      filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // The stream keeps 24 hours: give up a little earlier, and say so, rather than lose the place in silence.
      maxRecordAge: Duration.hours(23),
      retryAttempts: 10_000,
      onFailure: new SqsDlq(abandoned),
    }),
  );
  grantQueues(consumer, 'write');
  return abandoned;
};

/** Raises an alarm when a consumer of the stream is late. */
export const watchLag = (alarms: Alarms, id: string, consumer: IFunction, description: string): void =>
  alarms.above(id, consumer.metric('IteratorAge', { statistic: 'Maximum' }), MAX_LAG_MS, description);
