import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export interface EncryptionKeyProps {
  readonly description: string;
  readonly removalPolicy: RemovalPolicy;
  /** Whether nobody may destroy it before the policy is changed: what it encrypted would be gone with it. */
  readonly protect: boolean;
}

/**
 * The key of a stack, under which everything in it is encrypted at rest: of our own, so that who may use it is said here, each
 * use is in CloudTrail, and it can be taken away. AWS gives it new material each year.
 */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string, { description, removalPolicy, protect }: EncryptionKeyProps) {
    super(scope, id, { description, removalPolicy, enableKeyRotation: true, pendingWindow: Duration.days(30) });
    if (protect)
      this.addToResourcePolicy(
        new PolicyStatement({
          sid: 'NeverDestroy',
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
          resources: ['*'],
        }),
      );
  }

  /**
   * Lets CloudWatch encrypt the log groups of this account and region.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  permitLogs(): void {
    const { region, account, partition } = Stack.of(this);
    this.permitService(
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
  }

  /** Lets a service of AWS use the key for what is in this account, under the condition that it names whose it is. */
  permitService(service: ServicePrincipal, actions: readonly string[], conditions: Record<string, unknown>): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [service],
        actions: [...actions],
        // Of a key's policy: this key.
        resources: ['*'],
        conditions,
      }),
    );
  }
}

/**
 * The key of the stack that a construct is in.
 *
 * @throws Error a stack makes its key before anything that is encrypted
 */
export const encryptionKeyOf = (scope: Construct): EncryptionKey => {
  const { node } = Stack.of(scope);
  const key = node.children.find(child => child instanceof EncryptionKey);
  if (!key) throw new Error(`${node.id} has no key`);
  return key;
};

/** What a function does through a service with what is encrypted. */
export type KeyUse = 'read' | 'write';

const ACTIONS: Readonly<Record<KeyUse, readonly string[]>> = {
  read: ['kms:Decrypt'],
  write: ['kms:Decrypt', 'kms:GenerateDataKey'],
};

/**
 * Lets a function use a key through services of AWS, never by itself: it can ask DynamoDB for an item, and not KMS for the key
 * of a table.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const grantKey = (role: IRole, key: IKey, services: readonly string[], use: KeyUse): void => {
  const { region } = Stack.of(role);
  const hosts = [...new Set(services)].sort().map(service => `${service}.${region}.amazonaws.com`);
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: [...ACTIONS[use]],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': hosts.length === 1 ? hosts[0] : hosts } },
    }),
  );
};

/** The role of a function of ours. */
export const roleOf = (grantee: IFunction): IRole => {
  if (!grantee.role) throw new Error(`${grantee.node.path} has no role`);
  return grantee.role;
};

/** Lets a function receive from the encrypted queues of its stack that it may receive from (`read`), or send to them too. */
export const grantQueues = (grantee: IFunction, use: KeyUse): void =>
  grantKey(roleOf(grantee), encryptionKeyOf(grantee), ['sqs'], use);
