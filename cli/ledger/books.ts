import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import { LocalRuntimeError } from '../../local/types.ts';
import { realTime } from '../../shared/application/execute.ts';
import type { PublicationLog } from '../../shared/application/publications.ts';
import type { Sweep } from '../../shared/application/sweep.ts';
import { eventBridgePublisher } from '../../shared/bus/eventbridge-publisher.ts';
import { sqsQuarantine } from '../../shared/bus/sqs-quarantine.ts';
import { dynamoDBPublicationLog } from '../../shared/store/dynamodb-publication-log.ts';
import { OPERATOR, withDataOption } from './open.ts';
import { type RunningLedger, runningLedger } from './running.ts';

/** What was stored and what was published, open for comparison. */
export interface OpenBooks extends Disposable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: PublicationLog;
  readonly relay: NonNullable<Sweep['relay']>;
  /** On this machine, where the record never expires and the clock may be another. */
  readonly local: boolean;
}

/** Which books a command is about. */
export interface BooksOptions {
  readonly data: string;
  readonly table?: string;
  readonly index?: string;
  readonly bus?: string;
  readonly quarantine?: string;
  readonly region?: string;
}

/** Adds the options that name the books of a stack. */
export const withBooksOptions = (command: Command): Command =>
  withDataOption(command)
    .option('--table <name>', 'the table of events on AWS')
    .option('--index <name>', 'the table of the index on AWS')
    .option('--bus <name>', 'the bus on AWS, to publish to')
    .option('--quarantine <url>', 'the queue of the quarantine on AWS, for what the bus refuses')
    .option('--region <name>', 'their region');

type Place = Omit<RunningLedger, 'endpoint' | 'region' | 'bucket'>;

const opened = (
  settings: { readonly endpoint?: string; readonly region?: string; readonly credentials?: typeof OPERATOR },
  { table, index, bus, quarantine }: Place,
): OpenBooks => {
  const dynamodb = new DynamoDBClient(settings);
  const eventBridge = new EventBridgeClient(settings);
  const sqs = new SQSClient(settings);
  const client = DynamoDBDocumentClient.from(dynamodb);
  return {
    client,
    table,
    log: dynamoDBPublicationLog({ client, indexTable: index }),
    relay: {
      publisher: eventBridgePublisher(eventBridge, bus),
      quarantine: sqsQuarantine(sqs, quarantine),
      ...realTime,
    },
    local: settings.endpoint !== undefined,
    [Symbol.dispose]: () => {
      for (const one of [dynamodb, eventBridge, sqs]) one.destroy();
    },
  };
};

/**
 * Opens the books that the options name: on AWS with the credentials of the environment, or those of the local stack.
 * @throws LocalRuntimeError
 */
export const openBooks = async (options: BooksOptions): Promise<OpenBooks> => {
  const { data, table, index, bus, quarantine, region } = options;
  if ([table, index, bus, quarantine].every(name => name === undefined)) {
    const running = await runningLedger(data);
    return opened({ endpoint: running.endpoint, region: running.region, credentials: OPERATOR }, running);
  }
  if (table === undefined || index === undefined || bus === undefined || quarantine === undefined)
    throw new LocalRuntimeError('--table, --index, --bus and --quarantine go together.', { exitCode: 2 });
  return opened(region === undefined ? {} : { region }, { table, index, bus, quarantine });
};
