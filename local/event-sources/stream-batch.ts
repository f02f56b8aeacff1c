import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { booleanAt, numberAt, objectAt, textAt } from '../json.ts';
import type { Queues } from '../sqs/queues.ts';
import type { AccessControl, Functions, JsonObject, Report } from '../types.ts';
import { batchOutcome } from './batch-response.ts';
import type { Mapping } from './mapping.ts';
import { sequenceOf } from './stream-reader.ts';

/** Hands batches to the function until each record has succeeded, was given up, or was filtered out. */
export interface BatchHandler {
  /** Resolves when the batch is done with, or when `signal` aborts, leaving the rest for the next start. */
  handle(records: readonly JsonObject[], place: Place, signal: AbortSignal): Promise<void>;
}

/** Where a batch comes from, and how to remember that it is done up to a record. */
export interface Place {
  readonly shardId: string;
  readonly done: (sequenceNumber: string) => void;
}

/** What a batch handler needs of the machine. */
export interface BatchHandlerOptions {
  readonly functions: Functions;
  readonly access: AccessControl;
  readonly queues: Queues;
  readonly report: Report;
  readonly retryDelaySeconds: number | undefined;
}

interface Attempt {
  readonly records: readonly JsonObject[];
  /** Failed tries of these records so far; a split is none. */
  readonly failures: number;
}

type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

const arrivalOf = (record: JsonObject | undefined): number =>
  (numberAt(objectAt(record, 'dynamodb'), 'ApproximateCreationDateTime') ?? 0) * 1000;

/** The record AWS sends to the destination of a failed batch: where to find it, not what was in it. https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const failureRecord = (mapping: Mapping, attempt: Attempt, shardId: string, condition: Condition): JsonObject => {
  const { records, failures } = attempt;
  const [first, last] = [records[0], records.at(-1)];
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.functionArn,
      condition,
      approximateInvokeCount: failures,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: sequenceOf(first ?? {}),
      endSequenceNumber: sequenceOf(last ?? {}),
      approximateArrivalOfFirstRecord: new Date(arrivalOf(first)).toISOString(),
      approximateArrivalOfLastRecord: new Date(arrivalOf(last)).toISOString(),
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  };
};

/** Retries, bisection, bounds and destination of a stream's mapping. */
export const createBatchHandler = (mapping: Mapping, options: BatchHandlerOptions): BatchHandler => {
  const p = mapping.resource.properties;
  const bisects = booleanAt(p, 'BisectBatchOnFunctionError') === true;
  const maxRetries = numberAt(p, 'MaximumRetryAttempts') ?? -1;
  const maxAgeSeconds = numberAt(p, 'MaximumRecordAgeInSeconds') ?? -1;
  const destination = textAt(objectAt(objectAt(p, 'DestinationConfig'), 'OnFailure'), 'Destination');
  const say = (message: string): void =>
    options.report({ level: 'error', part: 'event-sources', message: `${mapping.id}: ${message}` });

  const giveUp = (attempt: Attempt, shardId: string, condition: Condition): void => {
    const what = `${condition} for ${attempt.records.length} records from ${sequenceOf(attempt.records[0] ?? {})} on`;
    const queue = destination === undefined ? undefined : options.queues.byArn(destination);
    const allowed =
      destination === undefined ||
      options.access.decide({ principal: mapping.role, action: 'sqs:SendMessage', resource: destination }).allowed;
    if (queue === undefined || !allowed) {
      say(
        `${what}; ${destination === undefined ? 'no destination is configured' : `${destination} cannot be sent to`}. They are skipped.`,
      );
      return;
    }
    queue.send([{ body: JSON.stringify(failureRecord(mapping, attempt, shardId, condition)) }]);
    say(`${what}; ${destination} was told.`);
  };
  /** DynamoDB Local rounds the time of arrival down to the minute: nothing is given up for a minute that it may not have waited. */
  const isTooOld = (record: JsonObject): boolean =>
    maxAgeSeconds !== -1 && Date.now() - arrivalOf(record) > (maxAgeSeconds + 60) * 1000;

  /** Index of the first record that has to come again; undefined when all succeeded. */
  const firstFailure = async (
    records: readonly JsonObject[],
  ): Promise<{ index: number; reason: string } | undefined> => {
    const taken = records.filter(
      record => mapping.filters.length === 0 || mapping.filters.some(filter => filter.matches(record)),
    );
    if (taken.length === 0) return undefined;
    const result = await options.functions.invoke(mapping.functionArn, { Records: taken });
    const outcome = batchOutcome(mapping, result, new Set(taken.map(sequenceOf)));
    if (outcome.failed === 'all') return { index: 0, reason: outcome.reason };
    if (outcome.failed.size === 0) return undefined;
    const { failed } = outcome;
    return {
      index: records.findIndex(record => failed.has(sequenceOf(record))),
      reason: `it reported ${failed.size} failures`,
    };
  };
  const afterFailure = ({ records, failures }: Attempt, index: number): readonly Attempt[] => {
    const rest = records.slice(index);
    if (!bisects || rest.length === 1 || index > 0) return [{ records: rest, failures: index > 0 ? 1 : failures + 1 }];
    const half = Math.ceil(rest.length / 2);
    return [
      { records: rest.slice(0, half), failures },
      { records: rest.slice(half), failures },
    ];
  };
  const pause = (failures: number, signal: AbortSignal): Promise<unknown> => {
    const seconds = options.retryDelaySeconds ?? Math.min(60, 0.1 * 2 ** failures);
    return delay(seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
  };
  const attemptOne = async (attempt: Attempt, place: Place, signal: AbortSignal): Promise<readonly Attempt[]> => {
    const { records } = attempt;
    const last = sequenceOf(records.at(-1) ?? {});
    const condition =
      attempt.failures > maxRetries && maxRetries !== -1
        ? 'RetryAttemptsExhausted'
        : isTooOld(records[0] ?? {})
          ? 'RecordAgeExceeded'
          : undefined;
    if (condition !== undefined) {
      giveUp(attempt, place.shardId, condition);
      place.done(last);
      return [];
    }
    const failure = await firstFailure(records);
    if (signal.aborted) return [];
    if (failure === undefined) {
      place.done(last);
      return [];
    }
    options.report({
      level: 'warn',
      part: 'event-sources',
      message: `${mapping.functionArn} failed a batch of ${records.length} from ${mapping.id}: ${failure.reason}`,
    });
    const before = records[failure.index - 1];
    if (before !== undefined) place.done(sequenceOf(before));
    await pause(attempt.failures, signal);
    return afterFailure(attempt, failure.index);
  };
  return {
    handle: async (records, place, signal) => {
      let todo: readonly Attempt[] = [{ records, failures: 0 }];
      for (let [next, ...rest] = todo; next !== undefined && !signal.aborted; [next, ...rest] = todo) {
        todo = [...(await attemptOne(next, place, signal)), ...rest];
      }
    },
  };
};
