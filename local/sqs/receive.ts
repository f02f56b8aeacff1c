import { setTimeout as delay } from 'node:timers/promises';
import { AwsError } from '../gateway/protocol.ts';
import { numberAt, textsAt } from '../json.ts';
import type { Json, JsonObject } from '../types.ts';
import { type Message, md5, md5OfAttributes } from './message.ts';
import type { Queue } from './queue.ts';

/** The system attributes of a message, as `ReceiveMessage` and Lambda's event name them. */
export const systemAttributes = (message: Message, account: string): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receiveCount),
  SentTimestamp: String(message.sentAt),
  SenderId: account,
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
  ...(message.deadLetteredFrom === undefined ? {} : { DeadLetterQueueSourceArn: message.deadLetteredFrom }),
});

const wanted = <T>(all: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> => {
  const matches = (name: string): boolean =>
    names.some(
      wish =>
        wish === 'All' || wish === '.*' || wish === name || (wish.endsWith('.*') && name.startsWith(wish.slice(0, -1))),
    );
  return Object.fromEntries(Object.entries(all).filter(([name]) => matches(name)));
};

const answerOf = (message: Message, body: JsonObject, account: string): JsonObject => {
  const system = wanted(systemAttributes(message, account), [
    ...textsAt(body, 'AttributeNames'),
    ...textsAt(body, 'MessageSystemAttributeNames'),
  ]);
  const attributes = wanted(message.attributes, textsAt(body, 'MessageAttributeNames'));
  const digest = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle ?? '',
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(Object.keys(system).length > 0 && { Attributes: system }),
    ...(digest !== undefined && { MessageAttributes: attributes as unknown as Json, MD5OfMessageAttributes: digest }),
  };
};

/** Long poll: comes back when something becomes visible or the wait is over. */
const untilVisible = async (queue: Queue, seconds: number): Promise<void> => {
  const waiting = new AbortController();
  const stop = queue.onVisible(() => waiting.abort());
  try {
    await delay(seconds * 1000, undefined, { signal: waiting.signal, ref: false });
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
  } finally {
    stop();
  }
};

const within = (value: number, name: string, low: number, high: number): number => {
  if (value >= low && value <= high) return value;
  throw new AwsError(
    'InvalidParameterValue',
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${low} and ${high}, if provided.`,
  );
};

/** `ReceiveMessage`: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
export const receiveMessage = async (queue: Queue, body: JsonObject, account: string): Promise<JsonObject> => {
  const max = within(numberAt(body, 'MaxNumberOfMessages') ?? 1, 'MaxNumberOfMessages', 1, 10);
  const wait = within(numberAt(body, 'WaitTimeSeconds') ?? queue.settings.receiveWait, 'WaitTimeSeconds', 0, 20);
  const visibility = numberAt(body, 'VisibilityTimeout');
  if (visibility !== undefined) within(visibility, 'VisibilityTimeout', 0, 43_200);
  let messages = queue.receive(max, visibility);
  if (messages.length === 0 && wait > 0) {
    await untilVisible(queue, wait);
    messages = queue.receive(max, visibility);
  }
  return messages.length === 0 ? {} : { Messages: messages.map(message => answerOf(message, body, account)) };
};
