import { beforeAll, expect, test } from 'vitest';
import { DAY, DELIVERER, FED_BY_US, mappingOf, mappingsOf, REBUILDER, SUBSCRIBERS, sourceOf } from './event-sources.ts';
import { at, functionsOf, resourceOf, type Synthesized, stageOf, synthesize } from './stage.ts';

let stage: Synthesized;
beforeAll(async () => {
  stage = await stageOf('dev');
});

test.each([
  ['publish-events', 'Outbox'],
  ['index-events', 'EventIndex'],
])('%s reads the stream of the events within bounds, and says what it gives up', (folder, construct) => {
  const { properties } = mappingOf(stage, folder);
  expect(sourceOf(stage, folder)).toBe('Events.StreamArn');
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
  const { properties } = resourceOf(stage, sourceOf(stage, DELIVERER));
  const deliverer = functionsOf(stage).get(DELIVERER)?.properties;
  expect(sourceOf(stage, DELIVERER)).toBe('DeliveriesQueue');
  expect(stage.target(at(properties, 'RedrivePolicy.deadLetterTargetArn'))).toBe('DeliveriesDeadLetters');
  expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(deliverer?.Timeout));
  expect(mappingOf(stage, DELIVERER).properties).toMatchObject({
    BatchSize: 10,
    ScalingConfig: { MaximumConcurrency: 10 },
  });
  // Otherwise Lambda takes it for a loop and stops it after some 16 rounds.
  expect(deliverer?.RecursiveLoop).toBe('Allow');
  expect(at(deliverer, 'Environment.Variables.WEBHOOK_LOOPBACK')).toBe('refused');
});

test('a rebuild goes on step by step, each for less than its function may take', () => {
  const { properties } = resourceOf(stage, sourceOf(stage, REBUILDER));
  const rebuilder = functionsOf(stage).get(REBUILDER)?.properties;
  expect(sourceOf(stage, REBUILDER)).toBe('RebuildsQueue');
  expect(stage.target(at(properties, 'RedrivePolicy.deadLetterTargetArn'))).toBe('RebuildsDeadLetters');
  expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(rebuilder?.Timeout));
  const variables = at(rebuilder, 'Environment.Variables');
  expect(at(variables, 'MAX_RECEIVES')).toBe(String(at(properties, 'RedrivePolicy.maxReceiveCount')));
  expect(mappingOf(stage, REBUILDER).properties).toMatchObject({
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
  // Otherwise Lambda takes it for a loop and stops it after some 16 rounds.
  expect(rebuilder?.RecursiveLoop).toBe('Allow');
});

test.each([
  ['dev', {}, '*'],
  ['prod', {}, undefined],
  ['prod', { platformTenant: 'acme' }, 'acme'],
])('who runs the platform in %s with %o: %s', async (name, context, tenant) => {
  const own = 'platformTenant' in context ? await synthesize(name, context) : await stageOf(name);
  for (const folder of ['dead-letters', 'projections'])
    expect(at(functionsOf(own).get(folder)?.properties, 'Environment.Variables.PLATFORM_TENANT')).toBe(tenant);
});

test('the index takes large batches, and those of a shard one after another', () => {
  expect(mappingOf(stage, 'index-events').properties).toMatchObject({
    BatchSize: 500,
    MaximumBatchingWindowInSeconds: 2,
    ParallelizationFactor: 1,
  });
});

test('every event source reports partial failures', () => {
  expect(mappingsOf(stage)).toHaveLength(SUBSCRIBERS.length + FED_BY_US.length + 2);
  for (const { properties } of mappingsOf(stage))
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
});
