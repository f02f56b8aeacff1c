import { Duration, Validations } from 'aws-cdk-lib';
import { type CfnQueue, Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { encryptionKeyOf } from './encryption-key.ts';

/** For so long a queue uses a data key: 12 times fewer calls to KMS than by default. */
const DATA_KEY = Duration.hours(1);

/**
 * A queue that is encrypted under the key of its stack. CDK's own way to say so would give everybody who sends or receives
 * wildcards on the key, and let every rule of the account send: see {@link grantKey} and the stack's key policy instead.
 */
const encryptedQueue = (scope: Construct, id: string, props: QueueProps): Queue => {
  const queue = new Queue(scope, id, { enforceSSL: true, ...props });
  const resource = queue.node.defaultChild as CfnQueue;
  resource.kmsMasterKeyId = encryptionKeyOf(scope).keyArn;
  resource.kmsDataKeyReusePeriodSeconds = DATA_KEY.toSeconds();
  return queue;
};

/** Where messages end that could not be handled or delivered: kept for 14 days, the longest SQS does. */
export const deadLetterQueue = (scope: Construct, id: string): Queue => {
  const queue = encryptedQueue(scope, id, { retentionPeriod: Duration.days(14) });
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
  encryptedQueue(scope, id, {
    visibilityTimeout: Duration.seconds(6 * timeout + batchWindow),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: maxReceives },
  });

/** A queue of ours, beside those of events: what waits there for a function, and where it ends that the function fails on. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: { readonly timeout: number; readonly maxReceives: number }) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = workQueue(this, 'Queue', { ...props, batchWindow: 0, deadLetters: this.deadLetters });
  }
}
