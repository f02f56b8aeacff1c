import type { DynamoDbClient } from '../dynamodb/client.ts';
import { AwsError } from '../gateway/protocol.ts';
import { objectAt, objectsAt, textAt } from '../json.ts';
import type { JsonObject, Report } from '../types.ts';
import type { Checkpoints } from './checkpoints.ts';

/** Records of one shard, in order. */
export interface ShardRecords {
  readonly shardId: string;
  readonly records: readonly JsonObject[];
  /** More may be there: the answer was full. */
  readonly more: boolean;
}

/** Reads a table's stream from the checkpoint on, each shard after its parent. */
export interface StreamReader {
  /** The next records; undefined when the stream is read to its end. */
  next(): Promise<ShardRecords | undefined>;
  /** Remembers that everything up to here has been handled. */
  checkpoint(shardId: string, sequenceNumber: string): void;
  /** After an error: forgets what was read and not handled, so that it is read again. */
  rewind(): void;
}

/** GetRecords' own limit, and 1 MB. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html */
const READ_LIMIT = 1000;

const STREAMS = 'DynamoDBStreams_20120810';

/** The sequence number of a record. */
export const sequenceOf = (record: JsonObject): string => textAt(objectAt(record, 'dynamodb'), 'SequenceNumber') ?? '';

interface Shard {
  readonly id: string;
  readonly parent: string | undefined;
  /** The number of its last record, once it is closed. */
  ending: string | undefined;
  iterator?: string | undefined;
  /** Read in this run: what came since is younger than a day, and cannot be lost. */
  seen?: boolean;
}

/** What DynamoDB Local says, at an iterator or when it is read from, of records that it no longer has. */
const isTrimmed = (error: unknown): boolean => error instanceof AwsError && error.code === 'TrimmedDataAccessException';

/**
 * A reader of one stream for one mapping.
 *
 * DynamoDB Local 1.25.1 with `-dbPath` keeps a stream across restarts and SIGKILL: same ARN, shard and sequence numbers
 * (tried). It holds one open shard a table, closed after some hours and at the first start after those, and keeps records
 * for a day, like AWS.
 *
 * Unlike AWS it counts sequence numbers over the writes of all tables, and calls any iterator trimmed that is before the oldest
 * record of its shard: that of an empty shard as soon as another table was written to before this one, and the end of a shard
 * whose records are all older than a day. So a trimmed iterator is no loss by itself: the reader goes on with the oldest
 * record there is, and says so only where records may have come between.
 */
export const createStreamReader = (options: {
  readonly client: DynamoDbClient;
  readonly mapping: string;
  readonly localStreamArn: string;
  readonly startAtEnd: boolean;
  readonly checkpoints: Checkpoints;
  readonly report: Report;
}): StreamReader => {
  const { client, mapping, localStreamArn, checkpoints } = options;
  const shards = new Map<string, Shard>();
  let listed = false;

  const list = async (): Promise<void> => {
    let ExclusiveStartShardId: string | undefined;
    do {
      const answer = await client.call(`${STREAMS}.DescribeStream`, {
        StreamArn: localStreamArn,
        ...(ExclusiveStartShardId !== undefined && { ExclusiveStartShardId }),
      });
      const description = objectAt(answer, 'StreamDescription');
      for (const shard of objectsAt(description, 'Shards')) {
        const id = textAt(shard, 'ShardId') ?? '';
        const known = shards.get(id) ?? { id, parent: textAt(shard, 'ParentShardId'), ending: undefined };
        known.ending = textAt(objectAt(shard, 'SequenceNumberRange'), 'EndingSequenceNumber');
        shards.set(id, known);
      }
      ExclusiveStartShardId = textAt(description, 'LastEvaluatedShardId');
    } while (ExclusiveStartShardId !== undefined);
    listed = true;
  };
  const iteratorOf = async (shard: Shard, type: string, sequenceNumber?: string): Promise<string | undefined> => {
    const answer = await client.call(`${STREAMS}.GetShardIterator`, {
      StreamArn: localStreamArn,
      ShardId: shard.id,
      ShardIteratorType: type,
      ...(sequenceNumber !== undefined && { SequenceNumber: sequenceNumber }),
    });
    return textAt(answer, 'ShardIterator');
  };
  const position = async (shard: Shard): Promise<string | undefined> => {
    const known = checkpoints.get(mapping, localStreamArn, shard.id);
    return known?.at === 'after'
      ? iteratorOf(shard, 'AFTER_SEQUENCE_NUMBER', known.sequenceNumber)
      : iteratorOf(shard, 'TRIM_HORIZON');
  };
  const end = (shard: Shard): void => {
    checkpoints.set(mapping, localStreamArn, shard.id, { at: 'end' });
    listed = false;
  };
  const records = async (shard: Shard): Promise<readonly JsonObject[]> => {
    const { iterator } = shard;
    const answer = await client.call(`${STREAMS}.GetRecords`, { ShardIterator: iterator ?? '', Limit: READ_LIMIT });
    shard.iterator = textAt(answer, 'NextShardIterator');
    shard.seen = true;
    return objectsAt(answer, 'Records');
  };
  const reportLoss = (shard: Shard): void => {
    const known = checkpoints.get(mapping, localStreamArn, shard.id);
    if (shard.seen || known?.at !== 'after' || known.sequenceNumber === shard.ending) return;
    const message = `${mapping}: the stream no longer holds what came after ${known.sequenceNumber}; what of it is older than a day is lost to it.`;
    options.report({ level: 'error', part: 'event-sources', message });
  };
  /** What is left of a shard where the reader's place is before its oldest record; undefined: nothing. */
  const oldest = async (shard: Shard): Promise<readonly JsonObject[] | undefined> => {
    await list();
    reportLoss(shard);
    try {
      shard.iterator = await iteratorOf(shard, 'TRIM_HORIZON');
      return await records(shard);
    } catch (error) {
      if (!isTrimmed(error)) throw error;
      shard.seen = true;
      shard.iterator = undefined;
      return undefined;
    }
  };
  const read = async (shard: Shard): Promise<readonly JsonObject[] | undefined> => {
    try {
      shard.iterator ??= await position(shard);
      return await records(shard);
    } catch (error) {
      if (!isTrimmed(error)) throw error;
      return oldest(shard);
    }
  };
  const readShard = async (shard: Shard): Promise<ShardRecords | undefined> => {
    const found = await read(shard);
    if (found !== undefined && found.length > 0)
      return { shardId: shard.id, records: found, more: found.length >= READ_LIMIT };
    // Nothing is left of an open shard: what will be written there is looked for again.
    if (shard.iterator === undefined && (found !== undefined || shard.ending !== undefined)) end(shard);
    return undefined;
  };
  const isDone = (id: string): boolean => checkpoints.get(mapping, localStreamArn, id)?.at === 'end';
  const readable = (shard: Shard): boolean =>
    !isDone(shard.id) && (shard.parent === undefined || !shards.has(shard.parent) || isDone(shard.parent));

  const readOn = async (): Promise<ShardRecords | undefined> => {
    do {
      if (!listed) await list();
      for (const shard of shards.values()) {
        const read = readable(shard) ? await readShard(shard) : undefined;
        if (read !== undefined) return read;
      }
      // A shard has come to its end: its children are to be read now.
    } while (!listed);
    return undefined;
  };
  /** LATEST means the end at the mapping's first start, not at each: what is written while the runtime is down counts. */
  const skipToEnd = async (): Promise<void> => {
    await list();
    for (const shard of shards.values()) {
      if (checkpoints.get(mapping, localStreamArn, shard.id) !== undefined) return;
    }
    for (let read = await readOn(); read !== undefined; read = await readOn()) {
      checkpoints.set(mapping, localStreamArn, read.shardId, {
        at: 'after',
        sequenceNumber: sequenceOf(read.records.at(-1) ?? {}),
      });
    }
    for (const shard of shards.values()) {
      if (checkpoints.get(mapping, localStreamArn, shard.id) === undefined) {
        checkpoints.set(mapping, localStreamArn, shard.id, { at: 'start' });
      }
    }
  };
  let started = !options.startAtEnd;
  return {
    next: async () => {
      if (!started) {
        await skipToEnd();
        started = true;
      }
      return readOn();
    },
    checkpoint: (shardId, sequenceNumber) =>
      checkpoints.set(mapping, localStreamArn, shardId, { at: 'after', sequenceNumber }),
    rewind: () => {
      for (const shard of shards.values()) shard.iterator = undefined;
    },
  };
};
