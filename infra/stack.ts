import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Tables } from './constructs/access.ts';
import { Alarms } from './constructs/alarms.ts';
import { Anchoring } from './constructs/anchoring.ts';
import { Api } from './constructs/api.ts';
import { Archiving } from './constructs/archiving.ts';
import { Bus } from './constructs/bus.ts';
import { EventIndex } from './constructs/event-index.ts';
import type { LockedBucket } from './constructs/locked-bucket.ts';
import { Outbox } from './constructs/outbox.ts';
import { Reconciliation } from './constructs/reconciliation.ts';
import { SubscriptionHandler } from './constructs/subscription.ts';
import type { Folders } from './folders.ts';
import type { Stage } from './stage.ts';

export interface MatchdayStackProps extends StackProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly anchors: LockedBucket;
  readonly folders: Folders;
  readonly alarmEmail?: string;
  /** Sites whose pages may call the API. */
  readonly origins: readonly string[];
}

/** Everything but the data: may be thrown away and deployed again. */
export class MatchdayStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, tables, anchors, folders, alarmEmail, origins, ...props }: MatchdayStackProps,
  ) {
    super(scope, id, props);
    const alarms = new Alarms(this, 'Alarms', alarmEmail);
    const bus = new Bus(this, 'Bus');
    const { quarantine } = new Outbox(this, 'Outbox', { tables, bus: bus.eventBus, alarms });
    new Reconciliation(this, 'Reconciliation', { tables, bus: bus.eventBus, quarantine, alarms, ...stage.sweep });
    new EventIndex(this, 'EventIndex', { tables, alarms });
    new Anchoring(this, 'Anchoring', { tables, anchors, alarms, at: stage.anchorAt });
    new Archiving(this, 'Archiving', { tables, anchors, alarms, retention: stage.retention });
    const handlers = Object.entries(folders.subscriptions).map(
      ([name, subscription]) => new SubscriptionHandler(this, name, { name, subscription, tables, alarms }),
    );
    bus.route(handlers.map(({ listener }) => listener));
    const api = new Api(this, 'Api', {
      tables,
      functions: folders.http,
      principals: stage.principals,
      origins,
      ...(stage.rateLimit !== undefined && { rateLimit: stage.rateLimit }),
    });
    new CfnOutput(this, 'ApiUrl', { value: api.url });
  }
}
