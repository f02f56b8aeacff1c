import { Stack, Validations } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { grantKey } from './encryption-key.ts';

type ObjectAction = 's3:GetObject' | 's3:PutObject';

/** The check's name for the finding has the bucket's ARN in it, as it is imported. */
const acknowledgeAllOf = (scope: Construct, bucket: IBucket): void => {
  const imported = Stack.of(scope).resolve(Stack.of(bucket).exportValue(bucket.bucketArn)) as Record<string, string>;
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${imported['Fn::ImportValue']}/*]`,
    reason: 'The objects of a bucket cannot be named before they are there: all of this bucket, and of no other.',
  });
};

/**
 * Grants a role these actions on all objects of a bucket of the data stack, with the key that encrypts them, and to see
 * which there are: who may not list is told of an object that is not there that it is forbidden.
 *
 * @param scope has the role's policy in it
 */
export const grantObjects = (
  scope: Construct,
  role: IRole,
  bucket: IBucket,
  actions: readonly ObjectAction[],
): void => {
  for (const statement of [
    { actions: [...actions], resources: [bucket.arnForObjects('*')] },
    { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
  ])
    role.addToPrincipalPolicy(new PolicyStatement(statement));
  if (bucket.encryptionKey)
    grantKey(role, bucket.encryptionKey, ['s3'], actions.includes('s3:PutObject') ? 'write' : 'read');
  acknowledgeAllOf(scope, bucket);
};
