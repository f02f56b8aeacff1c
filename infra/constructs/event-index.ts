import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction } from './function.ts';
import type { DeadLetterPlaces } from './health.ts';
import { consumeCommits, watchLag } from './stream-source.ts';

export interface EventIndexProps {
  readonly tables: Tables;
  readonly alarms: Alarms;
}

/** The index of the events: a function beside the outbox on the event store's stream, and a table of its own. */
export class EventIndex extends Construct {
  readonly failures: DeadLetterPlaces;

  constructor(scope: Construct, id: string, { tables, alarms }: EventIndexProps) {
    super(scope, id);
    const { function: builder } = new HandlerFunction(this, 'Handler', {
      folder: 'index-events',
      tables,
      access: ['index:write'],
      timeout: 60,
      memory: 512,
    });
    const abandoned = consumeCommits(this, {
      tables,
      consumer: builder,
      batches: {
        // The larger a batch, the fewer write units an event takes: at worst 0.19 at 100 commits, 0.06 at 500.
        batchSize: 500,
        maxBatchingWindow: Duration.seconds(2),
        // A shard's batches one after another: the index knows each shard up to a point, and not beyond it.
        parallelizationFactor: 1,
      },
    });
    this.failures = { name: 'index-events', queues: { abandoned } };
    watchLag(alarms, 'index-lags', builder, 'events wait to be indexed');
    alarms.notEmpty('index-abandoned', abandoned, 'the index gave up on a part of the stream');
    alarms.counted('index-unindexable', 'unindexable', 'index-events', 'a commit cannot be indexed');
  }
}
