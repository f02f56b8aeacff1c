import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbLocal } from '../../local/dynamodb/java.ts';
import { capacityLines } from './capacity.ts';
import { extraReadsOf, ourExtraReads } from './contention.ts';
import { indexUnits } from './index-units.ts';
import { SMALLEST_EVENT } from './sample.ts';
import { appendsOverPuts, chainMicroseconds, loadsOver, replayOverReads } from './speed.ts';
import { hasPeers, ourSubject, peerSubject, type Subject } from './subjects.ts';

const USAGE = `npm run bench:event-store -- [--length 10000] [--bytes ${SMALLEST_EVENT}] [--peers DIR]
  --length  events of the longest stream
  --bytes   JSON of the payload and the metadata of an event
  --peers   folder of the harness with the other event stores (after \`npm ci\` in it); "none": ours alone`;

const TABLE = 'matchday';
const RAW_TABLE = 'raw';
const INDEX_TABLE = 'index';
const ROOT = join(import.meta.dirname, '..', '..');

const options = () => {
  const { values } = parseArgs({
    options: {
      length: { type: 'string' },
      bytes: { type: 'string' },
      peers: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [length, bytes] = [Number(values.length ?? 10_000), Number(values.bytes ?? SMALLEST_EVENT)];
  if (values.help || !(length >= 100) || !(bytes >= SMALLEST_EVENT)) {
    console.log(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  return { length, bytes, peers: values.peers ?? join(ROOT, '..', 'shared', 'peers', 'event-store-bench') };
};

const openPeers = async (endpoint: string, folder: string): Promise<Subject[]> => {
  if (!hasPeers(resolve(folder))) {
    const what = existsSync(join(folder, 'harness.mjs'))
      ? `run \`npm ci\` in a copy of ${folder}`
      : 'give their folder';
    console.log(`Ours alone. To run castore and equinox-js beside it ${what} and say --peers DIR.\n`);
    return [];
  }
  return [
    await peerSubject(endpoint, resolve(folder), 'castore'),
    await peerSubject(endpoint, resolve(folder), 'equinox-js', { EQX_ACCESS: 'snapshot', EQX_TIP_KIB: '4' }),
    await peerSubject(endpoint, resolve(folder), 'equinox-js', { EQX_ACCESS: 'unoptimized', EQX_TIP_KIB: '32' }),
  ];
};

const figure = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');

const print = (what: string, unit: string, values: readonly string[]): void =>
  console.log(`${what.padEnd(48)} ${unit.padEnd(8)} ${values.map(value => value.padStart(20)).join(' ')}`);

const capacity = async (subjects: readonly Subject[], length: number, bytes: number): Promise<void> => {
  print(
    '',
    '',
    subjects.map(({ label }) => label.replace(/\(real.*?,? ?/, '(').slice(-20)),
  );
  for (const line of capacityLines(length, bytes)) {
    const values: string[] = [];
    for (const subject of subjects) values.push(figure(await line.figure(subject)));
    print(line.what, line.unit, values);
  }
};

/** In the middle of a season: the table of the index has a page already. */
const queries = async ({ client, meter }: Subject, bytes: number): Promise<void> => {
  const index = { client: DynamoDBDocumentClient.from(client), meter, indexTable: INDEX_TABLE };
  const { wru } = await indexUnits(index, { tenantId: 'bench', size: 100, bytes });
  print('all four queries: extra an event, batches of 100', 'WRU', [figure(wru)]);
};

const conflicts = async ([ours, ...others]: readonly [Subject, ...Subject[]], bytes: number): Promise<void> => {
  const { extra, gaveUp } = await ourExtraReads(ours, TABLE, bytes);
  const values = [figure(extra)];
  for (const subject of others) values.push(figure(await extraReadsOf(subject, bytes)));
  print('conflict: extra until success, 32 writers', 'RRU', values);
  if (gaveUp > 0) console.log(`  (${gaveUp} of 200 commands of ours gave up)`);
};

type Compared = Awaited<ReturnType<typeof loadsOver>>;

const printRatio = (what: string, { ratio, ours, others }: Compared): void =>
  print(what, 'ratio', [figure(ratio), `${Math.round(ours)}/s`, `${Math.round(others)}/s`]);

const speeds = async ([ours, castore]: readonly [Subject, ...Subject[]], bytes: number): Promise<void> => {
  console.log('\nratios: the median of five turns of both; beside it ours and the other, a second');
  printRatio('append 1, 32-way, over raw PutItem', await appendsOverPuts(ours, RAW_TABLE, bytes));
  if (castore) printRatio('load of 100 events, 32-way, over castore', await loadsOver(ours, castore));
  printRatio('full replay, events, over raw paged reads', await replayOverReads(ours, TABLE));
  print('chain, an event', 'µs', [figure(await chainMicroseconds(ours, TABLE))]);
};

const main = async (): Promise<void> => {
  const { length, bytes, peers } = options();
  const dynamodb = await startDynamoDbLocal({ heapMb: 512, report: () => {} });
  const subjects: Subject[] = [];
  try {
    const ours = await ourSubject(dynamodb.endpoint, TABLE, async (client, input) => {
      await client.send(new CreateTableCommand(input));
      for (const TableName of [RAW_TABLE, INDEX_TABLE])
        await client.send(new CreateTableCommand({ ...input, TableName }));
    });
    subjects.push(ours, ...(await openPeers(dynamodb.endpoint, peers)));
    const all = [ours, ...subjects.slice(1)] as const;
    console.log(`events of ${bytes} bytes, node ${process.version}, DynamoDB Local\n`);
    await capacity(all, length, bytes);
    await queries(ours, bytes);
    await conflicts(all, bytes);
    await speeds(all, bytes);
  } finally {
    for (const { client } of subjects) client.destroy();
    await dynamodb.close();
  }
};

await main();
