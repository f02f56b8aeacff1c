import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  DEAD_LETTER_QUEUES,
  DeadLetterQueueError,
  type DeadLetterQueues,
  type HeldLetter,
  NotRedrivableError,
  type Place,
} from '../application/dead-letters/ports.ts';
import { type DeadLetterQueueNames, QUEUE_OF, queueUrlBase } from './queue-names.ts';
import { depthOf } from './sqs-depths.ts';

/** Limit of a request to SQS. */
const MAX_MESSAGES = 10;
/** For so long nobody else receives what is looked at, should whoever looks die. Longer than a request to the API may take. */
const HOLD_SECONDS = 60;
/** Long polling: all servers of a queue are asked, not some. */
const WAIT_SECONDS = 1;

const heldOf = (place: Place, message: Message): HeldLetter => {
  const { MessageId = '', Body = '', ReceiptHandle = '', Attributes = {}, MessageAttributes = {} } = message;
  const code = MessageAttributes.ERROR_CODE?.StringValue;
  return {
    ...place,
    messageId: MessageId,
    body: Body,
    sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    received: Number(Attributes.ApproximateReceiveCount ?? 0),
    ...(code !== undefined && { refusal: { code, message: MessageAttributes.ERROR_MESSAGE?.StringValue ?? '' } }),
    handle: ReceiptHandle,
  };
};

/** Letters of one queue after another, as many as a request takes. */
const inBatches = async (
  letters: readonly HeldLetter[],
  task: (place: Place, batch: readonly HeldLetter[]) => Promise<void>,
): Promise<void> => {
  for (const own of Map.groupBy(letters, ({ handler, queue }) => `${handler} ${queue}`).values())
    for (let start = 0; start < own.length; start += MAX_MESSAGES) {
      const [first] = own;
      if (first) await task(first, own.slice(start, start + MAX_MESSAGES));
    }
};

const entriesOf = (batch: readonly HeldLetter[]) =>
  batch.map(({ handle }, index) => ({ Id: String(index), ReceiptHandle: handle }));

/**
 * The dead-letter queues of functions.
 *
 * @param url of one queue: the others' differ in their names
 * @param names JSON: the names of the queues of each function
 */
export const sqsDeadLetters = (url: string, names: string, client = new SQSClient({})): DeadLetterQueues => {
  const known = () => JSON.parse(names) as Readonly<Record<string, DeadLetterQueueNames>>;
  const deadUrl = ({ handler, queue }: Place): string => {
    const name = known()[handler]?.[QUEUE_OF[queue]];
    if (name === undefined) throw new DeadLetterQueueError(`${handler} has no queue of ${queue}`);
    return queueUrlBase(url) + name;
  };
  /** Where what is in a queue came from; undefined: it did not come from a queue. */
  const originOf = ({ handler, queue }: Place): string | undefined =>
    queue === 'dead-letters' || queue === 'undelivered' ? known()[handler]?.events : undefined;
  return {
    places: () =>
      Object.entries(known()).flatMap(([handler, own]) =>
        DEAD_LETTER_QUEUES.filter(queue => own[QUEUE_OF[queue]] !== undefined).map(queue => ({ handler, queue })),
      ),
    redrivable: place => originOf(place) !== undefined,
    depth: async place => depthOf(client, deadUrl(place)),
    hold: async ({ handler, queue }) => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: deadUrl({ handler, queue }),
          MaxNumberOfMessages: MAX_MESSAGES,
          WaitTimeSeconds: WAIT_SECONDS,
          VisibilityTimeout: HOLD_SECONDS,
          MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
          MessageAttributeNames: ['ERROR_CODE', 'ERROR_MESSAGE'],
        }),
      );
      return Messages.map(message => heldOf({ handler, queue }, message));
    },
    // Those that cannot be let go come back by themselves: their time is over.
    letGo: letters =>
      inBatches(letters, async (place, batch) => {
        const Entries = entriesOf(batch).map(entry => ({ ...entry, VisibilityTimeout: 0 }));
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadUrl(place), Entries }));
      }),
    sendBack: async letter => {
      const origin = originOf(letter);
      if (origin === undefined) throw new NotRedrivableError(letter);
      try {
        await client.send(new SendMessageCommand({ QueueUrl: queueUrlBase(url) + origin, MessageBody: letter.body }));
      } catch (cause) {
        throw new DeadLetterQueueError(`the queue of ${letter.handler} did not take a message`, { cause });
      }
    },
    remove: letters =>
      inBatches(letters, async (place, batch) => {
        const QueueUrl = deadUrl(place);
        const { Failed = [] } = await client.send(
          new DeleteMessageBatchCommand({ QueueUrl, Entries: entriesOf(batch) }),
        );
        if (Failed.length > 0)
          throw new DeadLetterQueueError(`${Failed.length} messages of ${place.handler} were not deleted`);
      }),
  };
};
