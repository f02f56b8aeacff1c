import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import { realTime } from '../../shared/application/execution.ts';
import type { PublicationLog } from '../../shared/application/publications.ts';
import type { Sweep } from '../../shared/application/sweep.ts';
import { eventBridgePublisher } from '../../shared/bus/eventbridge-publisher.ts';
import { sqsQuarantine } from '../../shared/bus/sqs-quarantine.ts';
import { dynamoDBPublicationLog } from '../../shared/store/dynamodb-publication-log.ts';
import { type DeploymentOptions, openDeployment, withDeploymentOptions } from './deployment.ts';

/** What was stored and what was published, open for comparison. */
export interface OpenBooks extends Disposable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: PublicationLog;
  /** Finds the bus and the quarantine, and publishes. @throws NoSuchResourceError */
  readonly openRelay: () => Promise<NonNullable<Sweep['relay']>>;
}

/** Which books a command is about. */
export interface BooksOptions extends DeploymentOptions {
  readonly bus?: string;
  readonly quarantine?: string;
}

/** Adds the options that name the books of a stack. */
export const withBooksOptions = (command: Command): Command =>
  withDeploymentOptions(command)
    .option('--bus <name>', 'with --stage: its bus, to publish to')
    .option('--quarantine <url>', 'with --stage: its queue of the quarantine, for what the bus refuses');

/**
 * Opens the books that the options name: on AWS with the credentials of the environment, or those of the local stack.
 * @throws LocalRuntimeError none runs here; NoSuchResourceError
 */
export const openBooks = async (options: BooksOptions): Promise<OpenBooks> => {
  const deployment = await openDeployment(options);
  const { client, config, find, tableOf } = deployment;
  const [eventBridge, sqs] = [new EventBridgeClient(config), new SQSClient(config)];
  return {
    client,
    table: await tableOf('Events'),
    log: dynamoDBPublicationLog({ client, indexTable: await tableOf('Index') }),
    openRelay: async () => ({
      publisher: eventBridgePublisher(eventBridge, options.bus ?? (await find('AWS::Events::EventBus', 'Bus'))),
      quarantine: sqsQuarantine(sqs, options.quarantine ?? (await find('AWS::SQS::Queue', 'OutboxQuarantine'))),
      ...realTime,
    }),
    [Symbol.dispose]: () => {
      for (const one of [eventBridge, sqs]) one.destroy();
      deployment[Symbol.dispose]();
    },
  };
};
