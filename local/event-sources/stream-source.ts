import { setTimeout as delay } from 'node:timers/promises';
import type { DynamoDbClient } from '../dynamodb/client.ts';
import { localStreamArn, tableNameOf } from '../dynamodb/tables.ts';
import { textAt } from '../json.ts';
import type { Assembly, JsonObject } from '../types.ts';
import type { Checkpoints } from './checkpoints.ts';
import { type EventSource, type Mapping, mappingsOf, mayRead } from './mapping.ts';
import { type BatchHandler, type BatchHandlerOptions, createBatchHandler } from './stream-batch.ts';
import { createStreamReader, type ShardRecords, type StreamReader } from './stream-reader.ts';

/** A running mapping of a table's stream. */
export interface StreamSource extends EventSource {
  readonly tableName: string;
  readonly recordsRead: number;
  /** The table was written to: there is something to read. */
  written(): void;
}

/** What a stream's mapping needs of the machine. */
export interface StreamSourceOptions extends BatchHandlerOptions {
  readonly assembly: Assembly;
  readonly client: DynamoDbClient;
  readonly checkpoints: Checkpoints;
  readonly changed: () => void;
}

/** The gateway tells of writes, so this is only for those that pass it by, and after errors. */
const POLL_INTERVAL_MS = 1000;

/**
 * A look costs DynamoDB Local some 15 ms of processor time however little it finds. So only a few may follow each other at
 * once; while records keep coming it then looks four times a second, as AWS does, and finds more at a time. Nobody who
 * waits for the machine to settle waits for this.
 */
const LOOKS_AT_ONCE = 8;
const LOOK_EVERY_MS = 250;

/** Says when the next look may be: a token bucket. */
const createPace = () => {
  let allowance = LOOKS_AT_ONCE;
  let countedAt = Date.now();
  const count = (): number => {
    const now = Date.now();
    allowance = Math.min(LOOKS_AT_ONCE, allowance + (now - countedAt) / LOOK_EVERY_MS);
    countedAt = now;
    return now;
  };
  return {
    looked: (): void => {
      count();
      allowance = Math.max(0, allowance - 1);
    },
    /** Epoch milliseconds. */
    next: (): number => count() + Math.max(0, 1 - allowance) * LOOK_EVERY_MS,
  };
};

const NEEDED = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/** As Lambda hands it over: DynamoDB Local's own region is none of AWS's, and it does not know the mapping's ARN. */
const recordOf = (record: JsonObject, mapping: Mapping, assembly: Assembly): JsonObject => ({
  ...record,
  awsRegion: assembly.region,
  eventSourceARN: mapping.sourceArn,
});

/** A pause that a signal or the end of the source cuts short. */
const createBell = () => {
  let ring = new AbortController();
  return {
    ring: () => ring.abort(),
    wait: async (ms: number): Promise<void> => {
      await delay(ms, undefined, { signal: ring.signal, ref: false }).catch(() => undefined);
      if (ring.signal.aborted) ring = new AbortController();
    },
  };
};

/**
 * Reads and handles until closed. One batch at a time whatever the ParallelizationFactor: AWS runs several for a shard
 * only where their keys differ, so a function that is right there is right here.
 */
const startStreamSource = (
  mapping: Mapping,
  reader: StreamReader,
  handler: BatchHandler,
  options: StreamSourceOptions,
): StreamSource => {
  const closing = new AbortController();
  const bell = createBell();
  let dirty = true;
  let busy = true;
  let lingering = false;
  let flushing = false;
  const pace = createPace();
  let recordsRead = 0;

  const read = async (): Promise<ShardRecords | undefined> => {
    dirty = false;
    pace.looked();
    const next = await reader.next();
    if (next === undefined) return undefined;
    if (next.more) dirty = true;
    recordsRead += next.records.length;
    return { ...next, records: next.records.map(record => recordOf(record, mapping, options.assembly)) };
  };
  /** Lets time pass until then, or until somebody wants the machine to come to rest. */
  const linger = async (until: number, wakesOnWrite: boolean): Promise<void> => {
    lingering = true;
    options.changed();
    while (Date.now() < until && !flushing && !closing.signal.aborted && !(wakesOnWrite && dirty)) {
      await bell.wait(until - Date.now());
    }
    lingering = false;
  };
  /** Waits for a fuller batch as long as the window is open. */
  const fill = async (first: ShardRecords): Promise<ShardRecords> => {
    const until = Date.now() + mapping.windowMs;
    let { records } = first;
    while (records.length < mapping.batchSize && !flushing && !closing.signal.aborted && Date.now() < until) {
      await linger(until, true);
      const more = dirty ? await read() : undefined;
      if (more !== undefined && more.shardId !== first.shardId)
        throw new Error('the next shard began within a batching window; both are read again');
      records = [...records, ...(more?.records ?? [])];
    }
    return { ...first, records };
  };
  const handleAll = async ({ shardId, records }: ShardRecords): Promise<void> => {
    const place = { shardId, done: (sequence: string) => reader.checkpoint(shardId, sequence) };
    for (let start = 0; start < records.length && !closing.signal.aborted; start += mapping.batchSize) {
      await handler.handle(records.slice(start, start + mapping.batchSize), place, closing.signal);
    }
  };
  const turn = async (): Promise<void> => {
    // A look on the off-chance is no activity; what it finds is.
    if (dirty) busy = true;
    if (dirty) await linger(pace.next(), false);
    const next = await read();
    if (next !== undefined) {
      busy = true;
      await handleAll(mapping.windowMs > 0 ? await fill(next) : next);
      return;
    }
    if (dirty) return;
    busy = false;
    flushing = false;
    options.changed();
    await bell.wait(POLL_INTERVAL_MS);
  };
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await turn();
      } catch (error) {
        if (closing.signal.aborted) return;
        reader.rewind();
        lingering = false;
        options.report({
          level: 'error',
          part: 'event-sources',
          message: `${mapping.id} cannot read its stream: ${String(error)}`,
        });
        await bell.wait(POLL_INTERVAL_MS);
      }
    }
  };
  const running = run();
  return {
    tableName: tableNameOf(mapping.sourceArn),
    get recordsRead() {
      return recordsRead;
    },
    get idle() {
      return !busy && !dirty;
    },
    written: () => {
      if (dirty) return;
      dirty = true;
      bell.ring();
    },
    flush: () => {
      if (!lingering || flushing) return;
      flushing = true;
      bell.ring();
    },
    close: async () => {
      closing.abort();
      bell.ring();
      await running;
    },
  };
};

/**
 * Starts the mappings of tables' streams.
 * @throws LocalRuntimeError for a mapping that CloudFormation would refuse.
 */
export const startStreamSources = async (options: StreamSourceOptions): Promise<readonly StreamSource[]> => {
  const sources: StreamSource[] = [];
  for (const mapping of mappingsOf(options.assembly, 'dynamodb', 100)) {
    if (!mayRead(mapping, NEEDED, options.access, options.report)) continue;
    const reader = createStreamReader({
      client: options.client,
      mapping: mapping.id,
      localStreamArn: await localStreamArn(options.client, tableNameOf(mapping.sourceArn)),
      startAtEnd: textAt(mapping.resource.properties, 'StartingPosition') === 'LATEST',
      checkpoints: options.checkpoints,
      report: options.report,
    });
    sources.push(startStreamSource(mapping, reader, createBatchHandler(mapping, options), options));
  }
  return sources;
};
