import { randomUUID } from 'node:crypto';
import { AwsError } from '../gateway/protocol.ts';
import { textAt } from '../json.ts';
import type { Json, JsonObject } from '../types.ts';
import type { Queues } from './queues.ts';

/**
 * The built-in redrive: moves what is visible in a dead-letter queue back to where it came from, or to a named queue.
 * A moved message is a new one, with a new id and a fresh receive count.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export const createMoveTasks = (
  queues: Queues,
): { readonly start: (body: JsonObject) => JsonObject; readonly list: (body: JsonObject) => JsonObject } => {
  const done: { readonly [key: string]: Json }[] = [];
  const start = (body: JsonObject): JsonObject => {
    const sourceArn = textAt(body, 'SourceArn') ?? '';
    const source = queues.byArn(sourceArn);
    if (source === undefined)
      throw new AwsError(
        'ResourceNotFoundException',
        'The resource that you specified for the SourceArn parameter does not exist.',
      );
    if (!queues.all().some(queue => queue.settings.redrive?.deadLetterArn === sourceArn)) {
      throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    }
    const destination = textAt(body, 'DestinationArn');
    let moved = 0;
    for (let left = source.depth.visible; left > 0; left -= 1) {
      queues.transaction(() => {
        const [message] = source.receive(1);
        const target = message && queues.byArn(destination ?? message.deadLetteredFrom ?? '');
        if (message?.receiptHandle === undefined || target === undefined) return;
        target.send([{ body: message.body, attributes: message.attributes, delaySeconds: 0 }]);
        source.delete(message.receiptHandle);
        moved += 1;
      });
    }
    const task = {
      TaskHandle: randomUUID(),
      Status: 'COMPLETED',
      SourceArn: sourceArn,
      ...(destination !== undefined && { DestinationArn: destination }),
      ApproximateNumberOfMessagesMoved: moved,
    };
    done.unshift(task);
    return { TaskHandle: task.TaskHandle };
  };
  return {
    start,
    list: body => ({ Results: done.filter(task => task.SourceArn === textAt(body, 'SourceArn')).slice(0, 10) }),
  };
};
