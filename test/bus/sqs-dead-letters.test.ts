import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Place } from '../../shared/application/dead-letters/ports.ts';
import { sqsDeadLetters } from '../../shared/bus/sqs-dead-letters.ts';
import { operator } from '../local/stack/support.ts';
import { startTestGateway, type TestGateway } from '../local/support/gateway.ts';
import { assemblyOf, queueResource } from '../local/support/machine.ts';

const NAMES = ['work', 'dead', 'lost', 'stuck'] as const;
const DEAD: Place = { handler: 'notify', queue: 'dead-letters' };
const LOST: Place = { handler: 'notify', queue: 'undelivered' };
const STUCK: Place = { handler: 'publish-events', queue: 'quarantine' };

let gateway: TestGateway;
let sqs: SQSClient;
beforeAll(async () => {
  gateway = await startTestGateway(assemblyOf(...NAMES.map(name => queueResource(name))));
  sqs = new SQSClient(operator(gateway.endpoint));
});
afterAll(async () => {
  sqs?.destroy();
  await gateway?.close();
});
beforeEach(() => {
  for (const name of NAMES) gateway.queues.byName(name)?.purge();
});

const url = (name: string): string => `${gateway.endpoint}/111122223333/${name}`;
const open = () =>
  sqsDeadLetters(
    url('work'),
    JSON.stringify({
      notify: { events: 'work', deadLetters: 'dead', undelivered: 'lost' },
      'publish-events': { quarantine: 'stuck' },
    }),
    sqs,
  );
const depth = (name: string) => gateway.queues.byName(name)?.depth;

test('what is held is seen by nobody else, until it is let go', async () => {
  for (let n = 0; n < 12; n += 1)
    await sqs.send(new SendMessageCommand({ QueueUrl: url('dead'), MessageBody: `m${n}` }));
  const queues = open();
  expect(queues.places()).toEqual([DEAD, LOST, STUCK]);
  expect(queues.places().map(queues.redrivable)).toEqual([true, true, false]);
  const held = [...(await queues.hold(DEAD)), ...(await queues.hold(DEAD))];
  expect(held.map(({ body }) => body)).toEqual(Array.from({ length: 12 }, (_, n) => `m${n}`));
  expect(held[0]).toMatchObject({ ...DEAD, received: 1, sentAt: expect.stringMatching(/^20\d\d-.*Z$/) });
  expect(await queues.depth(DEAD)).toEqual({ waiting: 0, inFlight: 12 });
  await queues.letGo(held);
  expect(await queues.depth(DEAD)).toEqual({ waiting: 12, inFlight: 0 });
});

test('a letter is sent to the queue of its handler, and removed from its own', async () => {
  const MessageAttributes = {
    ERROR_CODE: { DataType: 'String', StringValue: 'NO_PERMISSIONS' },
    ERROR_MESSAGE: { DataType: 'String', StringValue: 'not allowed' },
  };
  await sqs.send(new SendMessageCommand({ QueueUrl: url('lost'), MessageBody: '{"é":1}', MessageAttributes }));
  const queues = open();
  const [letter] = await queues.hold(LOST);
  if (!letter) throw new Error('nothing was held');
  expect(letter.refusal).toEqual({ code: 'NO_PERMISSIONS', message: 'not allowed' });
  await queues.sendBack(letter);
  expect([depth('work')?.visible, depth('lost')?.inFlight]).toEqual([1, 1]);
  await queues.remove([letter]);
  expect(depth('lost')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  expect(gateway.queues.byName('work')?.receive(1)[0]?.body).toBe('{"é":1}');
});

test('what a queue does not do is said', async () => {
  const queues = open();
  const letter = { ...DEAD, messageId: 'm', body: '', sentAt: '', received: 1, handle: 'x' };
  await expect(queues.sendBack(letter)).rejects.toMatchObject({ name: 'DeadLetterQueueError' });
  await expect(queues.depth({ ...DEAD, handler: 'nobody' })).rejects.toThrow('nobody has no queue');
  await expect(queues.sendBack({ ...letter, ...STUCK })).rejects.toMatchObject({ name: 'NotRedrivableError' });
});
