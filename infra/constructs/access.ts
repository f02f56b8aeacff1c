import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Access } from '../../shared/events/subscription.ts';

/** The tables of the data stack, by what they hold. */
export type TableName = 'events' | 'standings' | 'statistics' | 'inbox' | 'audit' | 'index' | 'keys';
/** With the bucket of what retention took from the events. */
export type Tables = Readonly<Record<TableName, ITableV2>> & { readonly archive: IBucket };

type TableAccess = Exclude<Access, `archive:${string}`>;

/** What each access means: every action a function may do to a table, and none besides. */
const ACTIONS: Readonly<Record<TableAccess, readonly string[]>> = {
  'events:read': ['dynamodb:Query'],
  'events:append': ['dynamodb:PutItem'],
  'events:get': ['dynamodb:BatchGetItem'],
  'events:scan': ['dynamodb:Scan'],
  'events:archive': ['dynamodb:Query', 'dynamodb:Scan', 'dynamodb:DeleteItem'],
  'standings:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'standings:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'statistics:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'statistics:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
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
  'keys:read': ['dynamodb:GetItem'],
  'keys:create': ['dynamodb:PutItem'],
  // A key that is destroyed leaves its item: a deleted one could be made again.
  'keys:destroy': ['dynamodb:UpdateItem'],
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

const isOfTable = (access: Access): access is TableAccess => !access.startsWith('archive:');

const tableOf = (access: TableAccess): TableName => access.split(':')[0] as TableName;

const grantArchive = (role: IRole, { archive }: Tables, actions: readonly string[]): void => {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [archive.arnForObjects('*')] }));
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [archive.bucketArn] }));
};

/** Grants a role what its function's configuration names. */
export const grantAccess = (role: IRole, tables: Tables, accesses: readonly Access[]): void => {
  for (const access of accesses)
    if (isOfTable(access))
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: [...ACTIONS[access]], resources: [tables[tableOf(access)].tableArn] }),
      );
    else grantArchive(role, tables, ARCHIVE_ACTIONS[access]);
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
    accesses.map(access => {
      if (!isOfTable(access)) return ['ARCHIVE_BUCKET', tables.archive.bucketName];
      const name = tableOf(access);
      return [`${name.toUpperCase()}_TABLE`, tables[name].tableName];
    }),
  );
