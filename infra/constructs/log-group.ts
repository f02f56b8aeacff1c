import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { encryptionKeyOf } from './encryption-key.ts';

/** Logs, kept for a month, encrypted under the key of the stack. */
export const encryptedLogGroup = (scope: Construct, id: string): LogGroup =>
  new LogGroup(scope, id, {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
    encryptionKey: encryptionKeyOf(scope),
  });
