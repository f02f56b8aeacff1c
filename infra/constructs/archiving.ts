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

export interface ArchivingProps {
  readonly tables: Tables;
  readonly anchors: Bucket;
  readonly alarms: Alarms;
  readonly retention: Stage['retention'];
}

/** Takes the streams of closed matches from the ledger to the archive, on a schedule. */
export class Archiving extends Construct {
  constructor(scope: Construct, id: string, { tables, anchors, alarms, retention }: ArchivingProps) {
    super(scope, id);
    const undelivered = deadLetterQueue(this, 'Undelivered');
    const { function: archive } = new HandlerFunction(this, 'Handler', {
      folder: 'archive-streams',
      tables,
      access: ['events:archive', 'archive:write'],
      // It reads the keys of the whole ledger, and holds a partition with its archive: an eighth of a match's predictions.
      timeout: 900,
      memory: 3008,
      environment: { ANCHORS_BUCKET: anchors.bucketName, RETENTION_DAYS: String(retention.days) },
    });
    archive.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [anchors.arnForObjects('*')] }),
    );
    archive.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [anchors.bucketArn] }));
    grantObjects(archive, anchors, 'read');
    acknowledgeObjects(this, anchors);
    new Rule(this, 'Schedule', {
      description: 'archives the streams of closed matches',
      schedule: Schedule.cron(retention.at),
      targets: [new LambdaFunction(archive, { deadLetterQueue: undelivered, retryAttempts: 3 })],
    });
    alarms.notEmpty('archive-undelivered', undelivered, 'archiving was due and could not be started');
    alarms.above(
      'archive-fails',
      archive.metricErrors({ period: Duration.minutes(1) }),
      0,
      'streams were not archived',
    );
    alarms.counted('unarchivable', 'unarchivable', 'archive-streams', 'a closed match is not as it was written');
    new CfnOutput(this, 'ArchiveBucket', { value: tables.archive.bucketName });
  }
}
