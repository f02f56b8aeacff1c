import {
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  ScanCommand,
  type ScanCommandInput,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '../../shared/application/parallel.ts';
import { type CommitItem, decodeCommit, decodeStreamed } from '../../shared/store/commit-codec.ts';
import { scanSegment } from '../../shared/store/ledger-scan.ts';
import { median } from '../median.ts';
import { sampleEvents } from './sample.ts';
import { create } from './subject.ts';
import type { Subject } from './subjects.ts';

const WIDTH = 32;
const ROUNDS = 5;
const SEGMENTS = 4;

const perSecond = async (times: number, run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await run();
  return (times * 1000) / (performance.now() - from);
};

/** Turns of the one and of the other, so that both meet the same machine; the median of the ratios of the turns, and the last rates. */
const compared = async (ours: (round: number) => Promise<number>, others: (round: number) => Promise<number>) => {
  const ratios: number[] = [];
  const rates: [number, number][] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const [a, b] = [await ours(round), await others(round)];
    if (round < 0) continue; // Warming up.
    ratios.push(a / b);
    rates.push([a, b]);
  }
  return { ratio: median(ratios), ours: median(rates.map(([a]) => a)), others: median(rates.map(([, b]) => b)) };
};

/** The items that appends of ours would put. */
const itemsOf = async (prefix: string, times: number, bytes: number): Promise<PutItemCommandInput['Item'][]> => {
  const items: PutItemCommandInput['Item'][] = [];
  const send = async ({ input }: PutItemCommand) => {
    items.push(input.Item);
    return {};
  };
  const recorder = create({ client: { send } as unknown as DynamoDBClient, tableName: 'none' });
  for (let index = 0; index < times; index += 1) await recorder.append(`${prefix}-${index}`, 0, sampleEvents(1, bytes));
  return items;
};

/** Appends 32 at a time, over PutItems of the same items without a condition. */
export const appendsOverPuts = ({ store, client }: Subject, rawTable: string, bytes: number, times = 2000) =>
  compared(
    round =>
      perSecond(times, () =>
        inParallel(WIDTH, Array(times).keys(), n => store.append(`fast-${round}-${n}`, 0, sampleEvents(1, bytes))),
      ),
    async round => {
      const items = await itemsOf(`fast-${round}`, times, bytes);
      return perSecond(times, () =>
        inParallel(WIDTH, Array(times).keys(), n =>
          client.send(new PutItemCommand({ TableName: rawTable, Item: items[n] })),
        ),
      );
    },
  );

/** Loads of a stream of 100 events, 32 at a time. */
export const loadsOver = (ours: Subject, other: Subject, times = 500) => {
  const loads = ({ store }: Subject) =>
    perSecond(times, () => inParallel(WIDTH, Array(times).keys(), () => store.load('length-100')));
  return compared(
    () => loads(ours),
    () => loads(other),
  );
};

/** Items of one segment of a table as DynamoDB answers them, page by page: nothing is made of them. */
async function* rawPages(client: DynamoDBClient, TableName: string, Segment: number) {
  let ExclusiveStartKey: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName, Segment, TotalSegments: SEGMENTS, ConsistentRead: true, ExclusiveStartKey }),
    );
    yield page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** Events a second, when each segment counts its own. */
const eventsPerSecond = async (count: (segment: number) => Promise<number>): Promise<number> => {
  const from = performance.now();
  const counts = await Promise.all(Array.from({ length: SEGMENTS }, (_, segment) => count(segment)));
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - from);
};

/** Events a second of a replay of the whole table, over paged reads of the same bytes of which nothing is made. */
export const replayOverReads = ({ client }: Subject, tableName: string) => {
  const documents = DynamoDBDocumentClient.from(client);
  const replay = async (segment: number): Promise<number> => {
    let events = 0;
    for await (const { items } of scanSegment(documents, tableName, segment, { segments: SEGMENTS }))
      for (const item of items) events += decodeCommit(item).events.length;
    return events;
  };
  const read = async (segment: number): Promise<number> => {
    let events = 0;
    for await (const items of rawPages(client, tableName, segment)) for (const { n } of items) events += Number(n?.N);
    return events;
  };
  return compared(
    () => eventsPerSecond(replay),
    () => eventsPerSecond(read),
  );
};

/** Microseconds an event that the chain takes: reading with the check of the hash, less reading without. */
export const chainMicroseconds = async ({ client }: Subject, tableName: string): Promise<number> => {
  const items: CommitItem[] = [];
  const documents = DynamoDBDocumentClient.from(client);
  for await (const page of scanSegment(documents, tableName, 0, { segments: 1 })) {
    items.push(...page.items);
    if (items.length >= 5000) break;
  }
  const events = items.reduce((sum, { n }) => sum + n, 0);
  const timed = (read: (item: CommitItem) => unknown): number => {
    const from = performance.now();
    for (const item of items) read(item);
    return ((performance.now() - from) * 1000) / events;
  };
  const rounds = Array.from({ length: ROUNDS }, () => timed(item => decodeStreamed({ ...item })) - timed(decodeCommit));
  return median(rounds);
};
