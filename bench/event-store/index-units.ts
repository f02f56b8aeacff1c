import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Commit, startOf } from '../../shared/application/event-store.ts';
import { decodeCommit, encodeCommit } from '../../shared/store/commit-codec.ts';
import { dynamoDBIndexWriter } from '../../shared/store/dynamodb-index-writer.ts';
import type { Meter } from './meter.ts';
import { sampleEvent } from './sample.ts';
import { benchStream, commitOf } from './subject.ts';

const TYPES = ['PredictionPlaced', 'PredictionAmended', 'PredictionWithdrawn'];

/** The worst there is: every commit of a stream and of a story of its own, with random names, over the border of a minute. */
const worstBatch = (tenantId: string, size: number, bytes: number): readonly Commit[] =>
  Array.from({ length: size }, (_, index) => {
    const occurredAt = new Date(Date.UTC(2023, 7, 11, 19, 0, 59, 500) + index * 10).toISOString();
    const [correlationId, causationId] = [randomUUID(), randomUUID()];
    const event = { ...sampleEvent(bytes), type: TYPES[index % TYPES.length] ?? '' };
    const commit = { ...commitOf([event]), occurredAt, correlationId, causationId, actor: `player-${index}` };
    return decodeCommit(encodeCommit(startOf(tenantId, benchStream(randomUUID())), commit, () => '1.0'));
  });

/** What to index: batches of how many commits, of one event of so many bytes each. */
export interface IndexLoad {
  readonly tenantId: string;
  readonly size: number;
  readonly bytes: number;
}

/** A table for an index, and a meter on the client. */
export interface MeteredIndex {
  readonly client: DynamoDBDocumentClient;
  readonly meter: Meter;
  readonly indexTable: string;
}

/** Units an event that all four queries take besides the append: what the index writes, and reads to do so. */
export const indexUnits = async (
  { client, meter, indexTable }: MeteredIndex,
  { tenantId, size, bytes }: IndexLoad,
): Promise<{ readonly wru: number; readonly rru: number }> => {
  // Another shard's page of the same minute is there already: it has to be looked at.
  await dynamoDBIndexWriter({ client, indexTable }).add(worstBatch(tenantId, size, bytes));
  meter.reset();
  await dynamoDBIndexWriter({ client, indexTable }).add(worstBatch(tenantId, size, bytes));
  const { wru, rru } = meter.read();
  return { wru: wru / size, rru: rru / size };
};
