import { objectAt, textAt } from '../json.ts';
import type { Message } from '../sqs/message.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Assembly, Closeable, Functions, Report } from '../types.ts';
import { PENDING_QUEUE, type PendingInvocation } from './delivery.ts';

/** Lambda retries an asynchronous invocation twice, after one and two minutes. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const RETRY_SECONDS = [60, 120];

/** Long enough for the longest function (15 minutes); a crash makes everything visible again anyway. */
const HELD_SECONDS = 1200;

/**
 * Invokes what rules and schedules sent to functions. An invocation leaves the disk when the function has succeeded, or
 * when it has failed three times and its own dead-letter queue or the operator was told.
 */
export const startPendingInvocations = (options: {
  readonly queues: Queues;
  readonly assembly: Assembly;
  readonly functions: Functions;
  readonly report: Report;
  readonly retryDelaySeconds: number | undefined;
}): Closeable => {
  const queue = options.queues.byName(PENDING_QUEUE);
  if (queue === undefined) return { close: async () => {} };
  const running = new Set<Promise<void>>();
  let closed = false;

  const giveUp = (message: Message, pending: PendingInvocation, error: string): void => {
    const resource = options.assembly.byArn(pending.functionArn);
    const deadLetterArn = textAt(objectAt(resource?.properties, 'DeadLetterConfig'), 'TargetArn');
    const deadLetterQueue = deadLetterArn === undefined ? undefined : options.queues.byArn(deadLetterArn);
    const fate = deadLetterQueue === undefined ? 'The event is lost.' : `The event went to ${deadLetterArn}.`;
    options.report({
      level: 'error',
      part: 'bus',
      message: `${pending.functionArn} failed three times: ${error} ${fate}`,
    });
    options.queues.transaction(() => {
      deadLetterQueue?.send([
        {
          body: pending.payload,
          attributes: { ErrorMessage: { DataType: 'String', StringValue: error.slice(0, 1024) || '-' } },
        },
      ]);
      queue.delete(message.receiptHandle ?? '');
    });
  };
  const invoke = async (message: Message): Promise<void> => {
    const pending = JSON.parse(message.body) as PendingInvocation;
    const result = await options.functions.invoke(pending.functionArn, JSON.parse(pending.payload));
    if (closed) return;
    if (result.status === 'succeeded') {
      queue.delete(message.receiptHandle ?? '');
      return;
    }
    const delay = RETRY_SECONDS[message.receiveCount - 1];
    if (delay === undefined) giveUp(message, pending, `${result.error.errorType}: ${result.error.errorMessage}`);
    else queue.changeVisibility(message.receiptHandle ?? '', options.retryDelaySeconds ?? delay);
  };
  const pump = (): void => {
    if (closed) return;
    for (const message of queue.receive(100, HELD_SECONDS)) {
      const work = invoke(message).finally(() => running.delete(work));
      running.add(work);
    }
  };
  const stop = queue.onVisible(() => queueMicrotask(pump));
  pump();
  return {
    close: async () => {
      closed = true;
      stop();
      await Promise.allSettled(running);
    },
  };
};
