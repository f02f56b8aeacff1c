import { numberAt, objectAt } from '../json.ts';
import type { Message } from '../sqs/message.ts';
import type { Queue } from '../sqs/queue.ts';
import type { Queues } from '../sqs/queues.ts';
import type { AccessControl, Assembly, Functions, Json, JsonObject, Report } from '../types.ts';
import { batchOutcome } from './batch-response.ts';
import { type EventSource, type Mapping, mappingsOf, mayRead } from './mapping.ts';
import { recordOf } from './sqs-record.ts';

/** What a queue's mapping needs of the machine. */
export interface QueueSourceOptions {
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly queues: Queues;
  readonly functions: Functions;
  /** Seconds until failed messages are visible again; undefined: the queue's visibility timeout, as on AWS. */
  readonly retryDelaySeconds: number | undefined;
  readonly report: Report;
  readonly changed: () => void;
}

/** Concurrent invocations without a ScalingConfig. AWS starts with 5 pollers; this machine has few cores, and 2 is the least a ScalingConfig may say. */
const DEFAULT_CONCURRENCY = 2;

/** An invocation's payload, less its JSON around the bodies. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_BATCH_BYTES = 6 * 1024 * 1024 - 256 * 1024;

const NEEDED = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** Filters see the body as JSON where it is JSON. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html */
const passes = (mapping: Mapping, record: JsonObject): boolean => {
  if (mapping.filters.length === 0) return true;
  let body: Json = record.body ?? '';
  try {
    body = JSON.parse(String(body)) as Json;
  } catch {
    // Plain text stays text: patterns on it are possible too.
  }
  return mapping.filters.some(filter => filter.matches({ ...record, body }));
};

const startQueueSource = (mapping: Mapping, queue: Queue, options: QueueSourceOptions): EventSource => {
  const { functions, assembly, report } = options;
  const concurrency =
    numberAt(objectAt(mapping.resource.properties, 'ScalingConfig'), 'MaximumConcurrency') ?? DEFAULT_CONCURRENCY;
  const running = new Set<Promise<void>>();
  let closed = false;
  let windowTimer: NodeJS.Timeout | undefined;
  let windowOver = false;

  const retry = (messages: readonly Message[]): void => {
    if (options.retryDelaySeconds === undefined) return;
    for (const message of messages) queue.changeVisibility(message.receiptHandle ?? '', options.retryDelaySeconds);
  };
  const handle = async (messages: readonly Message[]): Promise<void> => {
    const records = messages.map(message => ({ message, record: recordOf(message, mapping.sourceArn, assembly) }));
    const taken = records.filter(({ record }) => passes(mapping, record));
    const handles = (of: readonly Message[]): string[] => of.map(message => message.receiptHandle ?? '');
    if (taken.length < records.length) {
      // What a filter refuses is gone, as on AWS.
      queue.deleteAll(handles(records.filter(one => !taken.includes(one)).map(one => one.message)));
    }
    if (taken.length === 0) return;
    const sent = taken.map(one => one.message);
    const result = await functions.invoke(mapping.functionArn, { Records: taken.map(one => one.record) });
    // A runtime that is being stopped must not write: the messages come again at the next start.
    if (closed) return;
    const outcome = batchOutcome(mapping, result, new Set(sent.map(message => message.id)));
    if (outcome.failed === 'all') {
      report({
        level: 'warn',
        part: 'event-sources',
        message: `${mapping.functionArn} failed a batch of ${sent.length} from ${queue.settings.name}: ${outcome.reason}`,
      });
      retry(sent);
      return;
    }
    const { failed } = outcome;
    queue.deleteAll(handles(sent.filter(message => !failed.has(message.id))));
    retry(sent.filter(message => failed.has(message.id)));
  };
  const takeBatch = (): readonly Message[] => {
    const batch: Message[] = [];
    let bytes = 0;
    while (batch.length < mapping.batchSize && bytes < MAX_BATCH_BYTES) {
      // Ten at a time, as pollers receive them; so a batch overshoots the payload by less than nine messages of 1 MiB only if they are huge.
      const room = bytes > MAX_BATCH_BYTES / 8 ? 1 : Math.min(10, mapping.batchSize - batch.length);
      const received = queue.receive(room);
      if (received.length === 0) break;
      for (const message of received) {
        batch.push(message);
        bytes += Buffer.byteLength(message.body);
      }
    }
    return batch;
  };
  const mustWait = (): boolean => {
    if (mapping.windowMs === 0 || windowOver || queue.depth.visible >= mapping.batchSize) return false;
    windowTimer ??= setTimeout(endWindow, mapping.windowMs);
    return true;
  };
  const pump = (): void => {
    while (!closed && running.size < concurrency && queue.depth.visible > 0 && !mustWait()) {
      clearTimeout(windowTimer);
      windowTimer = undefined;
      windowOver = false;
      const batch = takeBatch();
      if (batch.length === 0) continue;
      const work = handle(batch)
        .catch((error: unknown) =>
          report({ level: 'error', part: 'event-sources', message: `${mapping.id}: ${String(error)}` }),
        )
        .finally(() => {
          running.delete(work);
          pump();
          options.changed();
        });
      running.add(work);
    }
  };
  const endWindow = (): void => {
    windowOver = true;
    pump();
  };
  const stop = queue.onVisible(() => queueMicrotask(pump));
  pump();
  return {
    get idle() {
      const { visible, inFlight, delayed } = queue.depth;
      return running.size === 0 && visible + inFlight + delayed === 0;
    },
    flush: () => {
      if (windowTimer !== undefined) endWindow();
    },
    close: async () => {
      closed = true;
      stop();
      clearTimeout(windowTimer);
      await Promise.allSettled(running);
    },
  };
};

/**
 * Starts the mappings of queues.
 * @throws LocalRuntimeError for a mapping that CloudFormation would refuse.
 */
export const startQueueSources = (options: QueueSourceOptions): readonly EventSource[] =>
  mappingsOf(options.assembly, 'sqs', 10).flatMap(mapping => {
    const queue = options.queues.byArn(mapping.sourceArn);
    if (queue === undefined) {
      options.report({
        level: 'error',
        part: 'event-sources',
        message: `${mapping.id} stays off: there is no queue ${mapping.sourceArn}.`,
      });
      return [];
    }
    return mayRead(mapping, NEEDED, options.access, options.report) && outlivesFunction(mapping, queue, options)
      ? [startQueueSource(mapping, queue, options)]
      : [];
  });

/** AWS refuses a queue that would show a message again while its function still works on it. */
const outlivesFunction = (mapping: Mapping, queue: Queue, options: QueueSourceOptions): boolean => {
  const timeout = numberAt(options.assembly.byArn(mapping.functionArn)?.properties, 'Timeout') ?? 3;
  if (queue.settings.visibilityTimeout >= timeout) return true;
  const message = `${mapping.id} stays off: the queue's visibility timeout of ${queue.settings.visibilityTimeout} s is less than the function's timeout of ${timeout} s.`;
  options.report({ level: 'error', part: 'event-sources', message });
  return false;
};
