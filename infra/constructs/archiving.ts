import { CfnOutput } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { roleOf } from './encryption-key.ts';
import { grantObjects } from './objects.ts';
import { ScheduledFunction } from './scheduled-function.ts';

export interface ArchivingProps {
  readonly tables: Tables;
  readonly anchors: Bucket;
  readonly alarms: Alarms;
  readonly retention: Stage['retention'];
}

/** Takes the streams of closed matches from the ledger to the archive, on a schedule. */
export class Archiving extends ScheduledFunction {
  constructor(scope: Construct, id: string, { tables, anchors, alarms, retention }: ArchivingProps) {
    super(scope, id, {
      folder: 'archive-streams',
      tables,
      access: ['events:archive', 'archive:write'],
      // It reads the keys of the whole ledger, and holds a partition with its archive: an eighth of a match's predictions.
      memory: 3008,
      environment: { ANCHORS_BUCKET: anchors.bucketName, RETENTION_DAYS: String(retention.days) },
      at: retention.at,
      description: 'archives the streams of closed matches',
      alarms,
      alarm: {
        id: 'archive',
        undelivered: 'archiving was due and could not be started',
        fails: 'streams were not archived',
      },
    });
    grantObjects(this, roleOf(this.function), anchors, ['s3:GetObject']);
    alarms.counted('unarchivable', 'unarchivable', 'archive-streams', 'a closed match is not as it was written');
    new CfnOutput(this, 'ArchiveBucket', { value: tables.archive.bucketName });
  }
}
