import { DeleteQueueCommand, GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalStack, startLocalStack } from '../../../local/stack.ts';
import { collected, operator, pipelineTemplate, seen, writeAssembly } from './support.ts';

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('a stack from API to consumer', () => {
  const told = collected();
  let stack: LocalStack;
  let url: string;
  let sqs: SQSClient;

  const put = (id: string, body: string): Promise<Response> =>
    fetch(`${url}/items/${id}`, { method: 'POST', body, headers: { 'content-type': 'text/plain' } });
  const receive = async (name: string) => {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    return Messages;
  };

  beforeAll(async () => {
    const assembly = writeAssembly(pipelineTemplate(), { Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } });
    stack = await startLocalStack({ assembly, root: '.', retryDelaySeconds: 0, report: told.report, log: told.log });
    url = stack.apiUrls.Api ?? '';
    sqs = new SQSClient(operator(stack.endpoint));
  }, 30_000);
  afterAll(() => stack?.stop());

  it('carries a request through table, stream, bus, rule and queue to the consumer', async () => {
    const answer = await put('one', 'hello');
    expect(answer.status).toBe(201);
    await stack.settled({ timeoutMs: 5000 });

    const record = JSON.parse((await seen(stack.endpoint)).get('one') ?? '{}');
    const arn = 'arn:aws:sqs:eu-central-1:111122223333:work';
    expect(record).toEqual({
      messageId: expect.stringMatching(uuid),
      receiptHandle: expect.any(String),
      body: expect.any(String),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SenderId: '111122223333',
        ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
      },
      messageAttributes: {},
      md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventSource: 'aws:sqs',
      eventSourceARN: arn,
      awsRegion: 'eu-central-1',
    });
    const event = JSON.parse(record.body);
    expect(event).toEqual({
      version: '0',
      id: expect.stringMatching(uuid),
      'detail-type': 'item.put',
      source: 'test',
      account: '111122223333',
      time: expect.stringMatching(isoTime),
      region: 'eu-central-1',
      resources: [],
      detail: { id: 'one', body: 'hello', record: expect.any(Object) },
    });
    expect(event.detail.record).toEqual({
      eventID: expect.any(String),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-central-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { p: { S: 'one' } },
        NewImage: { p: { S: 'one' }, body: { S: 'hello' } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_IMAGE',
      },
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:eu-central-1:111122223333:table\/Items\/stream\//),
    });
  });

  it('gives an output the address of the API', () => {
    expect(stack.outputs.Url).toBe(url);
  });

  it('lets neighbours of a poisoned message proceed, which ends in the dead-letter queue', async () => {
    await Promise.all(['n1', 'bad', 'n2', 'n3'].map(id => put(id, id === 'bad' ? 'poison' : 'fine')));
    await stack.settled({ timeoutMs: 5000 });

    expect([...(await seen(stack.endpoint)).keys()]).toEqual(expect.arrayContaining(['n1', 'n2', 'n3']));
    const [dead, ...more] = await receive('workDead');
    expect(more).toEqual([]);
    expect(JSON.parse(dead?.Body ?? '{}').detail.id).toBe('bad');
    expect(dead?.Attributes?.DeadLetterQueueSourceArn).toBe('arn:aws:sqs:eu-central-1:111122223333:work');
  });

  it("sends what a target's queue policy does not allow to the target's dead-letter queue", async () => {
    await put('c1', 'closed');
    await stack.settled({ timeoutMs: 5000 });

    const [dead] = await receive('closedDead');
    expect(JSON.parse(dead?.Body ?? '{}').detail.id).toBe('c1');
    expect(dead?.MessageAttributes).toMatchObject({
      ERROR_CODE: { StringValue: 'NO_PERMISSIONS' },
      ERROR_MESSAGE: { StringValue: expect.stringContaining('sqs:SendMessage') },
      TARGET_ARN: { StringValue: 'arn:aws:sqs:eu-central-1:111122223333:closed' },
      RULE_ARN: { StringValue: expect.stringContaining(':rule/bus/') },
    });
    expect(await receive('closed')).toEqual([]);
  });

  it('refuses a function what its role does not allow', async () => {
    const answer = await fetch(`${url}/forbidden/x`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
    expect(told.lines.find(line => line.includes('is not authorized to perform: dynamodb:PutItem'))).toBeDefined();
    expect((await seen(stack.endpoint)).has('x')).toBe(false);
  });

  it("shows functions the machine's clock", async () => {
    stack.clock.set(new Date('2024-02-29T12:00:00Z'));
    const { time } = (await (await put('dated', 'x')).json()) as { time: string };
    await stack.settled({ timeoutMs: 5000 });
    const record = JSON.parse((await seen(stack.endpoint)).get('dated') ?? '{}');
    stack.clock.release();
    expect(time).toBe('2024-02-29T12:00:00.000Z');
    expect(JSON.parse(record.body).time).toBe('2024-02-29T12:00:00Z');
    expect(new Date(Number(record.attributes.SentTimestamp)).toISOString()).toBe('2024-02-29T12:00:00.000Z');
  });

  it('stays within 700 MB', () => {
    const { runtime, dynamodb } = stack.memory();
    expect(dynamodb).toBeGreaterThan(0);
    expect((runtime + dynamodb) / 1024 / 1024).toBeLessThan(700);
  });

  it('counts', () => {
    const { bus, functions, queues, streamRecordsRead } = stack.statistics();
    expect(streamRecordsRead).toBe(bus.entries);
    expect(bus).toMatchObject({ unmatched: 0, dropped: 0, deadLettered: 1 });
    expect(bus.matched).toBe(bus.delivered + bus.deadLettered);
    expect(functions.consumer?.invocations).toBeGreaterThan(0);
    expect(queues.work).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it("sends to the target's dead-letter queue what a deleted queue cannot take", async () => {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'work' }));
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    await put('gone', 'x');
    await stack.settled({ timeoutMs: 5000 });

    const [dead] = await receive('targetDead');
    expect(JSON.parse(dead?.Body ?? '{}').detail.id).toBe('gone');
    expect(dead?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('NO_RESOURCE');
  });
});
