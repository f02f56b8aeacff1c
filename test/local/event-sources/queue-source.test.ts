import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EventSource } from '../../../local/event-sources/mapping.ts';
import { startQueueSources } from '../../../local/event-sources/queue-source.ts';
import type { AccessControl, Json, JsonObject } from '../../../local/types.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  eventually,
  fakeFunctions,
  functionResource,
  memoryQueues,
  queueResource,
  resource,
} from '../support/machine.ts';

type Batch = { Records: { messageId: string; body: string; messageAttributes: unknown }[] };
const bodiesOf = (event: Json): string[] => (event as unknown as Batch).Records.map(record => record.body);
const failing = (event: Json, bad: string): Json => ({
  batchItemFailures: (event as unknown as Batch).Records.filter(record => record.body === bad).map(record => ({
    itemIdentifier: record.messageId,
  })),
});

let sources: readonly EventSource[] = [];
afterEach(async () => {
  await Promise.all(sources.map(source => source.close()));
});

const machine = (
  work: Parameters<typeof fakeFunctions>[0],
  options: {
    mapping?: JsonObject;
    queue?: JsonObject;
    lambda?: JsonObject;
    access?: AccessControl;
    before?: string[];
  } = {},
) => {
  const assembly = assemblyOf(
    queueResource('work', {
      RedrivePolicy: { deadLetterTargetArn: arn('sqs', 'dead'), maxReceiveCount: 3 },
      ...options.queue,
    }),
    queueResource('dead'),
    functionResource('fn', options.lambda),
    resource('AWS::Lambda::EventSourceMapping', 'mapping', {
      EventSourceArn: arn('sqs', 'work'),
      FunctionName: 'fn',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...options.mapping,
    }),
  );
  const queues = memoryQueues(assembly);
  const [queue, dead] = [queues.byName('work'), queues.byName('dead')];
  if (queue === undefined || dead === undefined) throw new Error('no queue');
  queue.send((options.before ?? []).map(body => ({ body })));
  const { functions, events } = fakeFunctions(work);
  const reports: string[] = [];
  sources = startQueueSources({
    assembly,
    queues,
    functions,
    access: options.access ?? accessExcept(),
    retryDelaySeconds: 0,
    report: ({ message }) => reports.push(message),
    changed: () => {},
  });
  const send = (...bodies: string[]) => queue.send(bodies.map(body => ({ body })));
  const idle = () => eventually(() => sources.every(source => source.idle));
  return { queue, dead, events, reports, send, idle };
};

describe('a queue as event source', () => {
  it('hands over batches and deletes what succeeded', async () => {
    const m = machine(() => undefined, { mapping: { BatchSize: 3 }, before: ['1', '2', '3', '4'] });
    await m.idle();
    expect(m.events.map(bodiesOf)).toEqual([['1', '2', '3'], ['4']]);
    expect(m.queue.depth).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('gives attributes the names of the event', async () => {
    const m = machine(() => undefined);
    m.queue.send([{ body: 'x', attributes: { a: { DataType: 'String', StringValue: 'v' } } }]);
    await m.idle();
    const [record] = (m.events[0] as unknown as Batch).Records;
    expect(record?.messageAttributes).toEqual({
      a: { stringValue: 'v', stringListValues: [], binaryListValues: [], dataType: 'String' },
    });
    expect(record).toMatchObject({ md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('retries what failed alone, to the dead-letter queue', async () => {
    const m = machine(event => failing(event, 'bad'), { before: ['a', 'bad', 'b'] });
    await m.idle();
    expect(m.events.map(bodiesOf)).toEqual([['a', 'bad', 'b'], ['bad'], ['bad']]);
    expect(m.dead.receive(10).map(message => message.body)).toEqual(['bad']);
  });

  it.each<[string, Json]>([
    ['a foreign identifier', { batchItemFailures: [{ itemIdentifier: 'foreign' }] }],
    ['no identifier', { batchItemFailures: [{}] }],
    ['no list', { batchItemFailures: 'all' }],
  ])('takes a response with %s for a failure of the whole batch', async (_what, response) => {
    const m = machine((_event, call) => (call === 1 ? response : undefined), { before: ['a', 'b'] });
    await m.idle();
    expect(m.events.map(bodiesOf)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('ignores a response when the mapping does not ask for one', async () => {
    const m = machine(event => failing(event, 'a'), { mapping: { FunctionResponseTypes: [] }, before: ['a'] });
    await m.idle();
    expect(m.events).toHaveLength(1);
  });

  it('runs no more invocations at once than its concurrency', async () => {
    let running = 0;
    let most = 0;
    const m = machine(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(resolve => setTimeout(resolve, 5));
        running -= 1;
        return undefined;
      },
      {
        mapping: { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 3 } },
        before: ['1', '2', '3', '4', '5', '6', '7'],
      },
    );
    await m.idle();
    expect(most).toBe(3);
  });

  it('waits for a fuller batch until its window ends, or somebody cannot wait', async () => {
    const m = machine(() => undefined, { mapping: { BatchSize: 100, MaximumBatchingWindowInSeconds: 60 } });
    m.send('a');
    m.send('b');
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(m.events).toEqual([]);
    for (const source of sources) source.flush();
    await m.idle();
    expect(m.events.map(bodiesOf)).toEqual([['a', 'b']]);
  });

  it('deletes what its filter does not take', async () => {
    const pattern = JSON.stringify({ body: { kind: ['good'] } });
    const m = machine(() => undefined, { mapping: { FilterCriteria: { Filters: [{ Pattern: pattern }] } } });
    m.send('{"kind":"good"}', '{"kind":"bad"}', 'text');
    await m.idle();
    expect(m.events.map(bodiesOf)).toEqual([['{"kind":"good"}']]);
  });

  it.each([
    ['its role may not read the queue', { access: accessExcept('sqs:DeleteMessage') }, /sqs:DeleteMessage/],
    [
      'its function may outlive the visibility timeout',
      { queue: { VisibilityTimeout: 5 }, lambda: { Timeout: 6 } },
      /visibility timeout of 5 s/,
    ],
  ])('stays off when %s', async (_what, options, message) => {
    const worked = vi.fn();
    const m = machine(worked, { ...options, before: ['a'] });
    expect(m.reports.join()).toMatch(message);
    expect(sources).toEqual([]);
    expect(worked).not.toHaveBeenCalled();
  });

  it('is refused with a large batch and no window', () => {
    expect(() => machine(() => undefined, { mapping: { BatchSize: 11 } })).toThrow(/MaximumBatchingWindowInSeconds/);
  });
});
