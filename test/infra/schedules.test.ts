import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, functionsOf, type Json, resourceOf, type Synthesized, stageOf } from './stage.ts';

describe.each(['dev', 'prod'])('the stage %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf(name);
  });

  test.each([
    ['anchor-heads', 'cron(0 3 1 * ? *)', 'cron(0 * * * ? *)', { ANCHORS_BUCKET: 'Anchors' }],
    [
      'archive-streams',
      'cron(0 4 1 7 ? *)',
      'cron(30 3 ? * TUE *)',
      { ANCHORS_BUCKET: 'Anchors', ARCHIVE_BUCKET: 'Archive', RETENTION_DAYS: name === 'prod' ? '400' : '7300' },
    ],
    [
      'remind',
      'cron(0 10 1 1/3 ? *)',
      'cron(0/15 * * * ? *)',
      { ARCHIVE_BUCKET: 'Archive', AHEAD_MINUTES: name === 'prod' ? '120' : '1440' },
    ],
  ])('has a schedule for %s, and buckets for it', (folder, dev, prod, expected) => {
    const own = functionsOf(stage).get(folder);
    const rules = stage.main
      .ofType('AWS::Events::Rule')
      .filter(({ properties }) => stage.target(at(properties, 'Targets.0.Arn')) === own?.id);
    expect(rules.map(({ properties }) => properties.ScheduleExpression)).toEqual([name === 'prod' ? prod : dev]);
    const variables = at(own?.properties, 'Environment.Variables') as Json;
    const buckets = Object.keys(expected).map(variable => [
      variable,
      variable.endsWith('_BUCKET') ? stage.target(variables[variable]) : variables[variable],
    ]);
    expect(Object.fromEntries(buckets)).toEqual(expected);
  });

  test('has no other schedules', () => {
    const rules = stage.main.ofType('AWS::Events::Rule').filter(({ properties }) => properties.ScheduleExpression);
    expect(rules).toHaveLength(4);
  });

  describe('is reconciled', () => {
    const sweeper = () => functionsOf(stage).get('reconcile');

    test('on a schedule on which every segment of the ledger has its turn, long before the record is gone', () => {
      const rule = resourceOf(stage, 'ReconciliationSchedule');
      expect(rule.properties.ScheduleExpression).toBe(name === 'prod' ? 'cron(30 * * * ? *)' : 'cron(0 4 1 1/3 ? *)');
      expect(stage.target(at(rule.properties, 'Targets.0.Arn'))).toBe(sweeper()?.id);
      // Each hour has its segment; once a month it is the only one.
      expect(at(sweeper()?.properties, 'Environment.Variables.SEGMENTS')).toBe(name === 'prod' ? '24' : '1');
    });

    test('with an alarm for what was stored and not published, and for a sweep that fails', () => {
      const alarms = stage.main.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
      const service = [{ Name: 'service', Value: 'reconcile' }];
      expect(alarms.filter(({ Dimensions }) => isDeepStrictEqual(Dimensions, service))).toMatchObject([
        { Namespace: 'Matchday', MetricName: 'storedNotPublished', Threshold: 0, Statistic: 'Sum' },
      ]);
      const failing = alarms.filter(({ MetricName }) => MetricName === 'Errors');
      expect(failing.map(alarm => stage.target(at(alarm, 'Dimensions.0.Value')))).toContain(sweeper()?.id);
    });

    test('by a record that does not grow for ever, in the table of the index', () => {
      const expiring = stage.data
        .ofType('AWS::DynamoDB::GlobalTable')
        .flatMap(({ id, properties }) =>
          properties.TimeToLiveSpecification ? [[id, properties.TimeToLiveSpecification]] : [],
        );
      const timeToLive = { AttributeName: 'expires', Enabled: true };
      // Counts of health, what is due and was mailed, the record of publications, what was sent by webhook.
      expect(Object.fromEntries(expiring)).toEqual({
        Audit: timeToLive,
        Inbox: timeToLive,
        Index: timeToLive,
        Webhooks: timeToLive,
      });
    });
  });
});
