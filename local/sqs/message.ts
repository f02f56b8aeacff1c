import { createHash, randomUUID } from 'node:crypto';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  /** Base64. */
  readonly BinaryValue?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** What a sender hands over. */
export interface NewMessage {
  readonly body: string;
  readonly attributes?: MessageAttributes;
  /** Seconds until it may be received; the queue's `DelaySeconds` when absent. */
  readonly delaySeconds?: number;
  /** The ARN of the queue it was dead-lettered from. */
  readonly deadLetteredFrom?: string;
}

/** A message in a queue. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  /** Epoch ms by the machine's clock, as receivers see it. A dead-letter queue keeps it. */
  readonly sentAt: number;
  /** Epoch ms by the wall clock: retention must not follow a virtual clock that jumps by months. */
  readonly enqueuedAt: number;
  readonly deadLetteredFrom: string | undefined;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  /** Epoch ms by the wall clock until which nobody may receive it; 0 when it is visible. */
  hiddenUntil: number;
  /** The handle of the latest receive; an older one no longer deletes. */
  receiptHandle: string | undefined;
}

/** A message as it enters a queue. */
export const createMessage = (input: NewMessage, sentAt: number, delaySeconds: number): Message => {
  const enqueuedAt = Date.now();
  return {
    id: randomUUID(),
    body: input.body,
    attributes: input.attributes ?? {},
    sentAt,
    enqueuedAt,
    deadLetteredFrom: input.deadLetteredFrom,
    receiveCount: 0,
    firstReceivedAt: undefined,
    hiddenUntil: delaySeconds > 0 ? enqueuedAt + delaySeconds * 1000 : 0,
    receiptHandle: undefined,
  };
};

/** The checksum that SDKs compare with the body they sent or received. */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const lengthPrefixed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/**
 * The checksum of message attributes: sorted by name, each as length-prefixed name, type, one byte for the kind of value, value.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    const binary = attribute.DataType.startsWith('Binary');
    hash.update(lengthPrefixed(Buffer.from(name)));
    hash.update(lengthPrefixed(Buffer.from(attribute.DataType)));
    hash.update(Buffer.from([binary ? 2 : 1]));
    hash.update(
      lengthPrefixed(
        binary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''),
      ),
    );
  }
  return hash.digest('hex');
};
