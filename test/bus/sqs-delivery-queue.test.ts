import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import type { DeliveryMessage } from '../../shared/application/webhooks/ports.ts';
import { sqsDeliveryQueue } from '../../shared/bus/sqs-delivery-queue.ts';
import { type Sent, startService } from './service.ts';

const QUEUE = 'http://127.0.0.1/000000000000/deliveries';
const message = (attempt: number): DeliveryMessage => ({
  ...{
    tenantId: 'acme',
    subscriptionId: 'sub-1',
    deliveryId: 'msg_1',
    attempt,
    due: '2023-08-11T18:00:00.000Z',
    waits: 0,
  },
});

let service: Awaited<ReturnType<typeof startService>> | undefined;
afterEach(() => service?.close());

const entriesOf = ({ body }: Sent) =>
  body.Entries as readonly { Id: string; MessageBody: string; DelaySeconds: number }[];

test('messages go ten at a time, hidden for as long as was asked', async () => {
  service = await startService(sent => ({
    body: { Successful: entriesOf(sent).map(({ Id }) => ({ Id })), Failed: [] },
  }));
  const messages = Array.from({ length: 12 }, (_, attempt) => message(attempt));
  await sqsDeliveryQueue(QUEUE, new SQSClient({ ...service.options, md5: false })).send(messages, 900);
  const entries = service.requests.map(entriesOf);
  expect(entries.map(({ length }) => length)).toEqual([10, 2]);
  expect(entries.flat().map(({ MessageBody }) => JSON.parse(MessageBody))).toEqual(messages);
  expect(new Set(entries.flat().map(({ DelaySeconds }) => DelaySeconds))).toEqual(new Set([900]));
});

test('a message that is not taken is no success', async () => {
  service = await startService(() => ({ body: { Successful: [], Failed: [{ Id: '0', Code: 'InternalError' }] } }));
  const queue = sqsDeliveryQueue(QUEUE, new SQSClient({ ...service.options, md5: false }));
  await expect(queue.send([message(0)], 0)).rejects.toThrow('1 messages were not taken: InternalError');
});
