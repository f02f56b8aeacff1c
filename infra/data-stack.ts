import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, type TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { StoredData } from './constructs/access.ts';
import { encryptTable } from './constructs/encrypted-table.ts';
import { EncryptionKey } from './constructs/encryption-key.ts';
import { KeysTable } from './constructs/keys-table.ts';
import { LockedBucket } from './constructs/locked-bucket.ts';
import { SignIn } from './constructs/sign-in.ts';
import { WebhookKey } from './constructs/webhook-key.ts';
import type { Stage } from './stage.ts';

export interface DataStackProps extends StackProps {
  readonly stage: Stage;
}

/** What holds data, and outlives everything else: `cdk destroy` leaves the tables where they are. */
export class DataStack extends Stack {
  readonly tables: StoredData;
  readonly anchors: LockedBucket;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, props);
    const key = new EncryptionKey(this, 'DataKey', {
      description: 'Matchday: the event store, the read models, the archive',
      // Without it nothing can be read that was ever encrypted under it, backups included.
      removalPolicy: RemovalPolicy.RETAIN,
      protect: stage.protect,
    });
    // Of the function that shapes tokens: it is where the users are.
    key.permitLogs();
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
      fixtures: new TableV2(this, 'Fixtures', common),
      // What is kept by day (matches that are due, mails) is not kept for ever; notifications have no such attribute.
      inbox: new TableV2(this, 'Inbox', { ...common, timeToLiveAttribute: 'expires' }),
      // The record of publications in it is not kept for ever; pages of events have no such attribute.
      index: new TableV2(this, 'Index', { ...common, timeToLiveAttribute: 'expires' }),
      // Outcomes are kept; counts of minutes are not.
      audit: new TableV2(this, 'Audit', { ...common, timeToLiveAttribute: 'expires' }),
      keys: new KeysTable(this, 'Keys', common),
      // What was delivered is not kept for ever; subscriptions have no such attribute.
      webhooks: new TableV2(this, 'Webhooks', { ...common, timeToLiveAttribute: 'expires' }),
      webhookKey: new WebhookKey(this, 'WebhookKey', key),
      archive: new LockedBucket(this, 'Archive', stage.retention.lock),
      key,
    };
    this.signIn = new SignIn(this, 'SignIn', { protect: stage.protect, stage: stage.name });
    this.anchors = new LockedBucket(this, 'Anchors', stage.anchorLock);
    for (const child of this.node.children) if (child instanceof TableV2) encryptTable(child, key);
  }
}
