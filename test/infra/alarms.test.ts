import { beforeAll, describe, expect, test } from 'vitest';
import { at, list, type Synthesized, stageOf, synthesize } from './stage.ts';

let stage: Synthesized;
beforeAll(async () => {
  stage = await stageOf('dev');
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
