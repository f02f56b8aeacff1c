import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoDbClient, dynamoDbClient } from '../../../local/dynamodb/client.ts';
import { type DynamoDbLocal, existingDynamoDb, startDynamoDbLocal } from '../../../local/dynamodb/java.ts';
import { meterOf } from '../../../local/dynamodb/meter.ts';
import { ensureTables, writtenTables } from '../../../local/dynamodb/tables.ts';
import { listen } from '../../../local/gateway/listen.ts';
import { LocalRuntimeError, type Resource } from '../../../local/types.ts';
import { assemblyOf, resource } from '../support/machine.ts';

const report = () => {};

const tableWith = (key: string, over = {}): Resource =>
  resource('AWS::DynamoDB::GlobalTable', 'Things', {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
    AttributeDefinitions: [
      { AttributeName: key, AttributeType: 'S' },
      { AttributeName: 'kind', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byKind',
        KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    SSESpecification: { SSEEnabled: true },
    Replicas: [{ Region: 'eu-central-1', DeletionProtectionEnabled: true }],
    ...over,
  });

describe('tables in DynamoDB Local', () => {
  let dynamodb: DynamoDbLocal;
  let client: DynamoDbClient;
  beforeAll(async () => {
    dynamodb = await startDynamoDbLocal({ report });
    client = dynamoDbClient(dynamodb.endpoint);
  }, 30_000);
  afterAll(async () => {
    client?.close();
    await dynamodb?.close();
  });

  it('are made of what it knows of the template, once', async () => {
    await ensureTables(client, assemblyOf(tableWith('p')));
    await ensureTables(client, assemblyOf(tableWith('p')));
    const { Table } = await client.call('DynamoDB_20120810.DescribeTable', { TableName: 'Things' });
    expect(Table).toMatchObject({
      KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }],
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      GlobalSecondaryIndexes: [{ IndexName: 'byKind', Projection: { ProjectionType: 'KEYS_ONLY' } }],
    });
  });

  it('are counted by a meter, which asks for nothing that somebody has asked for already', async () => {
    await ensureTables(client, assemblyOf(tableWith('p')));
    const meter = meterOf(client);
    const ask = async (operation: string, body: object) => {
      const { status, body: answer } = await meter.client.forward(
        `DynamoDB_20120810.${operation}`,
        Buffer.from(JSON.stringify({ TableName: 'Things', ...body })),
      );
      return { status, answer: JSON.parse(answer.toString()) };
    };
    const item = { p: { S: 'a' }, text: { S: `{"ConsumedCapacity":{"x":1}}${'x'.repeat(1500)}` } };
    await ask('PutItem', { Item: item });
    const refused = await ask('PutItem', { Item: item, ConditionExpression: 'attribute_not_exists(p)' });
    expect(refused.status).toBe(400);
    const got = await ask('GetItem', { Key: { p: { S: 'a' } }, ReturnConsumedCapacity: 'NONE' });
    expect(got.answer).toEqual({ Item: item });
    expect((await ask('GetItem', { Key: { p: { S: 'a' } }, ConsistentRead: true })).answer.Item).toEqual(item);
    await ask('TransactWriteItems', {
      TableName: undefined,
      TransactItems: [{ Delete: { TableName: 'Things', Key: { p: { S: 'b' } } } }],
    });
    await ask('DescribeTable', {});
    expect(Object.fromEntries(meter.tables)).toEqual({ Things: { reads: 1, writes: 2, readUnits: 1, writeUnits: 4 } });
  });

  it.each([
    ['other keys', tableWith('q')],
    ['another stream', tableWith('p', { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } })],
  ])('are refused when they are there with %s', async (_what, table) => {
    const ensuring = ensureTables(client, assemblyOf(table));
    await expect(ensuring).rejects.toThrow(/Table Things exists with keys \(p HASH\).*the template wants/);
    await expect(ensuring).rejects.toBeInstanceOf(LocalRuntimeError);
  });

  it('can be those of a DynamoDB that runs already', async () => {
    expect((await existingDynamoDb(dynamodb.endpoint)).pid).toBeUndefined();
    await expect(existingDynamoDb('http://127.0.0.1:1')).rejects.toThrow(/Nothing answers at/);
  });
});

describe('starting DynamoDB Local', () => {
  it('says that its port is taken', async () => {
    const other = createServer((_request, response) => response.end());
    const port = await listen(other, 0);
    await expect(startDynamoDbLocal({ port, report })).rejects.toThrow(/port for DynamoDB Local is taken/);
    other.close();
  });

  it('says that Java is missing', async () => {
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      await expect(startDynamoDbLocal({ report })).rejects.toThrow(/Java was not found.*Java 17/);
    } finally {
      process.env.PATH = PATH;
    }
  });
});

describe('the tables that a request writes to', () => {
  it.each([
    ['PutItem', { TableName: 'A' }, ['A']],
    ['UpdateItem', { TableName: 'arn:aws:dynamodb:eu-central-1:111122223333:table/A' }, ['A']],
    ['BatchWriteItem', { RequestItems: { A: [], B: [] } }, ['A', 'B']],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: { TableName: 'A' } }, { ConditionCheck: { TableName: 'B' } }] },
      ['A', 'B'],
    ],
    ['GetItem', { TableName: 'A' }, []],
  ])('%s', (operation, body, tables) => {
    expect(writtenTables(operation, body)).toEqual(tables);
  });
});
