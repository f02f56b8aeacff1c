import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetterSources } from '../../shared/application/dead-letters/list.ts';
import { sqsDeadLetters } from '../../shared/bus/sqs-dead-letters.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBIncidents } from '../../shared/store/dynamodb-incidents.ts';
import { type DeploymentOptions, openDeployment } from './deployment.ts';
import { deadLetterQueueNames, type NamedQueue } from './queue-names.ts';
import { runningStack } from './running.ts';

/** The dead letters of a stack, open for a person at a terminal. */
export interface OpenDeadLetters extends Disposable {
  readonly sources: DeadLetterSources;
}

const FUNCTIONS = join(import.meta.dirname, '../../functions');

/**
 * At a terminal the clock is not asked, which on this machine may show another time than the matches': a prediction may be shown
 * once its match says itself that it has begun.
 */
const BEFORE_ALL_KICK_OFFS = (): string => '';

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

const queuesHere = async (data: string): Promise<readonly { readonly logicalId: string; readonly url: string }[]> => {
  const { resources } = await runningStack(data);
  return resources.flatMap(({ type, logicalId, ref }) => (type === 'AWS::SQS::Queue' ? [{ logicalId, url: ref }] : []));
};

/** CloudFormation begins the names of queues with those of the stack and the resource. */
const queuesOnAws = async (client: SQSClient, stage: string) => {
  const prefix = `Matchday-${stage}-`;
  const queues: { readonly logicalId: string; readonly url: string }[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client, pageSize: 1000 }, { QueueNamePrefix: prefix }))
    queues.push(...QueueUrls.map(url => ({ logicalId: nameOf(url).slice(prefix.length), url })));
  return queues;
};

/** There are no queues to look into. */
class NoQueuesError extends Error {
  override readonly name = 'NoQueuesError';
}

/**
 * Opens the dead letters of the stage that is named, on AWS with the credentials of the environment, or of the local stack.
 * @throws LocalRuntimeError none runs here; NoQueuesError; NoSuchResourceError
 */
export const openDeadLetters = async (options: DeploymentOptions): Promise<OpenDeadLetters> => {
  const deployment = await openDeployment(options);
  const { client, config, tableOf } = deployment;
  const sqs = new SQSClient(config);
  const { stage, data } = options;
  const queues = stage === undefined ? await queuesHere(data) : await queuesOnAws(sqs, stage);
  const [first] = queues;
  if (!first) throw new NoQueuesError('There are no queues: is the stage deployed in this region?');
  const named = queues.map(({ logicalId, url }): NamedQueue => ({ logicalId, name: nameOf(url) }));
  const names = deadLetterQueueNames(await readdir(FUNCTIONS), named);
  return {
    sources: {
      queues: sqsDeadLetters(first.url, JSON.stringify(names), sqs),
      incidents: dynamoDBIncidents(client, await tableOf('Audit')),
      store: dynamoDBEventStore({ client, tableName: await tableOf('Events') }),
      clock: BEFORE_ALL_KICK_OFFS,
    },
    [Symbol.dispose]: () => {
      sqs.destroy();
      deployment[Symbol.dispose]();
    },
  };
};
