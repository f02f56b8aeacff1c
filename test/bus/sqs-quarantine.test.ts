import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { sqsQuarantine } from '../../shared/bus/sqs-quarantine.ts';
import { type Reply, type Sent, startService } from './service.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const QUEUE_URL = 'https://sqs.eu-central-1.amazonaws.com/111122223333/quarantine';
const commit = { key: 'acme#match-a match-a:000000001', reason: 'the bytes are “not” those\nthat were hashed' };

const taken = ({ body }: Sent): Reply => ({
  body: {
    MessageId: 'message-1',
    MD5OfMessageBody: createHash('md5').update(String(body.MessageBody)).digest('hex'),
  },
});

const start = async (answer: (sent: Sent) => Reply) => {
  const service = await startService(answer);
  const client = new SQSClient({ ...service.options, useQueueUrlAsEndpoint: false });
  closing.push(async () => {
    client.destroy();
    await service.close();
  });
  return { quarantine: sqsQuarantine(client, QUEUE_URL), requests: service.requests };
};

test('a commit is put aside by its key, with the reason', async () => {
  const { quarantine, requests } = await start(taken);
  await quarantine.put(commit);
  expect(requests).toEqual([
    { target: 'AmazonSQS.SendMessage', body: { QueueUrl: QUEUE_URL, MessageBody: JSON.stringify(commit) } },
  ]);
});

test.each<[string, (sent: Sent) => Reply]>([
  [
    'does not take it',
    () => ({ status: 400, body: { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'gone' } }),
  ],
  ['takes something else', () => ({ body: { MessageId: 'message-1', MD5OfMessageBody: '0'.repeat(32) } })],
])('a queue that %s is an error: the stream is read again', async (_, answer) => {
  const { quarantine } = await start(answer);
  await expect(quarantine.put(commit)).rejects.toThrow();
});
