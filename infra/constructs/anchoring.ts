import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { grantObjects } from './encryption-key.ts';
import { HandlerFunction } from './function.ts';
import { acknowledgeObjects } from './objects.ts';
import { deadLetterQueue } from './queue.ts';

export interface AnchoringProps {
  readonly tables: Tables;
  readonly anchors: Bucket;
  readonly alarms: Alarms;
  /** By the clock rather than at a rate: also where the clock is set, on a machine that plays a season. */
  readonly at: Stage['anchorAt'];
}

/** Puts the heads of the ledger's streams where nobody can change them, on a schedule. */
export class Anchoring extends Construct {
  constructor(scope: Construct, id: string, { tables, anchors, alarms, at }: AnchoringProps) {
    super(scope, id);
    const undelivered = deadLetterQueue(this, 'Undelivered');
    const { function: anchor } = new HandlerFunction(this, 'Handler', {
      folder: 'anchor-heads',
      tables,
      access: ['events:scan'],
      // It reads the whole ledger: Lambda's longest, and memory for the streams' heads.
      timeout: 900,
      memory: 1024,
      environment: { ANCHORS_BUCKET: anchors.bucketName },
    });
    anchor.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [anchors.arnForObjects('*')] }),
    );
    anchor.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [anchors.bucketArn] }));
    grantObjects(anchor, anchors, 'write');
    new Rule(this, 'Schedule', {
      description: 'anchors the heads of the ledger',
      schedule: Schedule.cron(at),
      targets: [new LambdaFunction(anchor, { deadLetterQueue: undelivered, retryAttempts: 3 })],
    });
    alarms.notEmpty('anchor-undelivered', undelivered, 'anchoring was due and could not be started');
    alarms.above('anchor-fails', anchor.metricErrors({ period: Duration.minutes(1) }), 0, 'heads were not anchored');
    alarms.counted('contradicted', 'contradicted', 'anchor-heads', 'the ledger is not what its anchors say it was');
    new CfnOutput(this, 'AnchorsBucket', { value: anchors.bucketName });
    acknowledgeObjects(this, anchors);
  }
}
