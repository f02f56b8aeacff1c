import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Access } from '../../shared/events/subscription.ts';
import { encryptionKeyOf, grantKey, type KeyUse } from './encryption-key.ts';
import type { LiveChannel } from './live-channel.ts';
import { grantObjects } from './objects.ts';

/** The tables of the data stack, by what they hold. */
export type TableName =
  | 'events'
  | 'standings'
  | 'statistics'
  | 'fixtures'
  | 'inbox'
  | 'audit'
  | 'index'
  | 'keys'
  | 'webhooks';
/** With the bucket of what retention took from the events, the key under which all of them are encrypted, and the one that secrets of webhooks are sealed under. */
export type StoredData = Readonly<Record<TableName, ITableV2>> & {
  readonly archive: IBucket;
  readonly key: IKey;
  readonly webhookKey: ISecret;
};
/** All that a function may be given access to. */
export type Tables = StoredData & {
  /** The heads of the ledger's streams, where nobody can change them. */
  readonly anchors: IBucket;
  /** Where webhooks wait to be delivered. */
  readonly deliveries: IQueue;
  /** Where steps of rebuilds wait. */
  readonly rebuilds: IQueue;
  /** Where pages are told that something has happened. */
  readonly live: LiveChannel;
  /** Whether webhooks may go to the machine itself: `allowed` on a developer's. */
  readonly webhookLoopback: 'allowed' | 'refused';
};

type TableAccess = Exclude<
  Access,
  `${'archive' | 'anchors' | 'webhook-key' | 'deliveries' | 'rebuilds' | 'live'}:${string}`
>;

/** What each access means: every action a function may do to a table, and none besides. */
const ACTIONS: Readonly<Record<TableAccess, readonly string[]>> = {
  'events:read': ['dynamodb:Query'],
  'events:append': ['dynamodb:PutItem'],
  'events:get': ['dynamodb:BatchGetItem'],
  'events:scan': ['dynamodb:Scan'],
  'events:archive': ['dynamodb:Query', 'dynamodb:Scan', 'dynamodb:DeleteItem'],
  'events:count': ['dynamodb:DescribeTable'],
  'standings:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'standings:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  // Which generations there are, and its rebuild.
  'standings:register': ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  'statistics:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'statistics:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'statistics:register': ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  'fixtures:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'fixtures:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'fixtures:register': ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  'inbox:put': ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem'],
  'inbox:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'inbox:mark': ['dynamodb:UpdateItem'],
  // A mail or a match that one alone may take, by a conditional write.
  'inbox:claim': ['dynamodb:PutItem'],
  'index:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'index:write': ['dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'],
  // The record of publications, in the same table.
  'index:record': ['dynamodb:BatchWriteItem'],
  'index:sweep': ['dynamodb:Query', 'dynamodb:BatchWriteItem'],
  'audit:record': ['dynamodb:BatchWriteItem'],
  'audit:read': ['dynamodb:BatchGetItem'],
  // What became of an event at each handler; and how handlers did, by the minute: in the same table.
  'audit:query': ['dynamodb:Query'],
  // What went wrong, and what operators did about it: in the same table.
  'audit:incidents': ['dynamodb:Query', 'dynamodb:BatchWriteItem'],
  'keys:read': ['dynamodb:GetItem'],
  // Of many players at once, for their names.
  'keys:get': ['dynamodb:BatchGetItem'],
  'keys:create': ['dynamodb:PutItem'],
  // A key that is destroyed leaves its item: a deleted one could be made again.
  'keys:destroy': ['dynamodb:UpdateItem'],
  'webhooks:manage': ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'webhooks:fan-out': ['dynamodb:Query', 'dynamodb:PutItem'],
  'webhooks:deliver': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
};

/** Actions on the objects of the archive. */
const ARCHIVE_ACTIONS = {
  'archive:read': ['s3:GetObject'],
  'archive:write': ['s3:GetObject', 's3:PutObject'],
} as const;

/** A commit never changes: denied whatever else may be granted by mistake. Deleting is for the one that archives. */
const NEVER_ON_EVENTS = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
];

/** What a function that has this access does with the key of the data. */
const keyUseOf = (access: TableAccess): KeyUse =>
  ACTIONS[access].every(action => /:(Query|Scan|GetItem|BatchGetItem|DescribeTable)$/.test(action)) ? 'read' : 'write';

const isOfTable = (access: Access): access is TableAccess =>
  !/^(archive|anchors|webhook-key|deliveries|rebuilds|live):/.test(access);

const tableOf = (access: TableAccess): TableName => access.split(':')[0] as TableName;

/** The queues that may be sent to. */
const QUEUES = {
  'deliveries:send': ({ deliveries }: Tables): IQueue => deliveries,
  'rebuilds:send': ({ rebuilds }: Tables): IQueue => rebuilds,
} as const;

/** Grants what is no table of items. */
const grantOther = (scope: Construct, role: IRole, tables: Tables, access: Exclude<Access, TableAccess>): void => {
  switch (access) {
    case 'webhook-key:read':
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [tables.webhookKey.secretArn] }),
      );
      grantKey(role, tables.key, ['secretsmanager'], 'read');
      break;
    case 'deliveries:send':
    case 'rebuilds:send':
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [QUEUES[access](tables).queueArn] }),
      );
      grantKey(role, encryptionKeyOf(scope), ['sqs'], 'write');
      break;
    case 'anchors:read':
      grantObjects(scope, role, tables.anchors, ['s3:GetObject']);
      break;
    case 'live:publish':
      role.addToPrincipalPolicy(
        new PolicyStatement({
          actions: ['appsync:EventPublish'],
          resources: [tables.live.namespace.channelNamespaceArn],
        }),
      );
      break;
    default:
      grantObjects(scope, role, tables.archive, ARCHIVE_ACTIONS[access]);
  }
};

/** Grants a role, which is in the scope, what its function's configuration names. */
export const grantAccess = (scope: Construct, role: IRole, tables: Tables, accesses: readonly Access[]): void => {
  for (const access of accesses)
    if (isOfTable(access))
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: [...ACTIONS[access]], resources: [tables[tableOf(access)].tableArn] }),
      );
    else grantOther(scope, role, tables, access);
  const uses = accesses.filter(isOfTable).map(keyUseOf);
  if (uses.length > 0) grantKey(role, tables.key, ['dynamodb'], uses.includes('write') ? 'write' : 'read');
  const mayDelete = accesses.includes('events:archive');
  if (accesses.some(access => isOfTable(access) && tableOf(access) === 'events'))
    role.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: NEVER_ON_EVENTS.filter(action => !(mayDelete && action === 'dynamodb:DeleteItem')),
        resources: [tables.events.tableArn],
      }),
    );
};

/** Environment variables that name what a function has access to: `EVENTS_TABLE`, `ARCHIVE_BUCKET`. */
export const tableVariables = (tables: Tables, accesses: readonly Access[]): Record<string, string> =>
  Object.fromEntries(
    accesses.flatMap(access => {
      if (access === 'deliveries:send') return [['DELIVERIES_URL', tables.deliveries.queueUrl]];
      if (access === 'rebuilds:send') return [['REBUILDS_URL', tables.rebuilds.queueUrl]];
      if (access === 'live:publish')
        return [
          ['LIVE_HOST', tables.live.httpHost],
          ['LIVE_MAX_AGE_MINUTES', String(tables.live.maxAgeMinutes)],
        ];
      // Who has the key talks to endpoints.
      if (access === 'webhook-key:read')
        return [
          ['WEBHOOK_KEY', tables.webhookKey.secretArn],
          ['WEBHOOK_LOOPBACK', tables.webhookLoopback],
        ];
      if (access === 'anchors:read') return [['ANCHORS_BUCKET', tables.anchors.bucketName]];
      if (!isOfTable(access)) return [['ARCHIVE_BUCKET', tables.archive.bucketName]];
      const name = tableOf(access);
      return [[`${name.toUpperCase()}_TABLE`, tables[name].tableName]];
    }),
  );
