import { Command, InvalidArgumentError, Option } from 'commander';
import { ConsumerFailedError, realWaiting, subscribe } from '../shared/application/subscribe.ts';
import { EVENT_TYPES } from '../shared/events/catalog.ts';
import type { Envelope } from '../shared/events/envelope.ts';
import { dynamoDBCheckpoints } from '../shared/store/dynamodb-checkpoints.ts';
import { dynamoDBEventIndex } from '../shared/store/dynamodb-event-index.ts';
import { memoryCheckpoints } from '../shared/store/memory-checkpoints.ts';
import { interrupted } from './interrupted.ts';
import { type DeploymentOptions, openDeployment, withDeploymentOptions } from './ledger/deployment.ts';
import { runCli } from './run-cli.ts';

interface Arguments extends DeploymentOptions {
  readonly tenant: string;
  readonly type?: readonly string[];
  readonly from?: string;
  readonly name?: string;
}

const instant = (text: string): string => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('An instant: 2026-11-20T19:00:00.000Z.');
  return date.toISOString();
};

const program = withDeploymentOptions(
  new Command('follow')
    .description(
      'Prints the events of a tenant, one JSON line each, in the order in which they reached the index: those that are there, and then those that come, until Ctrl-C.',
    )
    .option('--tenant <id>', 'whose events', 'demo')
    .addOption(new Option('--type <type...>', 'only these types').choices(EVENT_TYPES))
    .option('--from <instant>', 'only what occurred then or later', instant)
    .option('--name <name>', 'keep a checkpoint of this name, and go on from it: the newest command of a name has it'),
).parse();

/** Resolves when the line is out of our hands, so that no checkpoint is ahead of what was printed. */
const print = (event: Envelope): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(event)}\n`, error => (error ? reject(error) : resolve()));
  });

/** A reader that has seen enough (`| head`) closes the pipe. */
const isEnoughRead = (error: unknown): boolean =>
  error instanceof ConsumerFailedError && (error.cause as NodeJS.ErrnoException).code === 'EPIPE';

const follow = async (): Promise<number> => {
  const { tenant, type, from, name, ...options } = program.opts<Arguments>();
  const signal = interrupted();
  using deployment = await openDeployment(options);
  const { client, tableOf } = deployment;
  const [eventsTable, indexTable] = await Promise.all([tableOf('Events'), tableOf('Index')]);
  const following = subscribe(
    {
      index: dynamoDBEventIndex({ client, eventsTable, indexTable }),
      checkpoints: name === undefined ? memoryCheckpoints() : dynamoDBCheckpoints(client, indexTable),
      ...realWaiting,
    },
    { name: name ?? 'follow', tenantId: tenant, types: type, from },
    print,
    // What cannot be printed once cannot be printed at all.
    { signal, attempts: 1 },
  );
  await following.catch((error: unknown) => {
    if (!isEnoughRead(error)) throw error;
  });
  return 0;
};

// The callback of the write has it.
process.stdout.on('error', () => {});

await runCli(follow);
