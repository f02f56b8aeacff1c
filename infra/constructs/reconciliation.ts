import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { grantPublishing } from './outbox.ts';
import { ScheduledFunction } from './scheduled-function.ts';

export interface ReconciliationProps {
  readonly tables: Tables;
  readonly bus: EventBus;
  readonly quarantine: Queue;
  readonly alarms: Alarms;
  readonly at: Stage['sweep']['at'];
  readonly segments: number;
}

/** Publishes what was stored and, for whatever reason, not published: on a schedule. */
export class Reconciliation extends ScheduledFunction {
  constructor(scope: Construct, id: string, { tables, bus, quarantine, alarms, at, segments }: ReconciliationProps) {
    super(scope, id, {
      folder: 'reconcile',
      tables,
      access: ['events:scan', 'index:sweep'],
      // It reads a segment of the ledger: memory for what is on record of some days.
      memory: 1024,
      environment: { SEGMENTS: String(segments) },
      at,
      description: 'publishes what was stored and not published',
      alarms,
      alarm: {
        id: 'sweep',
        undelivered: 'a sweep was due and could not be started',
        fails: 'a sweep did not end well',
      },
    });
    grantPublishing(this.function, bus, quarantine);
    alarms.counted('stored-not-published', 'storedNotPublished', 'reconcile', 'commits were stored and not published');
  }
}
