import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createQueues } from '../../../local/sqs/queues.ts';
import { LocalRuntimeError } from '../../../local/types.ts';
import { scratch } from '../stack/support.ts';
import { arn, assemblyOf, clockAt, memoryQueues, queueResource } from '../support/machine.ts';

const assembly = assemblyOf(
  queueResource('work', {
    VisibilityTimeout: 10,
    RedrivePolicy: { deadLetterTargetArn: arn('sqs', 'dead'), maxReceiveCount: 2 },
  }),
  queueResource('dead'),
  queueResource('slow', { DelaySeconds: 5, MessageRetentionPeriod: 60 }),
);

const queueNamed = (name: string) => {
  const queues = memoryQueues(assembly);
  const queue = queues.byName(name);
  const dead = queues.byName('dead');
  if (queue === undefined || dead === undefined) throw new Error('no queue');
  return { queue, dead, queues };
};

describe('a queue', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('hides what was received until its visibility timeout is over', () => {
    vi.useFakeTimers();
    const { queue } = queueNamed('work');
    queue.send([{ body: 'a' }]);
    const [first] = queue.receive(1);
    expect(queue.receive(1)).toEqual([]);
    vi.advanceTimersByTime(9_999);
    expect(queue.depth).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
    vi.advanceTimersByTime(1);
    const staleHandle = first?.receiptHandle ?? '';
    const [again] = queue.receive(1);
    expect(again).toMatchObject({ id: first?.id, receiveCount: 2 });
    expect(queue.delete(staleHandle)).toBe(false);
    expect(queue.delete(again?.receiptHandle ?? '')).toBe(true);
    expect(queue.depth).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('moves what was received too often to the dead-letter queue, with its id and age', () => {
    const { queue, dead } = queueNamed('work');
    const [sent] = queue.send([{ body: 'poison' }, { body: 'fine' }]);
    for (let n = 0; n < 2; n += 1) {
      for (const message of queue.receive(10)) {
        if (message.body === 'poison') queue.changeVisibility(message.receiptHandle ?? '', 0);
        else queue.delete(message.receiptHandle ?? '');
      }
    }
    expect(queue.receive(10)).toEqual([]);
    expect(queue.depth.inFlight).toBe(0);
    const [moved] = dead.receive(10);
    expect(moved).toMatchObject({ id: sent?.id, sentAt: sent?.sentAt, deadLetteredFrom: arn('sqs', 'work') });
  });

  it('keeps delivering when its dead-letter queue has been deleted', () => {
    const { queue, queues } = queueNamed('work');
    queues.remove('dead');
    queue.send([{ body: 'a' }]);
    for (let n = 0; n < 3; n += 1) queue.changeVisibility(queue.receive(1)[0]?.receiptHandle ?? '', 0);
    expect(queue.receive(1)[0]?.receiveCount).toBe(4);
  });

  it('delays, and forgets what is older than its retention', () => {
    vi.useFakeTimers();
    const { queue } = queueNamed('slow');
    queue.send([{ body: 'late' }]);
    expect(queue.depth).toEqual({ visible: 0, inFlight: 0, delayed: 1 });
    vi.advanceTimersByTime(5000);
    expect(queue.depth.visible).toBe(1);
    vi.advanceTimersByTime(56_000);
    expect(queue.receive(1)).toEqual([]);
    expect(queue.depth).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('tells its listeners until they stop listening', () => {
    const { queue } = queueNamed('work');
    const heard = vi.fn();
    const stop = queue.onVisible(heard);
    queue.send([{ body: 'a' }]);
    stop();
    queue.send([{ body: 'b' }]);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('queues with a folder', () => {
  it('have every message and its receive count after a restart, visible again', async () => {
    const directory = scratch();
    const open = () => createQueues({ assembly, clock: clockAt(), directory, changed: () => {} });
    const before = open();
    before
      .byName('work')
      ?.send([{ body: 'kept', attributes: { kind: { DataType: 'String', StringValue: 'x' } } }, { body: 'done' }]);
    const [kept, done] = before.byName('work')?.receive(2) ?? [];
    before.byName('work')?.delete(done?.receiptHandle ?? '');
    expect(open).toThrow(LocalRuntimeError);
    before.close();

    const after = open();
    const messages = after.byName('work')?.receive(10) ?? [];
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      id: kept?.id,
      body: 'kept',
      attributes: kept?.attributes,
      receiveCount: 2,
      sentAt: kept?.sentAt,
    });
    after.close();
    await rm(directory, { recursive: true });
  });

  it('write several sends whole or not at all', async () => {
    const directory = scratch();
    const open = () => createQueues({ assembly, clock: clockAt(), directory, changed: () => {} });
    const before = open();
    expect(() =>
      before.transaction(() => {
        before.byName('work')?.send([{ body: 'half' }]);
        throw new Error('cut');
      }),
    ).toThrow('cut');
    before.close();
    const after = open();
    expect(after.byName('work')?.depth.visible).toBe(0);
    after.close();
    await rm(directory, { recursive: true });
  });
});
