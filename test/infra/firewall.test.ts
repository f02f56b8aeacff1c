import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { protect } from '../../infra/constructs/firewall.ts';
import { at, type Json, list, synthesize } from './stage.ts';

test('a firewall blocks who asks too much, and what AWS knows to be bad, and keeps no samples of requests', () => {
  const stack = new Stack(new App(), 'Stack');
  const arn = 'arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abc';
  protect(stack, arn);
  const template = Template.fromStack(stack);
  const resources = Object.values(template.toJSON().Resources as Record<string, Json>).map(
    ({ Properties }) => Properties,
  );
  const [acl, association] = resources;
  expect(acl).toMatchObject({ Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
  const rules = list(at(acl, 'Rules'));
  expect(rules.map(rule => at(rule, 'Priority'))).toEqual(rules.map((_, index) => index));
  expect(rules[0]).toMatchObject({
    Action: { Block: {} },
    Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 1000 } },
  });
  for (const rule of rules.slice(1)) {
    expect(at(rule, 'Statement.ManagedRuleGroupStatement.VendorName')).toBe('AWS');
    expect(at(rule, 'OverrideAction')).toEqual({ None: {} });
  }
  for (const part of [acl, ...rules])
    expect(at(part, 'VisibilityConfig')).toMatchObject({
      CloudWatchMetricsEnabled: true,
      SampledRequestsEnabled: false,
    });
  expect(association).toMatchObject({ ResourceArn: arn, WebACLArn: { 'Fn::GetAtt': [expect.any(String), 'Arn'] } });
});

test('in production it is before sign-in, and in dev it is not paid for', async () => {
  const [prod, dev] = await Promise.all([synthesize('prod'), synthesize('dev')]);
  const [association, ...more] = prod.main.ofType('AWS::WAFv2::WebACLAssociation');
  expect(more).toEqual([]);
  expect(JSON.stringify(association?.properties.ResourceArn)).toMatch(/SignInUsers\w+Arn/);
  expect(dev.main.ofType('AWS::WAFv2::WebACL')).toEqual([]);
});
