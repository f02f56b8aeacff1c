import { beforeAll, describe, expect, test } from 'vitest';
import { at, functionsOf, list, type Resource, resourceOf, type Synthesized, synthesize } from './stage.ts';

const DAY = 24 * 60 * 60;
const SUBSCRIBERS = [
  'catch-unrouted',
  'fan-out-webhooks',
  'notify',
  'project-fixtures',
  'project-standings',
  'push-live',
  'record-analytics',
  'score-predictions',
];

let stage: Synthesized;
beforeAll(async () => {
  stage = await synthesize('dev');
});

const queues = () => stage.main.ofType('AWS::SQS::Queue');
/** It feeds on a queue that no rule sends to. */
const DELIVERER = 'deliver-webhooks';

const mappings = () => stage.main.ofType('AWS::Lambda::EventSourceMapping');
const idOf = (folder: string) => folder.replaceAll('-', '');

/** The mapping between a function and its queue or stream. */
const mappingOf = (folder: string): Resource => {
  const handler = functionsOf(stage).get(folder);
  const own = mappings().filter(({ properties }) => stage.target(properties.FunctionName) === handler?.id);
  if (own.length !== 1 || !own[0]) throw new Error(`${folder} has ${own.length} event sources`);
  return own[0];
};

const sourceOf = (folder: string): string => stage.target(mappingOf(folder).properties.EventSourceArn);

const statementsOf = (queue: string): readonly unknown[] =>
  stage.main
    .ofType('AWS::SQS::QueuePolicy')
    .filter(({ properties }) => list(properties.Queues).some(reference => stage.target(reference) === queue))
    .flatMap(({ properties }) => list(at(properties, 'PolicyDocument.Statement')));

/** Dead-letter queues of the outbox, of the index of events, of webhooks and of what runs on a schedule. */
const OWN_QUEUES = [
  'OutboxQuarantine',
  'OutboxAbandoned',
  'EventIndexAbandoned',
  'AnchoringUndelivered',
  'DeliveriesDeadLetters',
  'ArchivingUndelivered',
  'ReconciliationUndelivered',
  'RemindingUndelivered',
];

describe('every queue', () => {
  test('refuses what does not come over TLS', () => {
    expect(queues()).toHaveLength(3 * SUBSCRIBERS.length + OWN_QUEUES.length + 1);
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
    const fed = new Set([...SUBSCRIBERS, DELIVERER].map(sourceOf));
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

describe('every alarm', () => {
  test('goes to the topic, on which alarms of this account may publish, over TLS alone', () => {
    for (const { properties } of stage.main.ofType('AWS::CloudWatch::Alarm'))
      expect(list(properties.AlarmActions).map(stage.target)).toEqual(['AlarmsTopic']);
    const statements = stage.main
      .ofType('AWS::SNS::TopicPolicy')
      .flatMap(({ properties }) => list(at(properties, 'PolicyDocument.Statement')));
    expect(statements).toMatchObject([
      {
        Effect: 'Deny',
        Action: 'sns:Publish',
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test('is mailed to the address of -c alarmEmail, and to nobody without', async () => {
    stage.main.template.resourceCountIs('AWS::SNS::Subscription', 0);
    const { main } = await synthesize('dev', { alarmEmail: 'ops@example.org' });
    main.template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.org' });
  });
});

describe.each(SUBSCRIBERS)('the subscription of %s', folder => {
  test('has a queue whose failures end in a dead-letter queue after five deliveries or more', () => {
    const { properties } = resourceOf(stage, sourceOf(folder));
    expect(stage.target(at(properties, 'RedrivePolicy.deadLetterTargetArn'))).toBe(`${idOf(folder)}DeadLetters`);
    expect(at(properties, 'RedrivePolicy.maxReceiveCount')).toBeGreaterThanOrEqual(5);
    expect(properties.MessageRetentionPeriod).toBe(4 * DAY);
  });

  test('hides a message for six times as long as its function may take', () => {
    const { properties } = resourceOf(stage, sourceOf(folder));
    const timeout = Number(functionsOf(stage).get(folder)?.properties.Timeout);
    expect(timeout).toBeGreaterThan(0);
    expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout);
  });

  test('reports partial failures, and bounds how many run at a time', () => {
    const { properties } = mappingOf(folder);
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(at(properties, 'ScalingConfig.MaximumConcurrency')).toBeGreaterThanOrEqual(2);
  });

  test('sounds an alarm when events wait or are parked', () => {
    const alarms = stage.main.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    const waits = alarms.filter(
      alarm =>
        alarm.MetricName === 'ApproximateAgeOfOldestMessage' &&
        stage.target(at(alarm, 'Dimensions.0.Value')) === sourceOf(folder),
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
      expect([id, targets.length, SUBSCRIBERS.map(sourceOf).includes(queue)]).toEqual([id, 1, true]);
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

test.each([
  ['publish-events', 'Outbox'],
  ['index-events', 'EventIndex'],
])('%s reads the stream of the events within bounds, and says what it gives up', (folder, construct) => {
  const { properties } = mappingOf(folder);
  expect(sourceOf(folder)).toBe('Events.StreamArn');
  expect(properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
  });
  // A stream keeps 24 hours.
  expect(properties.MaximumRecordAgeInSeconds).toBeGreaterThanOrEqual(12 * 60 * 60);
  expect(properties.MaximumRecordAgeInSeconds).toBeLessThan(DAY);
  expect(properties.MaximumRetryAttempts).toBeGreaterThan(0);
  expect(stage.target(at(properties, 'DestinationConfig.OnFailure.Destination'))).toBe(`${construct}Abandoned`);
  const lags = stage.main
    .ofType('AWS::CloudWatch::Alarm')
    .filter(
      alarm =>
        alarm.properties.MetricName === 'IteratorAge' &&
        stage.target(at(alarm.properties, 'Dimensions.0.Value')) === functionsOf(stage).get(folder)?.id,
    );
  expect(lags.map(alarm => alarm.properties)).toMatchObject([{ Threshold: 60_000, Statistic: 'Maximum' }]);
});

test('webhooks are delivered ten at a time, by a function that may put back what is not due', () => {
  const { properties } = resourceOf(stage, sourceOf(DELIVERER));
  const deliverer = functionsOf(stage).get(DELIVERER)?.properties;
  expect(sourceOf(DELIVERER)).toBe('DeliveriesQueue');
  expect(stage.target(at(properties, 'RedrivePolicy.deadLetterTargetArn'))).toBe('DeliveriesDeadLetters');
  expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(deliverer?.Timeout));
  expect(mappingOf(DELIVERER).properties).toMatchObject({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 10 } });
  // Otherwise Lambda takes it for a loop and stops it after some 16 rounds.
  expect(deliverer?.RecursiveLoop).toBe('Allow');
  expect(at(deliverer, 'Environment.Variables.WEBHOOK_LOOPBACK')).toBe('refused');
});

test('the index takes large batches, and those of a shard one after another', () => {
  expect(mappingOf('index-events').properties).toMatchObject({
    BatchSize: 500,
    MaximumBatchingWindowInSeconds: 2,
    ParallelizationFactor: 1,
  });
});

test('every event source reports partial failures', () => {
  expect(mappings()).toHaveLength(SUBSCRIBERS.length + 3);
  for (const { properties } of mappings())
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
});
