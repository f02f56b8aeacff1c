import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction } from './function.ts';
import { grantPublishing } from './outbox.ts';
import { deadLetterQueue } from './queue.ts';

export interface ReconciliationProps {
  readonly tables: Tables;
  readonly bus: EventBus;
  readonly quarantine: Queue;
  readonly alarms: Alarms;
  /** By the clock rather than at a rate: also where the clock is set, on a machine that plays a season. */
  readonly at: Stage['sweep']['at'];
  readonly segments: number;
}

/** Publishes what was stored and, for whatever reason, not published: on a schedule. */
export class Reconciliation extends Construct {
  constructor(scope: Construct, id: string, { tables, bus, quarantine, alarms, at, segments }: ReconciliationProps) {
    super(scope, id);
    const undelivered = deadLetterQueue(this, 'Undelivered');
    const { function: sweeper } = new HandlerFunction(this, 'Handler', {
      folder: 'reconcile',
      tables,
      access: ['events:scan', 'index:sweep'],
      // It reads a segment of the ledger: Lambda's longest, and memory for what is on record of some days.
      timeout: 900,
      memory: 1024,
      environment: { SEGMENTS: String(segments) },
    });
    grantPublishing(sweeper, bus, quarantine);
    new Rule(this, 'Schedule', {
      description: 'publishes what was stored and not published',
      schedule: Schedule.cron(at),
      targets: [new LambdaFunction(sweeper, { deadLetterQueue: undelivered, retryAttempts: 3 })],
    });
    alarms.notEmpty('sweep-undelivered', undelivered, 'a sweep was due and could not be started');
    alarms.above('sweep-fails', sweeper.metricErrors({ period: Duration.minutes(1) }), 0, 'a sweep did not end well');
    alarms.counted('stored-not-published', 'storedNotPublished', 'reconcile', 'commits were stored and not published');
  }
}
