import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { queueDepths } from '../../shared/bus/sqs-depths.ts';
import { startService } from './service.ts';

test('the queues of each handler are asked by name, beside the one whose URL is known', async () => {
  const service = await startService(({ body }) => {
    const waiting = String(body.QueueUrl).endsWith('/b') ? '3' : '0';
    return {
      body: { Attributes: { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: '1' } },
    };
  });
  const client = new SQSClient({ ...service.options, useQueueUrlAsEndpoint: false });
  const base = 'https://sqs.eu-central-1.amazonaws.com/111122223333';
  const names = JSON.stringify({ notify: { events: 'a', deadLetters: 'b', undelivered: 'c' } });
  try {
    const { handlers, queues } = queueDepths(`${base}/a`, names, client);
    expect(handlers()).toEqual(['notify']);
    expect(await queues()).toEqual({
      notify: {
        events: { waiting: 0, inFlight: 1 },
        deadLetters: { waiting: 3, inFlight: 1 },
        undelivered: { waiting: 0, inFlight: 1 },
      },
    });
    expect(service.requests.map(({ target, body }) => [target, body.QueueUrl]).sort()).toEqual(
      ['a', 'b', 'c'].map(name => ['AmazonSQS.GetQueueAttributes', `${base}/${name}`]),
    );
  } finally {
    client.destroy();
    await service.close();
  }
});
