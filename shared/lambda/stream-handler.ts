import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { realTime } from '../application/execution.ts';
import type { Publisher, Quarantine, StreamedCommit } from '../application/outbox.ts';
import { type PublicationLog, type RecordedRelayed, relayRecorded } from '../application/publications.ts';
import type { Envelope } from '../events/envelope.ts';
import { logger, metrics } from './observe.ts';

/** A stored item as the table's stream shows it: strings and numbers only, as this store writes them. */
export type StreamImage = Readonly<Record<string, string | number>>;

export interface Outbox {
  /** Reads the events of a stored item; throws when it is not one of the store's. */
  readonly decode: (item: StreamImage) => readonly Envelope[];
  readonly publisher: Publisher;
  readonly quarantine: Quarantine;
  /** Where it says what it published, for the sweeper to compare with what is stored. */
  readonly log: PublicationLog;
}

/** The item that a record of the stream brings. */
export const imageOf = (record: DynamoDBRecord): StreamImage =>
  Object.fromEntries(
    Object.entries(record.dynamodb?.NewImage ?? {}).map(([name, value]) => [
      name,
      value.N === undefined ? (value.S ?? '') : Number(value.N),
    ]),
  );

const readCommit = (record: DynamoDBRecord, decode: Outbox['decode']): StreamedCommit => {
  const { p, s } = record.dynamodb?.Keys ?? {};
  const common = { sequenceNumber: record.dynamodb?.SequenceNumber ?? '', key: `${p?.S ?? '?'} ${s?.S ?? '?'}` };
  try {
    return { ...common, content: { events: decode(imageOf(record)) } };
  } catch (error) {
    return { ...common, content: { error: error instanceof Error ? error : new Error(String(error)) } };
  }
};

/** Only what was inserted is published: a commit never changes, and one that retention removed was published long ago. */
export const isInsert = ({ eventName }: DynamoDBRecord): boolean => eventName === 'INSERT';

const report = ({ published, quarantined, unpublished, unrecorded }: RecordedRelayed): void => {
  metrics.addMetric('published', MetricUnit.Count, published);
  metrics.addMetric('quarantined', MetricUnit.Count, quarantined);
  metrics.addMetric('unpublished', MetricUnit.Count, unpublished.length);
  metrics.publishStoredMetrics();
  if (quarantined > 0) logger.error('commits were put into quarantine', { quarantined });
  if (unpublished.length > 0) logger.warn('commits wait to be published', { unpublished: unpublished.length });
  if (unrecorded) logger.warn('what was published is not on record, and will be published again', unrecorded);
};

/**
 * The Lambda function of the outbox: publishes what a table's stream brings. Answers with the lowest record that is not
 * published: Lambda reads the stream again from there.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const outboxHandler = ({
  decode,
  publisher,
  quarantine,
  log,
}: Outbox): MiddyfiedHandler<DynamoDBStreamEvent, DynamoDBBatchResponse> =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('invocation failed', error as Error))
    .handler(async event => {
      const commits = event.Records.filter(isInsert).map(record => readCommit(record, decode));
      const relayed = await relayRecorded({ publisher, quarantine, log, ...realTime }, commits);
      report(relayed);
      return { batchItemFailures: relayed.unpublished.slice(0, 1).map(itemIdentifier => ({ itemIdentifier })) };
    });
