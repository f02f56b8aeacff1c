import { Validations } from 'aws-cdk-lib';
import { type TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/** The keys of players: without backups, from which a key that was destroyed could be had back. See docs/adr/0017. */
export class KeysTable extends TableV2 {
  constructor(scope: Construct, id: string, common: TablePropsV2) {
    super(scope, id, { ...common, pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false } });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'A backup would bring back keys that were destroyed so that what they sealed is forgotten.',
    });
  }
}
