import { join } from 'node:path';
import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  ListTablesCommand,
  type ListTablesCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import { runningLedger } from './running.ts';

/** No stack is there that has the table. */
class NoSuchStackError extends Error {
  override readonly name = 'NoSuchStackError';
}

/** Which deployment a command is about. */
export interface DeploymentOptions {
  readonly data: string;
  readonly stage?: string;
  readonly region?: string;
}

/** A stack that runs on this machine or on AWS, open for a person at a terminal. */
export interface Deployment extends Disposable {
  /** Settings of a client of any other service of it. */
  readonly config: OperatorConfig;
  readonly client: DynamoDBDocumentClient;
  /** The name of the table whose logical id begins like this. @throws NoSuchStackError */
  readonly tableOf: (logicalId: string) => Promise<string>;
}

type OperatorConfig = Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'>;

/** What a stack on this machine is synthesized for. */
const LOCAL_STAGE = 'dev';

/** Adds the options that name a deployment. */
export const withDeploymentOptions = (command: Command): Command =>
  command
    .option(
      '--data <folder>',
      'data folder of the stack that runs on this machine',
      join(import.meta.dirname, '../../.matchday'),
    )
    .option('--stage <name>', 'instead: this stage on AWS, with the credentials of the environment')
    .option('--region <name>', 'of the stage; absent: that of the environment');

/** At an endpoint of this machine the access key `operator` may do everything. */
export const operatorConfig = (endpoint: string, region = 'local'): OperatorConfig => ({
  endpoint,
  region,
  credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
});

/** A client for the whole of a stack that runs on this machine. */
export const operatorClient = (endpoint: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(operatorConfig(endpoint)));

const findTable = async (client: DynamoDBDocumentClient, stage: string, logicalId: string): Promise<string> => {
  const prefix = `MatchdayData-${stage}-${logicalId}`;
  let ExclusiveStartTableName: string | undefined;
  do {
    const page: ListTablesCommandOutput = await client.send(new ListTablesCommand({ ExclusiveStartTableName }));
    const found = page.TableNames?.find(name => name.startsWith(prefix));
    if (found !== undefined) return found;
    ExclusiveStartTableName = page.LastEvaluatedTableName;
  } while (ExclusiveStartTableName !== undefined);
  throw new NoSuchStackError(`There is no table ${prefix}...: is the stage "${stage}" deployed in this region?`);
};

/**
 * Opens the stage that is named, on AWS, or else the stack that runs on this machine.
 * @throws LocalRuntimeError none runs
 */
export const openDeployment = async ({ data, stage, region }: DeploymentOptions): Promise<Deployment> => {
  const running = stage === undefined ? await runningLedger(data) : undefined;
  const onAws = region === undefined ? {} : { region };
  const config = running ? operatorConfig(running.endpoint, running.region) : onAws;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    config,
    client,
    tableOf: logicalId => findTable(client, stage ?? LOCAL_STAGE, logicalId),
    [Symbol.dispose]: () => client.destroy(),
  };
};
