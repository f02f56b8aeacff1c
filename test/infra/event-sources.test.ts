import { beforeAll, expect, test } from 'vitest';
import { DAY, DELIVERER, mappingOf, mappingsOf, SUBSCRIBERS, sourceOf } from './event-sources.ts';
import { at, functionsOf, resourceOf, type Synthesized, stageOf } from './stage.ts';

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

test('the index takes large batches, and those of a shard one after another', () => {
  expect(mappingOf(stage, 'index-events').properties).toMatchObject({
    BatchSize: 500,
    MaximumBatchingWindowInSeconds: 2,
    ParallelizationFactor: 1,
  });
});

test('every event source reports partial failures', () => {
  expect(mappingsOf(stage)).toHaveLength(SUBSCRIBERS.length + 3);
  for (const { properties } of mappingsOf(stage))
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
});
