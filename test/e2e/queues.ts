import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { operator, type TestStack } from './harness.ts';

/** The queues of a running stack, by the beginning of their logical id: `notifyDeadLetters`. */
export interface TestQueues extends Disposable {
  readonly client: SQSClient;
  readonly urlOf: (logicalId: string) => string;
  /** Takes everything out of a queue. */
  readonly drain: (logicalId: string) => Promise<readonly Message[]>;
}

export const queuesOf = (open: TestStack): TestQueues => {
  const client = new SQSClient(operator(open));
  const urlOf = (logicalId: string): string => {
    const found = open.stack.assembly.ofType('AWS::SQS::Queue').filter(queue => queue.logicalId.startsWith(logicalId));
    const [queue, another] = found;
    if (queue === undefined || another !== undefined) throw new Error(`${found.length} queues are ${logicalId}`);
    return queue.ref;
  };
  const drain = async (logicalId: string): Promise<readonly Message[]> => {
    const QueueUrl = urlOf(logicalId);
    const all: Message[] = [];
    for (;;) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
      );
      if (Messages.length === 0) return all;
      for (const { ReceiptHandle } of Messages)
        await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      all.push(...Messages);
    }
  };
  return { client, urlOf, drain, [Symbol.dispose]: () => client.destroy() };
};

/** The ids of the events in messages that came over the bus, sorted. */
export const eventIds = (messages: readonly Message[]): readonly string[] =>
  messages.map(({ Body = '{}' }) => String((JSON.parse(Body) as { detail?: { id?: string } }).detail?.id)).sort();
