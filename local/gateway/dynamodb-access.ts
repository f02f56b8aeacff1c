import { tableNameOf } from '../dynamodb/tables.ts';
import { isObject, objectAt, objectsAt, textAt } from '../json.ts';
import type { JsonObject } from '../types.ts';
import { AwsError } from './protocol.ts';

/** One thing the caller must be allowed to do. */
export interface Demand {
  readonly action: string;
  readonly resource: string;
}

/** Operations on the single table (or index) that the body names. */
const ON_TABLE = new Set([
  ...['PutItem', 'GetItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'],
  ...['CreateTable', 'DeleteTable', 'DescribeTable', 'UpdateTable', 'DescribeTimeToLive', 'UpdateTimeToLive'],
  ...['DescribeContinuousBackups'],
]);

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html */
const TRANSACT_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const transactDemands = (body: JsonObject, tableArn: (name: string) => string): readonly Demand[] =>
  objectsAt(body, 'TransactItems').flatMap(item =>
    Object.entries(item).flatMap(([kind, action]) => {
      const name = isObject(action) ? textAt(action, 'TableName') : undefined;
      const allowed = TRANSACT_ACTIONS[kind];
      return name === undefined || allowed === undefined
        ? []
        : [{ action: `dynamodb:${allowed}`, resource: tableArn(name) }];
    }),
  );

/**
 * What IAM is asked for an operation of DynamoDB or its streams.
 * @throws AwsError for operations whose resources are not in the body (PartiQL): nobody but the operator may use them here.
 */
export const dynamoDbDemands = (
  operation: string,
  body: JsonObject,
  where: { readonly region: string; readonly account: string },
): readonly Demand[] => {
  const tableArn = (name: string): string =>
    `arn:aws:dynamodb:${where.region}:${where.account}:table/${tableNameOf(name)}`;
  if (ON_TABLE.has(operation)) {
    const index = textAt(body, 'IndexName');
    const table = tableArn(textAt(body, 'TableName') ?? '');
    return [{ action: `dynamodb:${operation}`, resource: index === undefined ? table : `${table}/index/${index}` }];
  }
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(objectAt(body, 'RequestItems') ?? {}).map(name => ({
        action: `dynamodb:${operation}`,
        resource: tableArn(name),
      }));
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transactDemands(body, tableArn);
    case 'ListTables':
    case 'ListStreams':
    case 'DescribeEndpoints':
    case 'DescribeLimits':
    case 'GetRecords':
      return [{ action: `dynamodb:${operation}`, resource: '*' }];
    case 'DescribeStream':
    case 'GetShardIterator':
      return [{ action: `dynamodb:${operation}`, resource: textAt(body, 'StreamArn') ?? '' }];
    default:
      throw new AwsError(
        'UnknownOperationException',
        `The local runtime cannot tell which resource ${operation} touches.`,
      );
  }
};
