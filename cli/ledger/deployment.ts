import { join } from 'node:path';
import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  ListTablesCommand,
  type ListTablesCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import { type ResourceType, type RunningStack, runningStack } from './running.ts';

/** The deployment does not have what was looked for, or it cannot be found on AWS by itself. */
class NoSuchResourceError extends Error {
  override readonly name = 'NoSuchResourceError';
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
  /**
   * The resource of this type whose logical id begins like this: a name, or the URL of a queue.
   * @throws NoSuchResourceError
   */
  readonly find: (type: ResourceType, logicalId: string) => Promise<string>;
  /** The name of a table. @throws NoSuchResourceError */
  readonly tableOf: (logicalId: string) => Promise<string>;
}

type OperatorConfig = Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'>;

/** Where `npm start` keeps its data, unless it is told otherwise. */
export const DATA_FOLDER = join(import.meta.dirname, '../../.matchday');

/** Adds the options that name a deployment. */
export const withDeploymentOptions = (command: Command): Command =>
  command
    .option('--data <folder>', 'data folder of the stack that runs on this machine', DATA_FOLDER)
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

/** Where resources are found: their type, and how the logical id begins. */
type Find = Deployment['find'];

const findRunning =
  ({ resources }: RunningStack): Find =>
  async (type, logicalId) => {
    const found = resources.find(resource => resource.type === type && resource.logicalId.startsWith(logicalId));
    if (!found) throw new NoSuchResourceError(`The running stack has no ${type} ${logicalId}.`);
    return found.ref;
  };

/** CloudFormation begins the names of tables with those of the stack and the resource. */
const findOnAws =
  (client: DynamoDBDocumentClient, stage: string): Find =>
  async (type, logicalId) => {
    if (type !== 'AWS::DynamoDB::GlobalTable')
      throw new NoSuchResourceError(`On AWS an option has to name the ${type} ${logicalId}: see --help.`);
    const prefix = `MatchdayData-${stage}-${logicalId}`;
    let ExclusiveStartTableName: string | undefined;
    do {
      const page: ListTablesCommandOutput = await client.send(new ListTablesCommand({ ExclusiveStartTableName }));
      const found = page.TableNames?.find(name => name.startsWith(prefix));
      if (found !== undefined) return found;
      ExclusiveStartTableName = page.LastEvaluatedTableName;
    } while (ExclusiveStartTableName !== undefined);
    throw new NoSuchResourceError(`There is no table ${prefix}...: is the stage "${stage}" deployed in this region?`);
  };

const opened = (config: OperatorConfig, findWith: (client: DynamoDBDocumentClient) => Find): Deployment => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const find = findWith(client);
  return {
    config,
    client,
    find,
    tableOf: logicalId => find('AWS::DynamoDB::GlobalTable', logicalId),
    [Symbol.dispose]: () => client.destroy(),
  };
};

/**
 * Opens the stage that is named, on AWS, or else the stack that runs on this machine.
 * @throws LocalRuntimeError none runs
 */
export const openDeployment = async ({ data, stage, region }: DeploymentOptions): Promise<Deployment> => {
  if (stage !== undefined) return opened(region === undefined ? {} : { region }, client => findOnAws(client, stage));
  const running = await runningStack(data);
  return opened(operatorConfig(running.endpoint, running.region), () => findRunning(running));
};
