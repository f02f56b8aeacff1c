import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Lock } from '../stage.ts';
import { encryptionKeyOf } from './encryption-key.ts';

/** Anchors of the ledger, and what retention took from it: what is in it can neither be changed nor, for as long as the lock says, deleted. */
export class LockedBucket extends Bucket {
  constructor(scope: Construct, id: string, { mode, days }: Lock) {
    const duration = Duration.days(days);
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: encryptionKeyOf(scope),
      // One call to KMS for many objects.
      bucketKeyEnabled: true,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        mode === 'compliance' ? ObjectLockRetention.compliance(duration) : ObjectLockRetention.governance(duration),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.forbidChanges();
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Its objects are known by hash and cannot be changed: `npm run verify` shows what an access log would.',
    });
  }

  /**
   * A lock keeps a version, not what a reader gets: a newer version would hide it, and so would a delete marker. So an object
   * is only ever created, and nobody deletes one.
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
   */
  private forbidChanges(): void {
    const everybody = { effect: Effect.DENY, principals: [new AnyPrincipal()], resources: [this.arnForObjects('*')] };
    this.addToResourcePolicy(
      new PolicyStatement({
        ...everybody,
        sid: 'CreateOnly',
        actions: ['s3:PutObject'],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({ ...everybody, sid: 'NeverDelete', actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'] }),
    );
  }
}
