import { CfnOutput } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { roleOf } from './encryption-key.ts';
import { grantObjects } from './objects.ts';
import { ScheduledFunction } from './scheduled-function.ts';

export interface AnchoringProps {
  readonly tables: Tables;
  readonly anchors: Bucket;
  readonly alarms: Alarms;
  readonly at: Stage['anchorAt'];
}

/** Puts the heads of the ledger's streams where nobody can change them, on a schedule. */
export class Anchoring extends ScheduledFunction {
  constructor(scope: Construct, id: string, { tables, anchors, alarms, at }: AnchoringProps) {
    super(scope, id, {
      folder: 'anchor-heads',
      tables,
      access: ['events:scan'],
      // It reads the whole ledger: memory for the streams' heads.
      memory: 1024,
      environment: { ANCHORS_BUCKET: anchors.bucketName },
      at,
      description: 'anchors the heads of the ledger',
      alarms,
      alarm: {
        id: 'anchor',
        undelivered: 'anchoring was due and could not be started',
        fails: 'heads were not anchored',
      },
    });
    grantObjects(this, roleOf(this.function), anchors, ['s3:GetObject', 's3:PutObject']);
    alarms.counted('contradicted', 'contradicted', 'anchor-heads', 'the ledger is not what its anchors say it was');
    new CfnOutput(this, 'AnchorsBucket', { value: anchors.bucketName });
  }
}
