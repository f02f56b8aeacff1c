import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Access } from '../../shared/events/subscription.ts';

/** The tables of the data stack, by what they hold. */
export type TableName = 'events' | 'standings' | 'statistics' | 'inbox' | 'audit' | 'index' | 'keys';
export type Tables = Readonly<Record<TableName, ITableV2>>;

/** What each access means: every action a function may do to a table, and none besides. */
const ACTIONS: Readonly<Record<Access, readonly string[]>> = {
  'events:read': ['dynamodb:Query'],
  'events:append': ['dynamodb:PutItem'],
  'events:get': ['dynamodb:BatchGetItem'],
  'events:scan': ['dynamodb:Scan'],
  'standings:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'standings:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'statistics:read': ['dynamodb:Query', 'dynamodb:BatchGetItem'],
  'statistics:project': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'inbox:put': ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem'],
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

/** A commit never changes: denied whatever else may be granted by mistake. */
const NEVER_ON_EVENTS = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
];

const tableOf = (access: Access): TableName => access.split(':')[0] as TableName;

/** Grants a role what its function's configuration names. */
export const grantAccess = (role: IRole, tables: Tables, accesses: readonly Access[]): void => {
  for (const access of accesses)
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...ACTIONS[access]], resources: [tables[tableOf(access)].tableArn] }),
    );
  if (accesses.some(access => tableOf(access) === 'events'))
    role.addToPrincipalPolicy(
      new PolicyStatement({ effect: Effect.DENY, actions: NEVER_ON_EVENTS, resources: [tables.events.tableArn] }),
    );
};

/** Environment variables that name the tables a function has access to: `EVENTS_TABLE`. */
export const tableVariables = (tables: Tables, accesses: readonly Access[]): Record<string, string> =>
  Object.fromEntries(accesses.map(tableOf).map(name => [`${name.toUpperCase()}_TABLE`, tables[name].tableName]));
