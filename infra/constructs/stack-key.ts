import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EncryptionKey } from './encryption-key.ts';

/**
 * The key for what passes through a stack: queues, alarms, logs. With who of AWS may use it:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export const encryptWhatPasses = (stack: Stack): void => {
  const key = new EncryptionKey(stack, 'StackKey', {
    description: 'Matchday: queues, alarms, logs',
    // What it encrypted goes with the stack. KMS waits for 30 days.
    removalPolicy: RemovalPolicy.DESTROY,
    protect: false,
  });
  const own = { StringEquals: { 'aws:SourceAccount': stack.account } };
  // Rules and schedules send to queues, alarms publish on the topic.
  for (const service of ['events.amazonaws.com', 'cloudwatch.amazonaws.com'])
    key.permitService(new ServicePrincipal(service), ['kms:Decrypt', 'kms:GenerateDataKey'], own);
  key.permitLogs();
};
