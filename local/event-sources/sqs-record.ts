import { type Message, md5, md5OfAttributes } from '../sqs/message.ts';
import { systemAttributes } from '../sqs/receive.ts';
import type { Assembly, JsonObject } from '../types.ts';

const messageAttributesOf = (message: Message): JsonObject =>
  Object.fromEntries(
    Object.entries(message.attributes).map(([name, value]) => [
      name,
      {
        ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
        ...(value.BinaryValue !== undefined && { binaryValue: value.BinaryValue }),
        stringListValues: [],
        binaryListValues: [],
        dataType: value.DataType,
      },
    ]),
  );

/** One record of https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const recordOf = (message: Message, arn: string, assembly: Assembly): JsonObject => {
  const digest = md5OfAttributes(message.attributes);
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle ?? '',
    body: message.body,
    attributes: systemAttributes(message, assembly.account),
    messageAttributes: messageAttributesOf(message),
    ...(digest !== undefined && { md5OfMessageAttributes: digest }),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: assembly.region,
  };
};
