import { createHash, randomUUID } from 'node:crypto';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { vi } from 'vitest';
import type { AuditLog, AuditRecord } from '../../shared/application/outcome.ts';
import type { Envelope } from '../../shared/events/envelope.ts';

const QUEUE_ARN = 'arn:aws:sqs:eu-central-1:111122223333:Matchday-dev-notify';

/** What an EventBridge rule sends to its target for an event whose detail is this. */
export const busEvent = (detail: unknown): string => {
  const { type = 'unknown', occurredAt = '2023-08-11T21:00:00.000Z' } = detail as Partial<Envelope>;
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': type,
    source: 'matchday',
    account: '111122223333',
    time: occurredAt.replace(/\.\d{3}Z$/, 'Z'),
    region: 'eu-central-1',
    resources: [],
    detail,
  });
};

/** A message of the batch: its body, an EventBridge event unless the test says otherwise, and its delivery. */
export interface Message {
  readonly body: string;
  /** 1 for the first delivery. */
  readonly receives?: number;
}

const recordOf = ({ body, receives = 1 }: Message, index: number): SQSRecord => ({
  messageId: `message-${index}`,
  receiptHandle: `receipt-${index}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    AWSTraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
    SentTimestamp: '1691787600000',
    SenderId: 'AIDAIENQZJOLO23YVJ4VO',
    ApproximateFirstReceiveTimestamp: '1691787600005',
  },
  messageAttributes: {},
  md5OfBody: createHash('md5').update(body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: QUEUE_ARN,
  awsRegion: 'eu-central-1',
});

/** The batch that Lambda hands over: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const sqsEvent = (...messages: readonly Message[]): SQSEvent => ({ Records: messages.map(recordOf) });

/** The context of an invocation with this much time left, in milliseconds. */
export const contextWith = (remaining = 30_000): Context => {
  const end = performance.now() + remaining;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'notify',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:notify',
    memoryLimitInMB: '256',
    awsRequestId: randomUUID(),
    logGroupName: '/aws/lambda/notify',
    logStreamName: '2023/08/11/[$LATEST]0',
    getRemainingTimeInMillis: () => end - performance.now(),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
};

/** An audit that remembers. */
export const memoryAudit = (): AuditLog & { readonly records: AuditRecord[] } => {
  const records: AuditRecord[] = [];
  return {
    records,
    record: async written => {
      records.push(...written);
    },
  };
};

/** A line that the function wrote: a log line, or metrics in the embedded metric format. */
export type Line = Readonly<Record<string, unknown>>;

const linesOf = (calls: readonly (readonly unknown[])[]): Line[] =>
  calls.flatMap(([text]) =>
    String(text)
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line) as Line),
  );

/** Takes what the functions write to stdout and stderr: log lines and metrics apart. Undone by `vi.restoreAllMocks`. */
export const captureOutput = () => {
  const streams = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write').mockReturnValue(true));
  const lines = (): Line[] => streams.flatMap(({ mock }) => linesOf(mock.calls));
  return {
    logs: () => lines().filter(line => 'message' in line),
    metrics: () => lines().filter(line => '_aws' in line),
  };
};
