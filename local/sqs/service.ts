import { AwsError, type Service } from '../gateway/protocol.ts';
import { numberAt, objectAt, objectsAt, textAt, textsAt } from '../json.ts';
import type { Assembly, Json, JsonObject } from '../types.ts';
import { createMoveTasks } from './move-tasks.ts';
import type { Queue } from './queue.ts';
import { type Queues, settingsFrom } from './queues.ts';
import { receiveMessage } from './receive.ts';
import { newMessageOf, sentAnswer } from './send.ts';

const noSuchQueue = (): AwsError =>
  new AwsError('QueueDoesNotExist', 'The specified queue does not exist.', {
    queryCode: 'AWS.SimpleQueueService.NonExistentQueue',
  });

/** The name in a queue's URL: its last segment, whatever host it names. */
export const queueNameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

type Action = (body: JsonObject) => Promise<JsonObject> | JsonObject;

/** One entry after the other; a refused one does not touch its neighbours. */
const batch = (body: JsonObject, work: (entry: JsonObject) => JsonObject): JsonObject => {
  const entries = objectsAt(body, 'Entries');
  if (entries.length === 0) {
    throw new AwsError(
      'EmptyBatchRequest',
      'There should be at least one SendMessageBatchRequestEntry in the request.',
    );
  }
  if (entries.length > 10) {
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  }
  const ids = entries.map(entry => textAt(entry, 'Id') ?? '');
  if (new Set(ids).size < ids.length) {
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  const Successful: Json[] = [];
  const Failed: Json[] = [];
  for (const [index, entry] of entries.entries()) {
    const Id = ids[index] ?? '';
    try {
      Successful.push({ Id, ...work(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Failed.push({ Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
};

const changeVisibility = (queue: Queue, body: JsonObject): JsonObject => {
  const seconds = numberAt(body, 'VisibilityTimeout') ?? -1;
  if (seconds < 0 || seconds > 43_200) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200.`,
    );
  }
  if (!queue.changeVisibility(textAt(body, 'ReceiptHandle') ?? '', seconds)) {
    throw new AwsError('MessageNotInflight', 'The specified message is not in flight.');
  }
  return {};
};

const deleteMessage = (queue: Queue, body: JsonObject): JsonObject => {
  // A stale handle is answered with success, as AWS does: the message just stays.
  queue.delete(textAt(body, 'ReceiptHandle') ?? '');
  return {};
};

const attributesOf = (queue: Queue): Record<string, string> => {
  const { settings, depth } = queue;
  return {
    QueueArn: settings.arn,
    ApproximateNumberOfMessages: String(depth.visible),
    ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
    ApproximateNumberOfMessagesDelayed: String(depth.delayed),
    VisibilityTimeout: String(settings.visibilityTimeout),
    DelaySeconds: String(settings.delay),
    MessageRetentionPeriod: String(settings.retention),
    ReceiveMessageWaitTimeSeconds: String(settings.receiveWait),
    MaximumMessageSize: String(settings.maximumMessageSize),
    ...(settings.redrive !== undefined && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: settings.redrive.deadLetterArn,
        maxReceiveCount: settings.redrive.maxReceiveCount,
      }),
    }),
  };
};

const getAttributes = (queue: Queue, body: JsonObject): JsonObject => {
  const names = textsAt(body, 'AttributeNames');
  const all = Object.entries(attributesOf(queue));
  return { Attributes: Object.fromEntries(all.filter(([name]) => names.includes('All') || names.includes(name))) };
};

/** The SQS API. Which of its actions run locally is exactly what is listed here. */
export const createSqsService = (queues: Queues, assembly: Assembly, endpoint: () => string): Service => {
  const arnOf = (name: string): string => `arn:aws:sqs:${assembly.region}:${assembly.account}:${name}`;
  const urlOf = (name: string): string => `${endpoint()}/${assembly.account}/${name}`;
  const tasks = createMoveTasks(queues);
  const of =
    (work: (queue: Queue, body: JsonObject) => Promise<JsonObject> | JsonObject): Action =>
    body => {
      const queue = queues.byName(queueNameOf(textAt(body, 'QueueUrl') ?? ''));
      if (queue === undefined) throw noSuchQueue();
      return work(queue, body);
    };
  const actions: Readonly<Record<string, Action>> = {
    CreateQueue: body => {
      const name = textAt(body, 'QueueName') ?? '';
      queues.create(settingsFrom(name, arnOf(name), objectAt(body, 'Attributes') ?? {}));
      return { QueueUrl: urlOf(name) };
    },
    DeleteQueue: of(queue => {
      queues.remove(queue.settings.name);
      return {};
    }),
    GetQueueUrl: body => {
      const name = textAt(body, 'QueueName') ?? '';
      if (queues.byName(name) === undefined) throw noSuchQueue();
      return { QueueUrl: urlOf(name) };
    },
    ListQueues: body => ({
      QueueUrls: queues
        .all()
        .map(queue => queue.settings.name)
        .filter(name => name.startsWith(textAt(body, 'QueueNamePrefix') ?? ''))
        .map(urlOf),
    }),
    GetQueueAttributes: of(getAttributes),
    PurgeQueue: of(queue => {
      queue.purge();
      return {};
    }),
    SendMessage: of((queue, body) => {
      const [sent] = queue.send([newMessageOf(queue, body)]);
      return sent === undefined ? {} : sentAnswer(sent);
    }),
    SendMessageBatch: of((queue, body) =>
      queues.transaction(() =>
        batch(body, entry => {
          const [sent] = queue.send([newMessageOf(queue, entry)]);
          return sent === undefined ? {} : sentAnswer(sent);
        }),
      ),
    ),
    ReceiveMessage: of((queue, body) => receiveMessage(queue, body, assembly.account)),
    DeleteMessage: of(deleteMessage),
    DeleteMessageBatch: of((queue, body) => batch(body, entry => deleteMessage(queue, entry))),
    ChangeMessageVisibility: of(changeVisibility),
    ChangeMessageVisibilityBatch: of((queue, body) => batch(body, entry => changeVisibility(queue, entry))),
    StartMessageMoveTask: tasks.start,
    ListMessageMoveTasks: tasks.list,
  };
  return (action, body) => {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (run === undefined) {
      throw new AwsError('UnknownOperationException', `The local SQS does not know the action ${action}.`);
    }
    return run(body);
  };
};
