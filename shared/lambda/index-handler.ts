import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { IndexWriter } from '../application/event-index.ts';
import type { Commit } from '../application/event-store.ts';
import { logger, metrics } from './observe.ts';
import { imageOf, isInsert, type StreamImage } from './stream-handler.ts';

/** What the index is made from, and where it goes. */
export interface Indexing {
  /** Reads a stored item; throws when it is not a commit of the store. */
  readonly decode: (item: StreamImage) => Commit;
  readonly index: IndexWriter;
}

/** A commit that cannot be read is in no answer; the outbox puts the same one into quarantine, and `verify` names it. */
const readCommit = (record: DynamoDBRecord, decode: Indexing['decode']): readonly Commit[] => {
  try {
    return [decode(imageOf(record))];
  } catch (error) {
    logger.error('a commit cannot be indexed', error as Error);
    return [];
  }
};

/**
 * The Lambda function that builds the index from the table's stream. It succeeds as a whole or throws: whatever Lambda brings
 * again, in whatever batches, the writer passes over what it has.
 */
export const indexHandler = ({
  decode,
  index,
}: Indexing): MiddyfiedHandler<DynamoDBStreamEvent, DynamoDBBatchResponse> =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('invocation failed', error as Error))
    .handler(async event => {
      const records = event.Records.filter(isInsert);
      const commits = records.flatMap(record => readCommit(record, decode));
      metrics.addMetric('unindexable', MetricUnit.Count, records.length - commits.length);
      await index.add(commits);
      metrics.addMetric('indexed', MetricUnit.Count, commits.length);
      metrics.publishStoredMetrics();
      return { batchItemFailures: [] };
    });
