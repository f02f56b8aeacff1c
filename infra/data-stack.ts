import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, type TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Tables } from './constructs/access.ts';
import { KeysTable } from './constructs/keys-table.ts';
import { LockedBucket } from './constructs/locked-bucket.ts';
import type { Stage } from './stage.ts';

/** What holds data, and outlives everything else: `cdk destroy` leaves the tables where they are. */
export class DataStack extends Stack {
  readonly tables: Tables;
  readonly anchors: LockedBucket;

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, props);
    const common: TablePropsV2 = {
      partitionKey: { name: 'p', type: AttributeType.STRING },
      sortKey: { name: 's', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      removalPolicy: RemovalPolicy.RETAIN,
      deletionProtection: stage.protect,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    };
    this.tables = {
      events: new TableV2(this, 'Events', { ...common, dynamoStream: StreamViewType.NEW_IMAGE }),
      standings: new TableV2(this, 'Standings', common),
      statistics: new TableV2(this, 'Statistics', common),
      // What is kept by day (matches that are due, mails) is not kept for ever; notifications have no such attribute.
      inbox: new TableV2(this, 'Inbox', { ...common, timeToLiveAttribute: 'expires' }),
      // The record of publications in it is not kept for ever; pages of events have no such attribute.
      index: new TableV2(this, 'Index', { ...common, timeToLiveAttribute: 'expires' }),
      audit: new TableV2(this, 'Audit', common),
      keys: new KeysTable(this, 'Keys', common),
      archive: new LockedBucket(this, 'Archive', stage.retention.lock),
    };
    this.anchors = new LockedBucket(this, 'Anchors', stage.anchorLock);
  }
}
