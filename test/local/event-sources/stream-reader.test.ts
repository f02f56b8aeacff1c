import { expect, test } from 'vitest';
import type { DynamoDbClient } from '../../../local/dynamodb/client.ts';
import { memoryCheckpoints } from '../../../local/event-sources/checkpoints.ts';
import { createStreamReader, sequenceOf } from '../../../local/event-sources/stream-reader.ts';
import { AwsError } from '../../../local/gateway/protocol.ts';
import type { JsonObject } from '../../../local/types.ts';

interface StoredShard {
  readonly id: string;
  readonly parent?: string;
  closed?: boolean;
  /** Sequence numbers; those below `oldest` are older than a day. */
  readonly numbers: number[];
  oldest: number;
}

/** Streams as DynamoDB Local 1.25.1 answers: iterators are shard and number, trimmed by the oldest record that is left. */
const stream = (shards: readonly StoredShard[]): DynamoDbClient => {
  const shardOf = (id: unknown): StoredShard => {
    const shard = shards.find(one => one.id === id);
    if (!shard) throw new Error(`there is no shard ${String(id)}`);
    return shard;
  };
  const left = ({ numbers, oldest }: StoredShard): readonly number[] => numbers.filter(number => number >= oldest);
  const answers: Record<string, (body: JsonObject) => JsonObject> = {
    DescribeStream: () => ({
      StreamDescription: {
        Shards: shards.map(({ id, parent, closed, numbers }) => ({
          ShardId: id,
          ...(parent !== undefined && { ParentShardId: parent }),
          SequenceNumberRange: closed ? { EndingSequenceNumber: String(numbers.at(-1)) } : {},
        })),
      },
    }),
    GetShardIterator: ({ ShardId, ShardIteratorType, SequenceNumber }) => {
      const first = left(shardOf(ShardId))[0] ?? 0;
      const from = ShardIteratorType === 'TRIM_HORIZON' ? first : Number(SequenceNumber) + 1;
      return { ShardIterator: `${String(ShardId)} ${from}` };
    },
    GetRecords: ({ ShardIterator }) => {
      const [id, from] = String(ShardIterator).split(' ');
      const shard = shardOf(id);
      if (shard.numbers.length > 0 && !(Number(from) >= (left(shard)[0] ?? Number.POSITIVE_INFINITY)))
        throw new AwsError('TrimmedDataAccessException', 'past the oldest stream record', { status: 400 });
      const records = left(shard).filter(number => number >= Number(from));
      const next = records.length > 0 ? (records.at(-1) ?? 0) + 1 : Number(from);
      return {
        Records: records.map(number => ({ dynamodb: { SequenceNumber: String(number) } })),
        ...(!shard.closed && { NextShardIterator: `${id} ${next}` }),
      };
    },
  };
  return {
    call: async (target, body) => answers[target.split('.')[1] ?? '']?.(body) ?? {},
    forward: () => Promise.reject(new Error('not forwarded')),
    close: () => undefined,
  };
};

const open = (shards: readonly StoredShard[], handled?: number) => {
  const checkpoints = memoryCheckpoints();
  if (handled !== undefined) checkpoints.set('m', 'stream', 's1', { at: 'after', sequenceNumber: String(handled) });
  const reports: string[] = [];
  const reader = createStreamReader({
    ...{ client: stream(shards), mapping: 'm', localStreamArn: 'stream', startAtEnd: false, checkpoints },
    report: ({ message }) => reports.push(message),
  });
  const read = async () => ((await reader.next())?.records ?? []).map(record => Number(sequenceOf(record)));
  return { read, reports, checkpoints };
};

test('after more than a day away goes on in the next shard, with nothing to say when it had handled all', async () => {
  const child: StoredShard = { id: 's2', parent: 's1', numbers: [], oldest: 0 };
  const { read, reports, checkpoints } = open([{ id: 's1', closed: true, numbers: [1, 2], oldest: 10 }, child], 2);
  expect(await read()).toEqual([]);
  child.numbers.push(12);
  expect(await read()).toEqual([12]);
  expect([reports, checkpoints.get('m', 'stream', 's1')]).toEqual([[], { at: 'end' }]);
});

test('says what it lost when it had not, once, and goes on', async () => {
  const child: StoredShard = { id: 's2', parent: 's1', numbers: [12], oldest: 0 };
  const { read, reports } = open([{ id: 's1', closed: true, numbers: [1, 2], oldest: 10 }, child], 1);
  expect([await read(), await read()]).toEqual([[12], []]);
  expect(reports).toEqual([expect.stringContaining('no longer holds what came after 1;')]);
});

test('goes on with the oldest that is left of what it had not read', async () => {
  const { read, reports } = open([{ id: 's1', numbers: [1, 2, 5, 9], oldest: 5 }], 1);
  expect([await read(), reports.length]).toEqual([[5, 9], 1]);
});

test('is not held up by records that grow old while it waits for the next', async () => {
  const shard: StoredShard = { id: 's1', numbers: [1], oldest: 0 };
  const { read, reports, checkpoints } = open([shard]);
  expect(await read()).toEqual([1]);
  checkpoints.set('m', 'stream', 's1', { at: 'after', sequenceNumber: '1' });
  expect(await read()).toEqual([]);
  shard.oldest = 2;
  expect([await read(), await read()]).toEqual([[], []]);
  shard.numbers.push(7);
  expect([await read(), reports]).toEqual([[7], []]);
});
