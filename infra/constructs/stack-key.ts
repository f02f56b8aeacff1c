import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EncryptionKey } from './encryption-key.ts';

/**
 * The key for what passes through a stack: queues, alarms, logs. With who of AWS may use it:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html and
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export const encryptWhatPasses = (stack: Stack): void => {
  const { region, account, partition } = stack;
  const key = new EncryptionKey(stack, 'StackKey', {
    description: 'Matchday: queues, alarms, logs',
    // What it encrypted goes with the stack. KMS waits for 30 days.
    removalPolicy: RemovalPolicy.DESTROY,
    protect: false,
  });
  const own = { StringEquals: { 'aws:SourceAccount': account } };
  // Rules and schedules send to queues, alarms publish on the topic.
  for (const service of ['events.amazonaws.com', 'cloudwatch.amazonaws.com'])
    key.permitService(new ServicePrincipal(service), ['kms:Decrypt', 'kms:GenerateDataKey'], own);
  key.permitService(
    new ServicePrincipal(`logs.${region}.amazonaws.com`),
    [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:DescribeKey',
    ],
    { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` } },
  );
};
