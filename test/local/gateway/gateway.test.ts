import { createServer, type Server } from 'node:http';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDbClient } from '../../../local/dynamodb/client.ts';
import { dynamoDbDemands } from '../../../local/gateway/dynamodb-access.ts';
import { closeServer, listen } from '../../../local/gateway/listen.ts';
import { startGateway } from '../../../local/gateway/server.ts';
import { operator } from '../stack/support.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { accessExcept, arn, assemblyOf, clockAt, queueResource } from '../support/machine.ts';

const table = arn('dynamodb', 'table/A');

describe('the endpoint', () => {
  let gateway: TestGateway;
  let upstream: Server;
  const received: { target: unknown; body: string }[] = [];
  const as = (accessKeyId: string) => ({
    ...operator(gateway.endpoint),
    credentials: { accessKeyId, secretAccessKey: 'x' },
  });

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const refused = body.includes('"refuse"');
        received.push({ target: request.headers['x-amz-target'], body });
        response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(refused ? '{"__type":"x#ConditionalCheckFailedException","message":"no"}' : '{}');
      });
    });
    const port = await listen(upstream, 0);
    gateway = await startTestGateway(assemblyOf(queueResource('work')), {
      access: accessExcept('dynamodb:PutItem', 'sqs:SendMessage'),
      clock: clockAt('2024-02-29T12:00:00Z'),
      dynamodb: dynamoDbClient(`http://127.0.0.1:${port}`),
    });
  });
  afterAll(async () => {
    await gateway.close();
    await closeServer(upstream);
  });

  it('lets connections rest for longer than clients do, like every server here', async () => {
    expect((await fetch(gateway.endpoint)).headers.get('keep-alive')).toBe('timeout=60');
  });

  it('refuses what the role of the access key may not do, and reports it', async () => {
    const putting = new DynamoDBClient(as('role-reader')).send(
      new PutItemCommand({ TableName: 'A', Item: { p: { S: 'é' } } }),
    );
    await expect(putting).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'not authorized to perform: dynamodb:PutItem',
    });
    expect(received).toEqual([]);
    expect(gateway.reports).toContain('not authorized to perform: dynamodb:PutItem');
  });

  it('asks for each item of a transaction', async () => {
    const items = [
      { Delete: { TableName: 'A', Key: { p: { S: '1' } } } },
      { Put: { TableName: 'A', Item: { p: { S: '2' } } } },
    ];
    const writing = new DynamoDBClient(as('role-reader')).send(new TransactWriteItemsCommand({ TransactItems: items }));
    await expect(writing).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('refuses keys it does not know', async () => {
    const reading = new DynamoDBClient(as('AKIAUNKNOWN')).send(
      new GetItemCommand({ TableName: 'A', Key: { p: { S: '1' } } }),
    );
    await expect(reading).rejects.toThrow(/access key "AKIAUNKNOWN" is unknown here/);
  });

  it('forwards bytes as they are and tells of writes that succeeded', async () => {
    const db = new DynamoDBClient(as('operator'));
    await db.send(new PutItemCommand({ TableName: 'A', Item: { p: { S: 'é€😀' } } }));
    expect(received.at(-1)).toEqual({
      target: 'DynamoDB_20120810.PutItem',
      body: JSON.stringify({ TableName: 'A', Item: { p: { S: 'é€😀' } } }),
    });
    await db.send(new GetItemCommand({ TableName: 'B', Key: { p: { S: '1' } } }));
    await expect(db.send(new PutItemCommand({ TableName: 'C', Item: { p: { S: 'refuse' } } }))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
    expect(gateway.written).toEqual(['A']);
  });

  it('needs the permission of the single action for a batch to a queue', async () => {
    const QueueUrl = `${gateway.endpoint}/111122223333/work`;
    const sending = new SQSClient(as('role-sender')).send(
      new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', MessageBody: 'x' }] }),
    );
    await expect(sending).rejects.toMatchObject({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } });
  });

  it("dates its answers by the machine's clock", async () => {
    const answer = await fetch(gateway.endpoint, { method: 'POST' });
    expect(answer.headers.get('date')).toBe('Thu, 29 Feb 2024 12:00:00 GMT');
  });

  it.each([
    ['AWSLogs.PutLogEvents', '{}', 'UnknownOperationException'],
    ['AmazonSQS.ReceiveMessage', '{', 'SerializationException'],
    ['AWSEvents.PutRule', '{}', 'UnknownOperationException'],
  ])('answers %s with %s in the words of AWS', async (target, body, code) => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=operator/20240101/eu-central-1/x/aws4_request';
    const answer = await fetch(gateway.endpoint, {
      method: 'POST',
      body,
      headers: { 'x-amz-target': target, authorization },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      __type: expect.stringMatching(new RegExp(`#${code}$`)),
      message: expect.any(String),
    });
  });

  it('says that its port is taken', async () => {
    await expect(startGateway(Number(new URL(gateway.endpoint).port))).rejects.toThrow(/Port \d+ is taken/);
  });

  it('queries an index with the permission for the index', async () => {
    const db = new DynamoDBClient(as('role-reader'));
    await db.send(
      new QueryCommand({
        TableName: 'A',
        IndexName: 'byKind',
        KeyConditionExpression: 'k = :k',
        ExpressionAttributeValues: { ':k': { S: '1' } },
      }),
    );
    expect(received.at(-1)?.target).toBe('DynamoDB_20120810.Query');
  });
});

describe('what IAM is asked', () => {
  const where = { region: 'eu-central-1', account: '111122223333' };
  it.each([
    ['PutItem', { TableName: 'A' }, [{ action: 'dynamodb:PutItem', resource: table }]],
    ['GetItem', { TableName: table }, [{ action: 'dynamodb:GetItem', resource: table }]],
    ['Query', { TableName: 'A', IndexName: 'I' }, [{ action: 'dynamodb:Query', resource: `${table}/index/I` }]],
    ['BatchGetItem', { RequestItems: { A: {} } }, [{ action: 'dynamodb:BatchGetItem', resource: table }]],
    [
      'TransactWriteItems',
      { TransactItems: [{ ConditionCheck: { TableName: 'A' } }, { Update: { TableName: 'A' } }] },
      [
        { action: 'dynamodb:ConditionCheckItem', resource: table },
        { action: 'dynamodb:UpdateItem', resource: table },
      ],
    ],
    ['ListTables', {}, [{ action: 'dynamodb:ListTables', resource: '*' }]],
  ])('for %s', (operation, body, demands) => {
    expect(dynamoDbDemands(operation, body, where)).toEqual(demands);
  });

  it('for PartiQL: nothing, so it is refused', () => {
    expect(() => dynamoDbDemands('ExecuteStatement', {}, where)).toThrow(/cannot tell which resource/);
  });
});
