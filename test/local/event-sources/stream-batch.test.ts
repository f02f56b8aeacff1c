import { describe, expect, it } from 'vitest';
import { mappingsOf } from '../../../local/event-sources/mapping.ts';
import { createBatchHandler } from '../../../local/event-sources/stream-batch.ts';
import type { AccessControl, Json, JsonObject } from '../../../local/types.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  fakeFunctions,
  functionResource,
  memoryQueues,
  queueResource,
  resource,
} from '../support/machine.ts';

const STREAM = arn('dynamodb', 'table/T/stream/L');
const record = (n: number, ageSeconds = 0): JsonObject => ({
  eventID: String(n),
  dynamodb: {
    SequenceNumber: String(n),
    ApproximateCreationDateTime: Math.floor(Date.now() / 1000) - ageSeconds,
    NewImage: { n: { N: String(n) } },
  },
});
const records = (...numbers: number[]) => numbers.map(n => record(n));

type Batch = { Records: { dynamodb: { SequenceNumber: string } }[] };
const numbersOf = (event: Json): number[] =>
  (event as unknown as Batch).Records.map(one => Number(one.dynamodb.SequenceNumber));

const handling = async (
  batch: readonly JsonObject[],
  properties: JsonObject,
  work: Parameters<typeof fakeFunctions>[0],
  access: AccessControl = accessExcept(),
) => {
  const assembly = assemblyOf(
    queueResource('failed'),
    functionResource('fn'),
    resource('AWS::Lambda::EventSourceMapping', 'mapping', {
      EventSourceArn: STREAM,
      FunctionName: 'fn',
      ...properties,
    }),
  );
  const [mapping] = mappingsOf(assembly, 'dynamodb', 100);
  if (mapping === undefined) throw new Error('no mapping');
  const queues = memoryQueues(assembly);
  const { functions, events } = fakeFunctions(work);
  const reports: string[] = [];
  const handler = createBatchHandler(mapping, {
    functions,
    access,
    queues,
    retryDelaySeconds: 0,
    report: ({ message }) => reports.push(message),
  });
  const checkpoints: number[] = [];
  await handler.handle(
    batch,
    { shardId: 'shard-1', done: sequence => checkpoints.push(Number(sequence)) },
    new AbortController().signal,
  );
  const told = (queues.byName('failed')?.receive(10) ?? []).map(message => JSON.parse(message.body));
  return { batches: events.map(numbersOf), checkpoints, told, reports };
};

const failsWith = (poison: number) => (event: Json) => {
  if (numbersOf(event).includes(poison)) throw new Error('poison');
  return undefined;
};
const destination = { DestinationConfig: { OnFailure: { Destination: arn('sqs', 'failed') } } };

describe('a batch of a stream', () => {
  it('is checkpointed when it has succeeded', async () => {
    expect(await handling(records(1, 2, 3), {}, () => undefined)).toMatchObject({
      batches: [[1, 2, 3]],
      checkpoints: [3],
    });
  });

  it('is checkpointed before its lowest failure, and all that follows repeats', async () => {
    const failOnce = (_event: Json, call: number): Json | undefined =>
      call === 1 ? { batchItemFailures: [{ itemIdentifier: '4' }, { itemIdentifier: '3' }] } : undefined;
    const outcome = await handling(
      records(1, 2, 3, 4, 5),
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      failOnce,
    );
    expect(outcome).toMatchObject({
      batches: [
        [1, 2, 3, 4, 5],
        [3, 4, 5],
      ],
      checkpoints: [2, 5],
    });
  });

  it('repeats as a whole until it succeeds, without bounds', async () => {
    const outcome = await handling(records(1, 2), {}, (_event, call) => {
      if (call < 5) throw new Error('not yet');
      return undefined;
    });
    expect(outcome.batches).toHaveLength(5);
    expect(outcome.checkpoints).toEqual([2]);
  });

  it('is bisected to the poisoned record, which is told to the destination', async () => {
    const outcome = await handling(
      records(1, 2, 3, 4),
      { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1, ...destination },
      failsWith(3),
    );
    expect(outcome.batches).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [4]]);
    expect(outcome.checkpoints).toEqual([2, 3, 4]);
    expect(outcome.told).toEqual([
      {
        requestContext: {
          requestId: expect.any(String),
          functionArn: arn('lambda', 'function:fn'),
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 2,
        },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        version: '1.0',
        timestamp: expect.any(String),
        DDBStreamBatchInfo: {
          shardId: 'shard-1',
          startSequenceNumber: '3',
          endSequenceNumber: '3',
          approximateArrivalOfFirstRecord: expect.any(String),
          approximateArrivalOfLastRecord: expect.any(String),
          batchSize: 1,
          streamArn: STREAM,
        },
      },
    ]);
  });

  it('is given up as a whole without bisection', async () => {
    const outcome = await handling(records(1, 2), { MaximumRetryAttempts: 2, ...destination }, failsWith(1));
    expect(outcome.batches).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(outcome.checkpoints).toEqual([2]);
    expect(outcome.told[0].DDBStreamBatchInfo).toMatchObject({
      startSequenceNumber: '1',
      endSequenceNumber: '2',
      batchSize: 2,
    });
  });

  it('is given up when it is too old', async () => {
    const outcome = await handling([record(1, 200)], { MaximumRecordAgeInSeconds: 60, ...destination }, failsWith(1));
    expect(outcome.batches).toEqual([]);
    expect(outcome.told[0].requestContext.condition).toBe('RecordAgeExceeded');
  });

  it('says when nobody can be told', async () => {
    const denied = await handling(
      records(1),
      { MaximumRetryAttempts: 0, ...destination },
      failsWith(1),
      accessExcept('sqs:SendMessage'),
    );
    expect(denied.told).toEqual([]);
    expect(denied.reports.join()).toMatch(/cannot be sent to.*skipped/);
  });

  it('skips what its filter does not take', async () => {
    const Pattern = JSON.stringify({ dynamodb: { NewImage: { n: { N: ['2'] } } } });
    const outcome = await handling(records(1, 2, 3), { FilterCriteria: { Filters: [{ Pattern }] } }, () => undefined);
    expect(outcome).toMatchObject({ batches: [[2]], checkpoints: [3] });
  });
});
