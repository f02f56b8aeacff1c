import { join } from 'node:path';
import { isObject, numberAt, objectAt, textAt } from '../json.ts';
import type { Assembly, JsonObject, MachineClock, Resource } from '../types.ts';
import { LocalRuntimeError } from '../types.ts';
import { type Journal, noJournal, openJournal } from './journal.ts';
import { createQueue, type Queue, type QueueSettings } from './queue.ts';

/** All queues of the machine. */
export interface Queues {
  byName(name: string): Queue | undefined;
  byArn(arn: string): Queue | undefined;
  /** The queues of the template, without the runtime's own. */
  all(): readonly Queue[];
  /** Creates the queue, or answers the one that is there. */
  create(settings: QueueSettings): Queue;
  /** Deletes a queue and all in it. False when there is none. */
  remove(name: string): boolean;
  /** Sends to several queues are written whole or not at all. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** AWS's defaults: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
const DEFAULTS = {
  visibilityTimeout: 30,
  delay: 0,
  retention: 345_600,
  receiveWait: 0,
  maximumMessageSize: 1_048_576,
  redrive: undefined,
} as const;

/** A queue's settings where only the name, the ARN and some values matter. */
export const queueSettings = (
  name: string,
  arn: string,
  over: Partial<Omit<QueueSettings, 'name' | 'arn'>> = {},
): QueueSettings => ({ ...DEFAULTS, ...over, name, arn });

/** A redrive policy is an object in a template and JSON text in the API. */
const redriveOf = (attributes: JsonObject): QueueSettings['redrive'] => {
  const raw = textAt(attributes, 'RedrivePolicy');
  const parsed: unknown = raw === undefined ? objectAt(attributes, 'RedrivePolicy') : JSON.parse(raw);
  const policy = isObject(parsed) ? parsed : undefined;
  const deadLetterArn = textAt(policy, 'deadLetterTargetArn');
  const maxReceiveCount = numberAt(policy, 'maxReceiveCount');
  return deadLetterArn === undefined || maxReceiveCount === undefined ? undefined : { deadLetterArn, maxReceiveCount };
};

/** Settings from the properties of `AWS::SQS::Queue`, whose names are also those of the API's attributes. */
export const settingsFrom = (name: string, arn: string, p: JsonObject): QueueSettings => ({
  name,
  arn,
  visibilityTimeout: numberAt(p, 'VisibilityTimeout') ?? DEFAULTS.visibilityTimeout,
  delay: numberAt(p, 'DelaySeconds') ?? DEFAULTS.delay,
  retention: numberAt(p, 'MessageRetentionPeriod') ?? DEFAULTS.retention,
  receiveWait: numberAt(p, 'ReceiveMessageWaitTimeSeconds') ?? DEFAULTS.receiveWait,
  maximumMessageSize: numberAt(p, 'MaximumMessageSize') ?? DEFAULTS.maximumMessageSize,
  redrive: redriveOf(p),
});

const settingsOf = (resource: Resource): QueueSettings => {
  if (resource.properties.FifoQueue === true) {
    throw new LocalRuntimeError(`Queue ${resource.logicalId}: FIFO queues do not run locally.`);
  }
  return settingsFrom(resource.name, resource.arn, resource.properties);
};

/**
 * The queues of the template, with the messages that the data folder holds.
 * @throws LocalRuntimeError for a FIFO queue, or when another runtime uses the folder.
 */
export const createQueues = (options: {
  readonly assembly: Assembly;
  readonly clock: MachineClock;
  /** Absent: the messages die with the process. */
  readonly directory?: string;
  readonly changed: () => void;
}): Queues => {
  const journal: Journal = options.directory === undefined ? noJournal : openJournal(join(options.directory));
  const byName = new Map<string, Queue>();
  const byArn = new Map<string, Queue>();
  const internal = (queue: Queue): boolean => queue.settings.arn === '';
  const queues: Queues = {
    byName: name => byName.get(name),
    byArn: arn => (arn === '' ? undefined : byArn.get(arn)),
    all: () => [...byName.values()].filter(queue => !internal(queue)),
    create: settings => {
      const existing = byName.get(settings.name);
      if (existing !== undefined) return existing;
      const queue = createQueue(settings, {
        journal,
        now: () => options.clock.now().getTime(),
        deadLetterQueue: queues.byArn,
        changed: options.changed,
      });
      byName.set(settings.name, queue);
      byArn.set(settings.arn, queue);
      return queue;
    },
    remove: name => {
      const queue = byName.get(name);
      if (queue === undefined) return false;
      queue.purge();
      queue.close();
      byName.delete(name);
      byArn.delete(queue.settings.arn);
      return true;
    },
    transaction: journal.transaction,
    close: () => {
      for (const queue of byName.values()) queue.close();
      journal.close();
    },
  };
  for (const resource of options.assembly.ofType('AWS::SQS::Queue')) queues.create(settingsOf(resource));
  return queues;
};
