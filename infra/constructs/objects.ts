import { Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * Acknowledges that a function may read all objects of a bucket of the data stack. The check's name for the finding has the
 * bucket's ARN in it, as it is imported.
 */
export const acknowledgeObjects = (scope: Construct, bucket: IBucket): void => {
  const imported = Stack.of(scope).resolve(Stack.of(bucket).exportValue(bucket.bucketArn)) as Record<string, string>;
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${imported['Fn::ImportValue']}/*]`,
    reason: 'The objects of a bucket cannot be named before they are there: all of this bucket, and of no other.',
  });
};
