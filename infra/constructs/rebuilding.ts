import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { grantQueues } from './encryption-key.ts';
import { HandlerFunction } from './function.ts';
import type { DeadLetterPlaces } from './health.ts';
import { WorkQueue } from './queue.ts';

/** Seconds: a step ends after 45, and the page that it is at. */
const TIMEOUT = 120;
/** A step that fails is done again from the last page on. */
const MAX_RECEIVES = 5;

/** Where the steps of rebuilds wait for their turn. */
export const rebuildQueue = (scope: Construct, id: string): WorkQueue =>
  new WorkQueue(scope, id, { timeout: TIMEOUT, maxReceives: MAX_RECEIVES });

export interface RebuildingProps {
  readonly tables: Tables;
  readonly rebuilds: WorkQueue;
  readonly alarms: Alarms;
}

/** The function that rebuilds read models, step by step: each step sends the next. */
export class Rebuilding extends Construct {
  readonly failures: DeadLetterPlaces;

  constructor(scope: Construct, id: string, { tables, rebuilds: { queue, deadLetters }, alarms }: RebuildingProps) {
    super(scope, id);
    this.failures = { name: 'rebuild-projections', queues: { events: queue, deadLetters } };
    const { function: rebuilder } = new HandlerFunction(this, 'Handler', {
      folder: 'rebuild-projections',
      tables,
      access: [
        'events:scan',
        'archive:read',
        'fixtures:project',
        'standings:project',
        'statistics:project',
        'rebuilds:send',
      ],
      timeout: TIMEOUT,
      memory: 512,
      environment: { MAX_RECEIVES: String(MAX_RECEIVES) },
    });
    // A large ledger takes many steps. What bounds them is its end.
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
    (rebuilder.node.defaultChild as CfnFunction).recursiveLoop = 'Allow';
    // One at a time; two are the least that SQS can be told.
    rebuilder.addEventSource(
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    grantQueues(rebuilder, 'read');
    alarms.notEmpty('rebuild-dead-letters', deadLetters, 'a rebuild of a read model failed for good');
  }
}
