import { AwsError } from '../gateway/protocol.ts';
import { numberAt, objectAt, textAt } from '../json.ts';
import type { JsonObject } from '../types.ts';
import { type Message, type MessageAttribute, md5, md5OfAttributes, type NewMessage } from './message.ts';
import type { Queue } from './queue.ts';

/** XML 1.0's characters: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const attributesOf = (body: JsonObject): Record<string, MessageAttribute> => {
  const attributes: Record<string, MessageAttribute> = {};
  for (const name of Object.keys(objectAt(body, 'MessageAttributes') ?? {})) {
    const given = objectAt(objectAt(body, 'MessageAttributes'), name);
    const type = textAt(given, 'DataType');
    if (type === undefined) {
      throw new AwsError('InvalidParameterValue', `The message attribute '${name}' must contain a DataType.`);
    }
    const StringValue = textAt(given, 'StringValue');
    const BinaryValue = textAt(given, 'BinaryValue');
    attributes[name] = {
      DataType: type,
      ...(StringValue !== undefined && { StringValue }),
      ...(BinaryValue !== undefined && { BinaryValue }),
    };
  }
  return attributes;
};

const sizeOf = (message: NewMessage): number =>
  Buffer.byteLength(message.body) +
  Object.entries(message.attributes ?? {}).reduce(
    (sum, [name, value]) =>
      sum +
      Buffer.byteLength(name) +
      Buffer.byteLength(value.DataType) +
      Buffer.byteLength(value.StringValue ?? '') +
      Buffer.from(value.BinaryValue ?? '', 'base64').length,
    0,
  );

/** Reads and checks one message of `SendMessage` or of a batch's entry. */
export const newMessageOf = (queue: Queue, body: JsonObject): NewMessage => {
  const text = textAt(body, 'MessageBody');
  if (text === undefined || text === '') {
    throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  }
  if (FORBIDDEN.test(text)) {
    throw new AwsError('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  }
  const delaySeconds = numberAt(body, 'DelaySeconds');
  const message: NewMessage = {
    body: text,
    attributes: attributesOf(body),
    ...(delaySeconds !== undefined && { delaySeconds }),
  };
  const limit = queue.settings.maximumMessageSize;
  if (sizeOf(message) > limit) {
    throw new AwsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
    );
  }
  return message;
};

/** What a sender learns of its message. */
export const sentAnswer = (message: Message): JsonObject => {
  const digest = md5OfAttributes(message.attributes);
  return {
    MessageId: message.id,
    MD5OfMessageBody: md5(message.body),
    ...(digest !== undefined && { MD5OfMessageAttributes: digest }),
  };
};
