import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { dynamoDbClient } from '../../local/dynamodb/client.ts';
import { localStreamArn } from '../../local/dynamodb/tables.ts';
import { openCheckpoints } from '../../local/event-sources/checkpoints.ts';
import { createStreamReader, sequenceOf } from '../../local/event-sources/stream-reader.ts';
import { matchStream, predictionStream } from '../../shared/events/streams.ts';
import { imageOf } from '../../shared/lambda/stream-handler.ts';
import { decodeStreamed } from '../../shared/store/commit-codec.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBIndexWriter } from '../../shared/store/dynamodb-index-writer.ts';
import { connect, STORIES, TABLES, TENANTS } from './tables.ts';

/** Tells the parent that the work begins now. */
const begin = (): boolean => process.stdout.write('up');

const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T;

/** Appends to random streams until it is killed. */
export const write = async (endpoint: string): Promise<never> => {
  const store = dynamoDBEventStore({ client: connect(endpoint), tableName: TABLES.eventsTable });
  begin();
  for (;;) {
    const name = `m-${randomInt(20)}`;
    const stream = pick([matchStream(name), predictionStream(name, `p-${randomInt(5)}`)]);
    const commitId = randomUUID();
    const { token } = await store.load(pick(TENANTS), stream);
    const playerId = `p-${randomInt(99)}`;
    const fact = { type: 'pool.player-joined', data: { poolId: 'office', competition: 'cup', playerId } } as const;
    await store.append(token, {
      commitId,
      occurredAt: new Date(Date.now() - randomInt(2000)).toISOString(),
      correlationId: `story-${randomInt(STORIES)}`,
      causationId: commitId,
      actor: playerId,
      priority: 'normal',
      hops: randomInt(4),
      events: pick([[fact], [fact, fact, fact]] as const),
    });
  }
};

/** Reads the stream in batches of random size, as Lambda may cut them; to the end of it, or until it is killed. */
export const build = async (endpoint: string, folder: string, toTheEnd: boolean): Promise<void> => {
  const client = dynamoDbClient(endpoint);
  const reader = createStreamReader({
    client,
    mapping: 'index',
    localStreamArn: await localStreamArn(client, TABLES.eventsTable),
    startAtEnd: false,
    checkpoints: openCheckpoints(folder),
    report: ({ message }) => console.error(message),
  });
  const index = dynamoDBIndexWriter({ client: connect(endpoint), indexTable: TABLES.indexTable });
  begin();
  for (;;) {
    const read = await reader.next();
    if (!read && toTheEnd) process.exit(0);
    if (!read) await delay(20);
    for (let start = 0, size = 0; read && start < read.records.length; start += size) {
      size = randomInt(1, 200);
      const batch = read.records.slice(start, start + size);
      await index.add(batch.map(record => decodeStreamed(imageOf(record as unknown as DynamoDBRecord))));
      reader.checkpoint(read.shardId, sequenceOf(batch.at(-1) ?? {}));
    }
  }
};
