import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Synthesized, synthesize } from './stage.ts';

/** Every finding that was acknowledged, by the construct it is acknowledged on. A new one is a decision to be made here. */
const ACKNOWLEDGED: Readonly<Record<string, readonly string[]>> = {
  // It is a dead-letter queue itself.
  'AwsSolutions-SQS3': [
    'Anchoring/Undelivered',
    'Archiving/Undelivered',
    'Deliveries/DeadLetters',
    'EventIndex/Abandoned',
    'Outbox/Abandoned',
    'Outbox/Quarantine',
    'Rebuilds/DeadLetters',
    'Reconciliation/Undelivered',
    'Reminding/Undelivered',
    'catch-unrouted/DeadLetters',
    'catch-unrouted/Undelivered',
    'fan-out-webhooks/DeadLetters',
    'fan-out-webhooks/Undelivered',
    'notify/DeadLetters',
    'notify/Undelivered',
    'project-fixtures/DeadLetters',
    'project-fixtures/Undelivered',
    'project-standings/DeadLetters',
    'project-standings/Undelivered',
    'push-live/DeadLetters',
    'push-live/Undelivered',
    'record-analytics/DeadLetters',
    'record-analytics/Undelivered',
    'score-predictions/DeadLetters',
    'score-predictions/Undelivered',
  ],
  // All objects of one bucket.
  'AwsSolutions-IAM5': [
    'Anchoring',
    'Api/commands',
    'Api/dead-letters',
    // The archive and the anchors.
    'Api/explain',
    'Api/explain',
    'Api/queries',
    'Archiving',
    'Archiving/Handler',
    'Rebuilding/Handler',
    'Reminding/Handler',
    'Site/Deployment/Policy',
    'notify/Handler',
    'score-predictions/Handler',
  ],
  // Its objects are known by hash; or public.
  'AwsSolutions-S1': ['Anchors', 'Archive', 'Site/Edge/Files'],
  // Of the page: everywhere, of files and an API with limits, without a log of persons, by CloudFront's own name.
  'AwsSolutions-CFR1': ['Site/Edge/Distribution'],
  'AwsSolutions-CFR2': ['Site/Edge/Distribution'],
  'AwsSolutions-CFR3': ['Site/Edge/Distribution'],
  'AwsSolutions-CFR4': ['Site/Edge/Distribution'],
  // It comes with the CDK.
  'AwsSolutions-L1': ['Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C'],
  // A backup would bring back what was destroyed.
  'AwsSolutions-DDB3': ['Keys'],
  // Machines have no second factor.
  'AwsSolutions-COG2': ['SignIn/Users'],
  // The API's description, and whether it is well.
  'AwsSolutions-APIG4': [
    'Api/HttpApi/GET--v1--docs',
    'Api/HttpApi/GET--v1--health',
    'Api/HttpApi/GET--v1--openapi.json',
  ],
  // A plan that costs.
  'AwsSolutions-COG8': ['SignIn/Users'],
  // Another key would have to come beside it.
  'AwsSolutions-SMG4': ['WebhookKey'],
};

const REASONS: Readonly<Record<string, RegExp>> = {
  'AwsSolutions-SQS3': /^It is a dead-letter queue itself/,
  'AwsSolutions-IAM5': /^The objects of a bucket cannot be named/,
  'AwsSolutions-S1': /^(Its objects are known by hash|It holds the files of a public page)/,
  'AwsSolutions-CFR1': /^Football is watched everywhere/,
  'AwsSolutions-CFR2': /^A firewall of CloudFront is a stack in us-east-1/,
  'AwsSolutions-CFR3': /^A log of who looked at the page/,
  'AwsSolutions-CFR4': /^CloudFront sets what its own certificate takes/,
  'AwsSolutions-L1': /^The CDK brings the function that copies/,
  'AwsSolutions-DDB3': /^A backup would bring back keys that were destroyed/,
  'AwsSolutions-APIG4': /^Anybody may ask: it tells nothing of any tenant/,
  'AwsSolutions-COG2': /^Producers are machines, which have no second factor/,
  'AwsSolutions-COG8': /^The plan Plus is paid for each user/,
  'AwsSolutions-SMG4': /^What is sealed under it is sealed once/,
};

interface Acknowledgement {
  readonly id: string;
  readonly path: string;
  readonly reason: string;
}

const acknowledgements = (scope: IConstruct): Acknowledgement[] =>
  scope.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([id, reason]) => ({
          id: id.replace(/^annotation::/i, '').replace(/\[.*\]$/, ''),
          path: node.path.replace(/^[^/]+\//, ''),
          reason,
        })),
      ),
  );

describe.each(['dev', 'prod'])('the policy checks of %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesize(name);
  });

  test('find nothing that is not acknowledged', () => {
    const { violations } = new AwsSolutionsChecks(stage.app).validateScope(stage.app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );
    expect(found).toEqual([]);
  });

  test('would find something: an acknowledgement that is taken away', () => {
    const queue = stage.app.node.findAll().find(({ node }) => node.path.endsWith('Outbox/Abandoned'));
    if (!queue) throw new Error('there is no such queue');
    Object.defineProperty(queue.node, 'metadata', { value: [], configurable: true });
    const { violations } = new AwsSolutionsChecks(stage.app).validateScope(stage.app);
    Reflect.deleteProperty(queue.node, 'metadata');
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(['AwsSolutions-SQS3']);
  });

  test('have these acknowledgements and no others', () => {
    const byRule = Map.groupBy(acknowledgements(stage.app), ({ id }) => id);
    const listed = [...byRule].map(([id, own]) => [id, own.map(({ path }) => path).sort()]);
    expect(Object.fromEntries(listed)).toEqual(ACKNOWLEDGED);
  });

  test('have a reason for each', () => {
    for (const { id, reason } of acknowledgements(stage.app))
      expect(reason).toMatch(REASONS[id] ?? /^no reason is listed$/);
  });
});
