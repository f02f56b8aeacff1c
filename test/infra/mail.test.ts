import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, functionsOf, type Json, list, type Synthesized, synthesize } from './stage.ts';

const FROM = 'news@example.org';

/** What a function may do beyond its table of permissions. */
const statementsOf = (stage: Synthesized, folder: string): readonly Json[] => {
  const role = stage.target(functionsOf(stage).get(folder)?.properties.Role);
  return stage.main
    .ofType('AWS::IAM::Policy')
    .filter(({ properties }) => list(properties.Roles).some(reference => stage.target(reference) === role))
    .flatMap(({ properties }) => list(at(properties, 'PolicyDocument.Statement')) as Json[]);
};

describe('mails to players', () => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesize('prod', { mailFrom: FROM });
  });

  test('come from the address of -c mailFrom', () => {
    stage.main.template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: FROM });
  });

  test('are sent by the functions that tell people, which read keys for it, and by no other', () => {
    for (const [folder, { properties }] of functionsOf(stage)) {
      const statements = statementsOf(stage, folder);
      const sending = statements.filter(statement => JSON.stringify(at(statement, 'Action')).includes('ses:'));
      if (!['notify', 'remind'].includes(folder)) {
        expect([folder, sending]).toEqual([folder, []]);
        continue;
      }
      expect(sending).toEqual([
        {
          Effect: 'Allow',
          Action: 'ses:SendEmail',
          Condition: { StringEquals: { 'ses:FromAddress': FROM } },
          Resource: expect.objectContaining({ 'Fn::Join': ['', expect.arrayContaining([':identity/'])] }),
        },
      ]);
      const variables = at(properties, 'Environment.Variables') as Json;
      expect([variables.MAIL_FROM, stage.target(variables.KEYS_TABLE)]).toEqual([FROM, 'Keys']);
      const keys = statements.filter(({ Resource }) => stage.target(Resource) === 'Keys');
      expect(keys.map(({ Action }) => Action)).toEqual(['dynamodb:GetItem']);
    }
  });

  test('that fail sound an alarm', () => {
    const alarms = stage.main.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    for (const Value of ['notify', 'remind'])
      expect(alarms).toContainEqual(
        expect.objectContaining({ MetricName: 'mailFailed', Dimensions: [{ Name: 'service', Value }], Threshold: 0 }),
      );
  });

  test('make no policy check find anything', () => {
    expect(new AwsSolutionsChecks(stage.app).validateScope(stage.app).violations).toEqual([]);
  });
});
