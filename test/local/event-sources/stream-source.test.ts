import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoDbClient, dynamoDbClient } from '../../../local/dynamodb/client.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../../local/dynamodb/java.ts';
import { ensureTables } from '../../../local/dynamodb/tables.ts';
import { openCheckpoints } from '../../../local/event-sources/checkpoints.ts';
import { type StreamSource, startStreamSources } from '../../../local/event-sources/stream-source.ts';
import type { AccessControl, Json, JsonObject } from '../../../local/types.ts';
import { scratch } from '../stack/support.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  eventually,
  fakeFunctions,
  functionResource,
  memoryQueues,
  resource,
} from '../support/machine.ts';

type Batch = { Records: { dynamodb: { Keys: { p: { S: string } } } }[] };
const keysOf = (event: Json): string[] => (event as unknown as Batch).Records.map(record => record.dynamodb.Keys.p.S);

describe("a table's stream as event source", () => {
  const directory = scratch();
  let dynamodb: DynamoDbLocal;
  let client: DynamoDbClient;
  let running: readonly StreamSource[] = [];
  const stop = async () => {
    await Promise.all(running.map(source => source.close()));
    running = [];
  };
  beforeAll(async () => {
    dynamodb = await startDynamoDbLocal({ report: () => {} });
    client = dynamoDbClient(dynamodb.endpoint);
  }, 30_000);
  afterEach(stop);
  afterAll(async () => {
    client?.close();
    await dynamodb?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const machine = async (table: string, properties: JsonObject = {}) => {
    const assembly = assemblyOf(
      resource('AWS::DynamoDB::Table', table, {
        KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'p', AttributeType: 'S' }],
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      }),
      functionResource('fn'),
      resource('AWS::Lambda::EventSourceMapping', 'mapping', {
        EventSourceArn: arn('dynamodb', `table/${table}/stream/L`),
        FunctionName: 'fn',
        StartingPosition: 'TRIM_HORIZON',
        ...properties,
      }),
    );
    await ensureTables(client, assembly);
    const start = async (work: Parameters<typeof fakeFunctions>[0], access: AccessControl = accessExcept()) => {
      const { functions, events } = fakeFunctions(work);
      const reports: string[] = [];
      const checkpoints = openCheckpoints(directory);
      const queues = memoryQueues(assembly);
      const report = ({ message }: { message: string }) => reports.push(message);
      running = await startStreamSources({
        assembly,
        client,
        checkpoints,
        queues,
        functions,
        access,
        report,
        retryDelaySeconds: 0,
        changed: () => {},
      });
      return { events, reports, idle: () => eventually(() => running.every(source => source.idle)) };
    };
    const put = async (...keys: string[]) => {
      for (const p of keys) await client.call('DynamoDB_20120810.PutItem', { TableName: table, Item: { p: { S: p } } });
      for (const source of running) source.written();
    };
    return { start, put };
  };

  it('reads in order, in batches, and goes on after its checkpoint', async () => {
    const { start, put } = await machine('Ordered', { BatchSize: 2 });
    await put('a', 'b', 'c');
    const first = await start(() => undefined);
    await first.idle();
    expect(first.events.map(keysOf)).toEqual([['a', 'b'], ['c']]);
    await stop();
    await put('d');
    const second = await start(() => undefined);
    await second.idle();
    expect(second.events.map(keysOf)).toEqual([['d']]);
  });

  it('brings back at the next start what was not done', async () => {
    const { start, put } = await machine('Cut', { BatchSize: 1 });
    await put('a', 'b');
    const first = await start(event => {
      if (keysOf(event).includes('b')) throw new Error('never in this life');
      return undefined;
    });
    await eventually(() => first.events.length > 2);
    await stop();
    const second = await start(() => undefined);
    await second.idle();
    expect(second.events.map(keysOf)).toEqual([['b']]);
  });

  it('with LATEST leaves out what was there before its first start, and nothing after', async () => {
    const { start, put } = await machine('Late', { StartingPosition: 'LATEST' });
    await put('before');
    const first = await start(() => undefined);
    await first.idle();
    await stop();
    await put('while down');
    const second = await start(() => undefined);
    await put('now');
    await second.idle();
    expect([...first.events, ...second.events].flatMap(keysOf)).toEqual(['while down', 'now']);
  });

  it('waits for a fuller batch within its window, unless somebody cannot wait', async () => {
    const { start, put } = await machine('Windowed', { MaximumBatchingWindowInSeconds: 60 });
    const { events, idle } = await start(() => undefined);
    await idle();
    await put('a');
    await put('b');
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(events).toEqual([]);
    await eventually(() => {
      for (const source of running) source.flush();
      return running.every(source => source.idle);
    });
    expect(events.flatMap(keysOf)).toEqual(['a', 'b']);
  });

  it('takes what is written to an empty stream after another table was, and has nothing to say about it', async () => {
    const other = await machine('Other');
    const { start, put } = await machine('Empty');
    const { events, reports, idle } = await start(() => undefined);
    await idle();
    await other.put('x');
    await put('a');
    await idle();
    expect(events.flatMap(keysOf)).toEqual(['a']);
    expect(reports).toEqual([]);
  });

  it('stays off when its role may not read the stream', async () => {
    const { start } = await machine('Denied');
    const { reports } = await start(() => undefined, accessExcept('dynamodb:GetRecords'));
    expect(running).toEqual([]);
    expect(reports.join()).toMatch(/stays off.*dynamodb:GetRecords/);
  });
});
