import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const COMMON: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Where messages end that could not be handled or delivered: kept for 14 days, the longest SQS does. */
export const deadLetterQueue = (scope: Construct, id: string): Queue => {
  const queue = new Queue(scope, id, { ...COMMON, retentionPeriod: Duration.days(14) });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'It is a dead-letter queue itself: of a queue, of a rule target, or of a stream, which the check does not see.',
  });
  return queue;
};

/**
 * A queue that feeds a function. The visibility timeout is six times the function's and the batch window, as AWS advises; messages are kept for
 * 4 days, since in the dead-letter queue their age still counts from the day they were sent.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export const workQueue = (
  scope: Construct,
  id: string,
  {
    timeout,
    batchWindow,
    maxReceives,
    deadLetters,
  }: { timeout: number; batchWindow: number; maxReceives: number; deadLetters: Queue },
): Queue =>
  new Queue(scope, id, {
    ...COMMON,
    visibilityTimeout: Duration.seconds(6 * timeout + batchWindow),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: maxReceives },
  });
