import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, it } from 'vitest';
import { createBus } from '../../../local/bus/bus.ts';
import { createDelivery, PENDING_QUEUE } from '../../../local/bus/delivery.ts';
import { startPendingInvocations } from '../../../local/bus/pending-invocations.ts';
import type { AccessControl, JsonObject, Resource } from '../../../local/types.ts';
import { operator } from '../stack/support.ts';
import { startTestGateway } from '../support/gateway.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  clockAt,
  eventually,
  fakeFunctions,
  functionResource,
  memoryQueues,
  queueResource,
  resource,
} from '../support/machine.ts';

const rule = (name: string, properties: JsonObject): Resource =>
  resource(
    'AWS::Events::Rule',
    name,
    { EventBusName: 'bus', EventPattern: { source: ['app'] }, ...properties },
    arn('events', `rule/bus/${name}`),
  );
const bus = resource('AWS::Events::EventBus', 'bus', {}, arn('events', 'event-bus/bus'));
const to = (...names: string[]) =>
  names.map(name => ({ Id: name, Arn: arn('sqs', name), DeadLetterConfig: { Arn: arn('sqs', 'dead') } }));
const entry = (over: JsonObject = {}): JsonObject => ({
  EventBusName: 'bus',
  Source: 'app',
  DetailType: 'x',
  Detail: '{"n":1}',
  ...over,
});

const machine = (access: AccessControl, ...rules: Resource[]) => {
  const assembly = assemblyOf(
    bus,
    queueResource('a'),
    queueResource('b'),
    queueResource('dead'),
    functionResource('fn'),
    ...rules,
  );
  const queues = memoryQueues(assembly);
  const reports: string[] = [];
  const report = ({ message }: { message: string }) => reports.push(message);
  const deliver = createDelivery({ queues, assembly, access, report });
  const events = createBus({ assembly, clock: clockAt('2024-02-29T12:00:00.789Z'), queues, deliver });
  // It answers at once, as everything it does is in this process.
  const put = (...Entries: JsonObject[]) => events.service('PutEvents', { Entries }) as JsonObject;
  const bodies = (name: string) => (queues.byName(name)?.receive(100) ?? []).map(message => JSON.parse(message.body));
  return { assembly, queues, reports, report, events, put, bodies };
};

describe('PutEvents', () => {
  it('answers each entry in its place', async () => {
    const gateway = await startTestGateway(assemblyOf(bus));
    const bridge = new EventBridgeClient(operator(gateway.endpoint));
    const put = (Entries: JsonObject[]) =>
      bridge.send(new PutEventsCommand({ Entries: Entries as PutEventsRequestEntry[] }));
    const answer = await put([
      entry(),
      entry({ Detail: '[1]' }),
      entry({ Source: '' }),
      entry({ Source: 'aws.ec2' }),
      entry({ EventBusName: 'nowhere' }),
      entry({ Detail: '{' }),
    ]);
    expect(answer.FailedEntryCount).toBe(5);
    expect(answer.Entries?.map(one => one.ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
      'ResourceNotFoundException',
      'MalformedDetail',
    ]);
    expect(answer.Entries?.[0]?.EventId).toMatch(/^[0-9a-f-]{36}$/);
    await expect(put(Array.from({ length: 11 }, () => entry()))).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put([entry({ Detail: JSON.stringify({ x: 'x'.repeat(1024 * 1024) }) })])).rejects.toThrow(
      /over the limit/,
    );
    await gateway.close();
  });

  it('sends the event to the targets of each rule that matches, and counts the rest', () => {
    const m = machine(
      accessExcept(),
      rule('both', { Targets: to('a', 'b') }),
      rule('big', { EventPattern: { detail: { n: [{ numeric: ['>', 5] }] } }, Targets: to('a') }),
      rule('off', { State: 'DISABLED', Targets: to('b') }),
    );
    m.put(entry(), entry({ Detail: '{"n":9}', Time: 1_700_000_000, Resources: ['r'] }), entry({ Source: 'other' }));
    const [first, second, third] = m.bodies('a');
    expect(first).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'x',
      source: 'app',
      account: '111122223333',
      time: '2024-02-29T12:00:00Z',
      region: 'eu-central-1',
      resources: [],
      detail: { n: 1 },
    });
    expect([second, third]).toMatchObject([{ time: '2023-11-14T22:13:20Z', resources: ['r'] }, { detail: { n: 9 } }]);
    expect(second.id).toBe(third.id);
    expect(m.bodies('b')).toHaveLength(2);
    expect(m.events.statistics).toEqual({
      entries: 3,
      matched: 3,
      delivered: 5,
      deadLettered: 0,
      dropped: 0,
      unmatched: 1,
    });
  });

  it('sends a constant or a part of the event where the target says so', () => {
    const [target] = to('a');
    const m = machine(
      accessExcept(),
      rule('part', { Targets: [{ ...target, InputPath: '$.detail.n' }] }),
      rule('constant', { Targets: [{ ...target, Input: '{"fixed":true}' }] }),
    );
    m.put(entry());
    expect(m.bodies('a')).toEqual([1, { fixed: true }]);
  });
});

describe('a target that cannot be reached', () => {
  it('without permission has its dead-letter queue', () => {
    const m = machine(accessExcept(`sqs:SendMessage ${arn('sqs', 'a')}`), rule('r', { Targets: to('a', 'b') }));
    m.put(entry());
    expect(m.bodies('b')).toHaveLength(1);
    const [dead] = m.queues.byName('dead')?.receive(1) ?? [];
    expect(dead?.attributes).toMatchObject({
      RULE_ARN: { StringValue: arn('events', 'rule/bus/r') },
      TARGET_ARN: { StringValue: arn('sqs', 'a') },
      ERROR_CODE: { StringValue: 'NO_PERMISSIONS' },
    });
    expect(m.events.statistics).toMatchObject({ delivered: 1, deadLettered: 1 });
  });

  it.each([
    ['has none', rule('r', { Targets: [{ Id: 'x', Arn: arn('sqs', 'nowhere') }] }), accessExcept()],
    ['may not be sent to either', rule('r', { Targets: to('a') }), accessExcept('sqs:SendMessage')],
  ])('loses the event, and says so, when its dead-letter queue %s', (_what, broken, access) => {
    const m = machine(access, broken);
    m.put(entry());
    expect(m.events.statistics).toMatchObject({ matched: 1, dropped: 1 });
    expect(m.reports.join()).toContain('lost');
  });
});

describe('a function as target', () => {
  let close = async (): Promise<void> => {};
  afterEach(() => close());
  const target = rule('r', { Targets: [{ Id: 'fn', Arn: arn('lambda', 'function:fn') }] });

  it('is invoked until it succeeds', async () => {
    const m = machine(accessExcept(), target);
    const { functions, events } = fakeFunctions((_event, call) => {
      if (call < 3) throw new Error('not yet');
      return null;
    });
    ({ close } = startPendingInvocations({ ...m, functions, retryDelaySeconds: 0 }));
    m.put(entry());
    await eventually(() => m.queues.byName(PENDING_QUEUE)?.depth.inFlight === 0 && events.length === 3);
    expect(events[2]).toMatchObject({ detail: { n: 1 } });
    expect(m.queues.byName(PENDING_QUEUE)?.depth).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('is given up after three failures, aloud', async () => {
    const m = machine(accessExcept(), target);
    const { functions, events } = fakeFunctions(() => {
      throw new Error('never');
    });
    ({ close } = startPendingInvocations({ ...m, functions, retryDelaySeconds: 0 }));
    m.put(entry());
    await eventually(() => m.reports.length > 0);
    expect(events).toHaveLength(3);
    expect(m.reports[0]).toContain('failed three times');
  });
});

describe('faults to practise with', () => {
  it('fail, duplicate and reorder', () => {
    const m = machine(accessExcept(), rule('r', { Targets: to('a') }));
    m.events.inject({ kind: 'fail', count: 1 });
    expect(m.put(entry(), entry({ Detail: '{"n":2}' }))).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'InternalFailure' }, {}],
    });
    m.events.inject({ kind: 'duplicate', count: 1 });
    m.put(entry({ Detail: '{"n":3}' }));
    m.events.inject({ kind: 'reorder', count: 1 });
    m.put(entry({ Detail: '{"n":4}' }), entry({ Detail: '{"n":5}' }));
    expect(m.bodies('a').map(event => event.detail.n)).toEqual([2, 3, 3, 5, 4]);
  });
});

describe('rules that cannot run here', () => {
  it.each([
    ['an InputTransformer', { Targets: [{ ...to('a')[0], InputTransformer: {} }] }, /InputTransformer/],
    ['an unknown target', { Targets: [{ Id: 'x', Arn: arn('states', 'stateMachine:x') }] }, /does not run locally/],
    [
      'a pattern that EventBridge refuses',
      { EventPattern: { source: 'app' }, Targets: to('a') },
      /EventBridge refuses/,
    ],
  ])('are refused at start: %s', (_what, properties, message) => {
    expect(() => machine(accessExcept(), rule('r', properties))).toThrow(message);
  });
});
