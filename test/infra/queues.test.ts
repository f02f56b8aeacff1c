import { beforeAll, describe, expect, test } from 'vitest';
import { deadLetterQueueNames } from '../../cli/ledger/queue-names.ts';
import { DAY, FED_BY_US, mappingOf, SUBSCRIBERS, sourceOf } from './event-sources.ts';
import { OWN_QUEUES } from './permissions.ts';
import { at, functionsOf, type Json, list, resourceOf, type Synthesized, stageOf } from './stage.ts';

let stage: Synthesized;
beforeAll(async () => {
  stage = await stageOf('dev');
});

const queues = () => stage.main.ofType('AWS::SQS::Queue');
const idOf = (folder: string) => folder.replaceAll('-', '');

const statementsOf = (queue: string): readonly unknown[] =>
  stage.main
    .ofType('AWS::SQS::QueuePolicy')
    .filter(({ properties }) => list(properties.Queues).some(reference => stage.target(reference) === queue))
    .flatMap(({ properties }) => list(at(properties, 'PolicyDocument.Statement')));

describe('every queue', () => {
  test('refuses what does not come over TLS', () => {
    expect(queues()).toHaveLength(3 * SUBSCRIBERS.length + OWN_QUEUES.length + FED_BY_US.length);
    for (const { id } of queues()) {
      expect(statementsOf(id)).toContainEqual({
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Resource: { 'Fn::GetAtt': [expect.stringMatching(`^${id}[0-9A-F]{8}$`), 'Arn'] },
      });
    }
  });

  test('that feeds no function keeps what it has for 14 days, and sounds an alarm', () => {
    const fed = new Set([...SUBSCRIBERS, ...FED_BY_US].map(folder => sourceOf(stage, folder)));
    const deadLetters = queues().filter(({ id }) => !fed.has(id));
    expect(deadLetters).toHaveLength(2 * SUBSCRIBERS.length + OWN_QUEUES.length);
    const alarms = stage.main.ofType('AWS::CloudWatch::Alarm');
    for (const { id, properties } of deadLetters) {
      expect([id, properties.MessageRetentionPeriod]).toEqual([id, 14 * DAY]);
      const own = alarms.filter(
        alarm =>
          alarm.properties.MetricName === 'ApproximateNumberOfMessagesVisible' &&
          stage.target(at(alarm.properties, 'Dimensions.0.Value')) === id,
      );
      expect(own.map(alarm => alarm.properties)).toMatchObject([
        {
          Namespace: 'AWS/SQS',
          Statistic: 'Maximum',
          Threshold: 0,
          ComparisonOperator: 'GreaterThanThreshold',
          EvaluationPeriods: 1,
        },
      ]);
    }
  });
});

describe('what operators look at', () => {
  const variables = () => at(functionsOf(stage).get('dead-letters')?.properties, 'Environment.Variables');
  /** The JSON of names, with logical ids in place of references. */
  const named = (): Readonly<Record<string, Readonly<Record<string, string>>>> => {
    const [, parts] = list(at(variables(), 'QUEUES.Fn::Join'));
    const text = list(parts).map(part => (typeof part === 'string' ? part : stage.target(part)));
    return JSON.parse(text.join(''));
  };

  test('is every queue that feeds no function', () => {
    const ends = Object.values(named()).flatMap(({ events: _, ...own }) => Object.values(own));
    const fed = new Set([...SUBSCRIBERS, ...FED_BY_US].map(folder => sourceOf(stage, folder)));
    const dead = queues().flatMap(({ id }) => (fed.has(id) ? [] : [id]));
    expect(ends.toSorted()).toEqual(dead.toSorted());
  });

  test('may go back where it came from, and nowhere else', () => {
    const origins = Object.entries(named()).flatMap(([handler, { events }]) => (events ? [[handler, events]] : []));
    const expected = [...SUBSCRIBERS, ...FED_BY_US].map(folder => [folder, sourceOf(stage, folder)]);
    expect(origins.toSorted()).toEqual(expected.toSorted());
  });

  test('is the same at a terminal, by its name', () => {
    const all = queues().map(({ id }) => ({ logicalId: `${id}1A2B3C4D`, name: id }));
    const folders = [...functionsOf(stage).keys()];
    expect(deadLetterQueueNames(folders, all)).toEqual(named());
  });

  test('has names that fit into what a function may be told, 4 KB', () => {
    // CloudFormation: the stack, the logical id with 8 characters of a hash, and 12 of its own; 80 at most.
    const names = Object.values(named()).flatMap(own => Object.values(own));
    const longer = names.reduce((sum, id) => sum + Math.min(80, `Matchday-prod-${id}`.length + 8 + 13) - id.length, 0);
    const others = Object.entries(variables() as Json).filter(([name]) => name !== 'QUEUES');
    const bytes = JSON.stringify(named()).length + longer + 100 * others.length;
    expect(bytes).toBeLessThan(4096);
  });
});

describe.each(SUBSCRIBERS)('the subscription of %s', folder => {
  test('has a queue whose failures end in a dead-letter queue after five deliveries or more', () => {
    const { properties } = resourceOf(stage, sourceOf(stage, folder));
    expect(stage.target(at(properties, 'RedrivePolicy.deadLetterTargetArn'))).toBe(`${idOf(folder)}DeadLetters`);
    expect(at(properties, 'RedrivePolicy.maxReceiveCount')).toBeGreaterThanOrEqual(5);
    expect(properties.MessageRetentionPeriod).toBe(4 * DAY);
  });

  test('hides a message for six times as long as its function may take', () => {
    const { properties } = resourceOf(stage, sourceOf(stage, folder));
    const timeout = Number(functionsOf(stage).get(folder)?.properties.Timeout);
    expect(timeout).toBeGreaterThan(0);
    expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout);
  });

  test('reports partial failures, and bounds how many run at a time', () => {
    const { properties } = mappingOf(stage, folder);
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(at(properties, 'ScalingConfig.MaximumConcurrency')).toBeGreaterThanOrEqual(2);
  });

  test('sounds an alarm when events wait or are parked', () => {
    const alarms = stage.main.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    const waits = alarms.filter(
      alarm =>
        alarm.MetricName === 'ApproximateAgeOfOldestMessage' &&
        stage.target(at(alarm, 'Dimensions.0.Value')) === sourceOf(stage, folder),
    );
    expect(waits).toMatchObject([{ Threshold: 150, Statistic: 'Maximum' }]);
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'Matchday',
        MetricName: 'parked',
        Dimensions: [{ Name: 'service', Value: folder }],
        Threshold: 0,
      }),
    );
  });
});

describe('every rule', () => {
  const rules = () => stage.main.ofType('AWS::Events::Rule').filter(({ properties }) => properties.EventPattern);
  const maySend = (rule: string, queue: string): boolean =>
    statementsOf(queue).some(
      statement =>
        at(statement, 'Effect') === 'Allow' &&
        at(statement, 'Principal.Service') === 'events.amazonaws.com' &&
        list(at(statement, 'Action')).includes('sqs:SendMessage') &&
        stage.target(at(at(statement, 'Condition.ArnEquals'), 'aws:SourceArn')) === rule,
    );

  test('has one target: its subscription’s queue, which lets it send', () => {
    expect(rules().length).toBeGreaterThan(0);
    for (const { id, properties } of rules()) {
      const targets = list(properties.Targets).map(target => stage.target(at(target, 'Arn')));
      const [queue = ''] = targets;
      expect([id, targets.length, SUBSCRIBERS.map(folder => sourceOf(stage, folder)).includes(queue)]).toEqual([
        id,
        1,
        true,
      ]);
      expect([id, queue, maySend(id, queue)]).toEqual([id, queue, true]);
    }
  });

  test('has a dead-letter queue for what cannot be delivered, which lets it send', () => {
    for (const { id, properties } of rules()) {
      const queue = stage.target(at(properties, 'Targets.0.DeadLetterConfig.Arn'));
      expect(queue).toBe(`${stage.target(at(properties, 'Targets.0.Arn')).replace(/Queue$/, '')}Undelivered`);
      expect([id, queue, maySend(id, queue)]).toEqual([id, queue, true]);
    }
  });

  test('is on our bus, which nobody from outside may write to', () => {
    for (const { properties } of rules()) expect(stage.target(properties.EventBusName)).toBe('BusEventBus');
    stage.main.template.resourceCountIs('AWS::Events::EventBusPolicy', 0);
    stage.main.template.resourceCountIs('AWS::Events::EventBus', 1);
  });
});
