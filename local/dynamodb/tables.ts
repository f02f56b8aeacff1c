import { AwsError } from '../gateway/protocol.ts';
import { booleanAt, isObject, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { type Assembly, type Json, type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import type { DynamoDbClient } from './client.ts';

const TABLE_TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** All tables of the template. */
const tablesOf = (assembly: Assembly): readonly Resource[] => TABLE_TYPES.flatMap(type => assembly.ofType(type));

/** CloudFormation may write numbers and truth values as text; the API takes none of that. */
const throughputOf = (from: JsonObject): JsonObject | undefined => {
  const given = objectAt(from, 'ProvisionedThroughput');
  return given === undefined
    ? undefined
    : {
        ReadCapacityUnits: numberAt(given, 'ReadCapacityUnits') ?? 1,
        WriteCapacityUnits: numberAt(given, 'WriteCapacityUnits') ?? 1,
      };
};

const indexOf = (index: JsonObject, onDemand: boolean): JsonObject => ({
  IndexName: textAt(index, 'IndexName') ?? '',
  KeySchema: index.KeySchema ?? [],
  Projection: index.Projection ?? { ProjectionType: 'ALL' },
  ...(!onDemand && { ProvisionedThroughput: throughputOf(index) ?? { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }),
});

const streamOf = (properties: JsonObject): JsonObject | undefined => {
  const stream = objectAt(properties, 'StreamSpecification');
  const StreamViewType = textAt(stream, 'StreamViewType');
  if (stream === undefined || StreamViewType === undefined) return undefined;
  return booleanAt(stream, 'StreamEnabled') === false ? undefined : { StreamEnabled: true, StreamViewType };
};

/** What DynamoDB Local knows of a table. Recovery, encryption, deletion protection, TTL and classes are AWS's own affair. */
const createInput = (table: Resource): JsonObject => {
  const p = table.properties;
  const onDemand = textAt(p, 'BillingMode') === 'PAY_PER_REQUEST' || throughputOf(p) === undefined;
  const globals = objectsAt(p, 'GlobalSecondaryIndexes').map(index => indexOf(index, onDemand));
  const locals = objectsAt(p, 'LocalSecondaryIndexes').map(index => indexOf(index, true));
  const stream = streamOf(p);
  return {
    TableName: table.name,
    AttributeDefinitions: p.AttributeDefinitions ?? [],
    KeySchema: p.KeySchema ?? [],
    ...(onDemand ? { BillingMode: 'PAY_PER_REQUEST' } : { ProvisionedThroughput: throughputOf(p) ?? {} }),
    ...(globals.length > 0 && { GlobalSecondaryIndexes: globals }),
    ...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
    ...(stream !== undefined && { StreamSpecification: stream }),
  };
};

/** Keys, types and indexes as one comparable text. */
const shapeOf = (table: JsonObject): string => {
  const keys = (from: JsonObject): string =>
    objectsAt(from, 'KeySchema')
      .map(key => `${textAt(key, 'AttributeName')} ${textAt(key, 'KeyType')}`)
      .join(', ');
  const types = objectsAt(table, 'AttributeDefinitions')
    .map(a => `${textAt(a, 'AttributeName')} ${textAt(a, 'AttributeType')}`)
    .sort();
  const indexes = [...objectsAt(table, 'GlobalSecondaryIndexes'), ...objectsAt(table, 'LocalSecondaryIndexes')]
    .map(index => `index ${textAt(index, 'IndexName')} (${keys(index)})`)
    .sort();
  const stream = textAt(objectAt(table, 'StreamSpecification'), 'StreamViewType') ?? 'none';
  return `keys (${keys(table)}), attributes (${types.join(', ')}), ${indexes.join(', ') || 'no index'}, stream ${stream}`;
};

const describe = async (client: DynamoDbClient, name: string): Promise<JsonObject | undefined> => {
  try {
    return objectAt(await client.call('DynamoDB_20120810.DescribeTable', { TableName: name }), 'Table');
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

const ensure = async (client: DynamoDbClient, table: Resource): Promise<void> => {
  const input = createInput(table);
  const existing = await describe(client, table.name);
  if (existing === undefined) {
    await client.call('DynamoDB_20120810.CreateTable', input);
    return;
  }
  const [there, wanted] = [shapeOf(existing), shapeOf(input)];
  if (there !== wanted) {
    throw new LocalRuntimeError(
      `Table ${table.name} exists with ${there}; the template wants ${wanted}. Start with a new data folder, or bring the template back.`,
    );
  }
};

/**
 * Creates the tables of the template that are not there yet.
 * @throws LocalRuntimeError when a table that is there has other keys, indexes or another stream.
 */
export const ensureTables = async (client: DynamoDbClient, assembly: Assembly): Promise<void> => {
  // One after the other: DynamoDB Local writes its catalogue under one lock anyway.
  for (const table of tablesOf(assembly)) await ensure(client, table);
};

/** The ARN under which DynamoDB Local keeps the stream of a table; its region and account are not the template's. */
export const localStreamArn = async (client: DynamoDbClient, tableName: string): Promise<string> => {
  const arn = textAt(await describe(client, tableName), 'LatestStreamArn');
  if (arn === undefined) throw new LocalRuntimeError(`Table ${tableName} has no stream, but an event source reads it.`);
  return arn;
};

/** Names of tables in a request that may write to several. */
export const writtenTables = (operation: string, body: JsonObject): readonly string[] => {
  const name = (value: Json | undefined): string[] => (typeof value === 'string' ? [tableNameOf(value)] : []);
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return name(body.TableName);
    case 'BatchWriteItem':
      return Object.keys(objectAt(body, 'RequestItems') ?? {}).map(tableNameOf);
    case 'TransactWriteItems':
      return objectsAt(body, 'TransactItems').flatMap(item =>
        Object.values(item).flatMap(action => (isObject(action) ? name(action.TableName) : [])),
      );
    default:
      return [];
  }
};

/** The API takes a table's ARN wherever it takes its name. */
export const tableNameOf = (nameOrArn: string): string => /:table\/([^/]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
