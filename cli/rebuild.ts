import { setTimeout as pause } from 'node:timers/promises';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Argument, Command, Option } from 'commander';
import type { ArchiveReader } from '../shared/application/archive.ts';
import { realTime } from '../shared/application/execution.ts';
import type { Generations } from '../shared/application/generations.ts';
import { dropOthers, RebuildError, type Replay, rebuild, replay, switchTo } from '../shared/application/rebuild.ts';
import type { Envelope } from '../shared/events/envelope.ts';
import { fixturesProjection } from '../shared/projections/fixtures.ts';
import { standingsProjection } from '../shared/projections/standings.ts';
import { statisticsProjection } from '../shared/projections/statistics.ts';
import { decodeCommit } from '../shared/store/commit-codec.ts';
import { dynamoDBGenerations } from '../shared/store/dynamodb-generations.ts';
import { dynamoDBTallyTable } from '../shared/store/dynamodb-tally-table.ts';
import { scanWholeLedger } from '../shared/store/whole-ledger.ts';
import { type DeploymentOptions, openDeployment, withDeploymentOptions } from './ledger/deployment.ts';
import { openArchive, withArchiveOption } from './ledger/open.ts';
import { progressBar } from './progress.ts';
import { runCli } from './run-cli.ts';

const READ_MODELS = {
  fixtures: { table: 'Fixtures', projection: fixturesProjection },
  standings: { table: 'Standings', projection: standingsProjection },
  statistics: { table: 'Statistics', projection: statisticsProjection },
} as const;

/** Longest a handler goes by a register it read before: its timeout of 30 s, and what it keeps the register for. */
const GRACE_SECONDS = 35;

interface Arguments extends DeploymentOptions {
  readonly tenant?: string;
  readonly archive?: string;
  readonly back?: boolean;
  readonly drop?: boolean;
  readonly grace: number;
}

const program = withArchiveOption(
  withDeploymentOptions(new Command('rebuild'))
    .description(
      'Replays the event store into a read model: into a new generation beside the one in use, which is switched in when it is complete.',
    )
    .addArgument(new Argument('<read model>').choices(Object.keys(READ_MODELS))),
)
  .option(
    '--tenant <id>',
    'no new generation: apply what this tenant stored to the one in use, which adds what it lacks',
  )
  .option('--back', 'make the other written generation the active one again')
  .option('--drop', 'stop writing all generations but the active one')
  .addOption(
    new Option('--grace <seconds>', 'wait for handlers that do not know of the new generation yet')
      .default(GRACE_SECONDS)
      .argParser(Number),
  )
  .parse();

async function* eventsOf(
  client: DynamoDBDocumentClient,
  table: string,
  { tenantId, archive }: { readonly tenantId: string | undefined; readonly archive: ArchiveReader | undefined },
): AsyncGenerator<readonly Envelope[]> {
  for await (const items of scanWholeLedger(client, table, { archive, ...(tenantId !== undefined && { tenantId }) }))
    yield items.flatMap(item => decodeCommit(item).events);
}

const say = ({ active, written }: Generations): void => {
  process.stdout.write(
    `generation ${active} is read, ${written.join(', ')} ${written.length > 1 ? 'are' : 'is'} written\n`,
  );
};

const goBack = ({ active, written }: Generations): number => {
  const other = written.find(generation => generation !== active);
  if (other === undefined) throw new RebuildError(`generation ${active} is the only one that is written`);
  return other;
};

const run = async (): Promise<number> => {
  const options = program.opts<Arguments>();
  const { tenant, back, drop, grace } = options;
  const { table, projection } = READ_MODELS[program.args[0] as keyof typeof READ_MODELS];
  using deployment = await openDeployment(options);
  const { client, tableOf } = deployment;
  const [name, ledger] = await Promise.all([tableOf(table), tableOf('Events')]);
  const register = dynamoDBGenerations(client, name);
  if (back || drop) {
    say(back ? await switchTo(register, goBack(await register.read())) : await dropOthers(register));
    return 0;
  }
  // DynamoDB counts items every six hours or so: the bar's end is a guess.
  const { Table } = await client.send(new DescribeTableCommand({ TableName: ledger }));
  const bar = progressBar(Table?.ItemCount ?? 0, 'events');
  const started = performance.now();
  let count = 0;
  const source: Replay<never> = {
    tally: dynamoDBTallyTable(client, name),
    projection: projection as unknown as Replay<never>['projection'],
    pages: eventsOf(client, ledger, { tenantId: tenant, archive: await openArchive(deployment, options) }),
    onProgress: events => {
      count = events;
      bar.to(events, '');
    },
  };
  if (tenant === undefined) say(await rebuild(realTime, register, source, () => pause(grace * 1000)));
  else await replay(realTime, source, (await register.read()).active);
  bar.end();
  process.stdout.write(`${count} events in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return 0;
};

await runCli(run);
