import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../stack/support.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { arn, assemblyOf, queueResource } from '../support/machine.ts';

const assembly = assemblyOf(
  queueResource('work', { RedrivePolicy: { deadLetterTargetArn: arn('sqs', 'dead'), maxReceiveCount: 1 } }),
  queueResource('dead'),
  queueResource('plain', { MaximumMessageSize: 1024 }),
);

describe('the SQS API for the SDK', () => {
  let gateway: TestGateway;
  let sqs: SQSClient;
  const url = async (QueueName: string) => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  const receive = async (name: string, WaitTimeSeconds = 0) =>
    (
      await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: await url(name),
          MaxNumberOfMessages: 10,
          WaitTimeSeconds,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['All'],
        }),
      )
    ).Messages ?? [];

  beforeAll(async () => {
    gateway = await startTestGateway(assembly);
    sqs = new SQSClient(operator(gateway.endpoint));
  });
  afterAll(() => gateway.close());

  it('hands out URLs that resolve', async () => {
    expect(await url('work')).toBe(`${gateway.endpoint}/111122223333/work`);
    expect((await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'd' }))).QueueUrls).toEqual([await url('dead')]);
  });

  it('sends and receives with attributes whose checksums the SDK accepts', async () => {
    const MessageAttributes = {
      text: { DataType: 'String', StringValue: 'é' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 255]) },
      count: { DataType: 'Number', StringValue: '7' },
    };
    await sqs.send(new SendMessageCommand({ QueueUrl: await url('plain'), MessageBody: 'ünï', MessageAttributes }));
    const [message] = await receive('plain');
    expect(message).toMatchObject({ Body: 'ünï', MessageAttributes, Attributes: { ApproximateReceiveCount: '1' } });
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: await url('plain'),
        Entries: [{ Id: '1', ReceiptHandle: message?.ReceiptHandle }],
      }),
    );
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: await url('plain'), AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' });
  });

  it('answers a batch entry by entry', async () => {
    const answer = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: await url('plain'),
        Entries: [
          { Id: 'ok', MessageBody: 'x' },
          { Id: 'big', MessageBody: 'x'.repeat(1025) },
        ],
      }),
    );
    expect(answer.Successful?.map(entry => entry.Id)).toEqual(['ok']);
    expect(answer.Failed).toMatchObject([{ Id: 'big', SenderFault: true, Code: 'InvalidParameterValue' }]);
    await receive('plain');
  });

  it('answers a long poll as soon as a message comes', async () => {
    const started = Date.now();
    const polling = receive('dead', 5);
    setTimeout(() => gateway.queues.byName('dead')?.send([{ body: 'now' }]), 50);
    const [message] = await polling;
    expect(message?.Body).toBe('now');
    expect(Date.now() - started).toBeLessThan(2000);
    gateway.queues.byName('dead')?.purge();
  });

  it('moves dead letters back to where they came from, as new messages', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl: await url('work'), MessageBody: 'again' }));
    const [first] = await receive('work');
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: await url('work'),
        ReceiptHandle: first?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    expect(await receive('work')).toEqual([]);
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn('sqs', 'dead') }));
    const [moved] = await receive('work');
    expect(moved).toMatchObject({ Body: 'again', Attributes: { ApproximateReceiveCount: '1' } });
    expect(moved?.MessageId).not.toBe(first?.MessageId);
    expect(gateway.queues.byName('dead')?.depth.visible).toBe(0);
  });

  it('says of a missing queue what AWS says', async () => {
    await expect(url('nowhere')).rejects.toBeInstanceOf(QueueDoesNotExist);
  });

  it('creates queues', async () => {
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({ QueueName: 'fresh', Attributes: { VisibilityTimeout: '7' } }),
    );
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout', 'QueueArn'] }),
    );
    expect(Attributes).toEqual({ VisibilityTimeout: '7', QueueArn: arn('sqs', 'fresh') });
  });
});
