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
  iterator?: string | undefined;
}

/**
 * A reader of one stream for one mapping.
 *
 * DynamoDB Local 1.25.1 with `-dbPath` keeps a stream across restarts and SIGKILL: same ARN, shard and sequence numbers
 * (tried). It holds one open shard a table and, like AWS, keeps records for a day: whoever is away for longer finds them
 * trimmed, reads from the oldest that is left, and is told so.
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
        if (!shards.has(id)) shards.set(id, { id, parent: textAt(shard, 'ParentShardId') });
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
    if (known?.at !== 'after') return iteratorOf(shard, 'TRIM_HORIZON');
    const after = known.sequenceNumber;
    try {
      return await iteratorOf(shard, 'AFTER_SEQUENCE_NUMBER', after);
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== 'TrimmedDataAccessException') throw error;
      const message = `${mapping}: the stream no longer holds what came after ${after}; records older than a day are lost to it.`;
      options.report({ level: 'error', part: 'event-sources', message });
      return iteratorOf(shard, 'TRIM_HORIZON');
    }
  };
  const readShard = async (shard: Shard): Promise<ShardRecords | undefined> => {
    shard.iterator ??= await position(shard);
    const { iterator } = shard;
    const answer = await client.call(`${STREAMS}.GetRecords`, { ShardIterator: iterator ?? '', Limit: READ_LIMIT });
    shard.iterator = textAt(answer, 'NextShardIterator');
    const records = objectsAt(answer, 'Records');
    if (records.length > 0) return { shardId: shard.id, records, more: records.length >= READ_LIMIT };
    if (shard.iterator === undefined) {
      checkpoints.set(mapping, localStreamArn, shard.id, { at: 'end' });
      listed = false;
    }
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
