import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import commands from '../../functions/commands/routes.ts';
import describeApi from '../../functions/describe/routes.ts';
import health from '../../functions/health/routes.ts';
import inbox from '../../functions/inbox/routes.ts';
import queries from '../../functions/queries/routes.ts';
import webhooks from '../../functions/webhooks/routes.ts';
import { createApp } from '../../infra/synth.ts';
import { NEEDED } from '../functions/needed.ts';
import {
  at,
  functionsOf,
  type Json,
  list,
  type Resource,
  resourceOf,
  type Synthesized,
  synthesize,
  TEST_CONTEXT,
} from './stage.ts';

/** Routes that ask nobody who they are. */
const anybody = Object.entries({ ...describeApi.routes, ...health.routes }).flatMap(([route, access]) =>
  access === 'anybody' ? [route] : [],
);

const ROOT = join(import.meta.dirname, '../..');
const TABLES = ['Audit', 'Events', 'Fixtures', 'Inbox', 'Index', 'Keys', 'Standings', 'Statistics', 'Webhooks'];

describe.each(['dev', 'prod'])('the stage %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesize(name);
  });

  describe('has tables', () => {
    const tables = () => stage.data.ofType('AWS::DynamoDB::GlobalTable');

    test('that are those of the design, all of the same keys, and paid by request', () => {
      expect(
        tables()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(TABLES);
      for (const { properties } of tables()) {
        expect(properties.KeySchema).toEqual([
          { AttributeName: 'p', KeyType: 'HASH' },
          { AttributeName: 's', KeyType: 'RANGE' },
        ]);
        expect(properties.BillingMode).toBe('PAY_PER_REQUEST');
      }
    });

    test('without an index: one that gets hot would throttle appends', () => {
      for (const { properties } of tables())
        for (const index of ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'])
          expect(properties).not.toHaveProperty(index);
    });

    test('that can be taken back to any second, except for the keys, and outlive the stack', () => {
      for (const { id, properties, removal } of tables()) {
        // From a backup a key that was destroyed could be had back.
        expect(at(properties, 'Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled')).toBe(
          id !== 'Keys',
        );
        expect(removal).toEqual(['Retain', 'Retain']);
        expect(at(properties, 'Replicas.0.DeletionProtectionEnabled') ?? false).toBe(name === 'prod');
      }
    });

    test('of which the events alone have a stream', () => {
      const streams = tables().map(({ id, properties }) => [id, properties.StreamSpecification]);
      expect(Object.fromEntries(streams)).toEqual({
        Events: { StreamViewType: 'NEW_IMAGE' },
        Audit: undefined,
        Fixtures: undefined,
        Inbox: undefined,
        Index: undefined,
        Keys: undefined,
        Standings: undefined,
        Statistics: undefined,
        Webhooks: undefined,
      });
    });

    test('in a stack of their own, with the keys, the anchors, the archive and the users, and the other has none', () => {
      const ids = stage.data.resources.map(({ id }) => id).filter(id => !id.startsWith('SignIn'));
      const others = ['DataKey', 'WebhookKey', 'Anchors', 'AnchorsPolicy', 'Archive', 'ArchivePolicy'];
      expect(ids.sort()).toEqual([...TABLES, ...others].sort());
      expect(stage.main.resources.filter(({ type }) => type.startsWith('AWS::DynamoDB'))).toEqual([]);
    });
  });

  describe.each(['Anchors', 'Archive'])('has a bucket %s', id => {
    const bucket = () => resourceOf(stage, id);

    test('whose objects are locked, for good in production, and which nobody but us reads', () => {
      expect(bucket().properties).toMatchObject({
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          Rule: {
            DefaultRetention: name === 'prod' ? { Mode: 'COMPLIANCE', Days: 7 * 365 } : { Mode: 'GOVERNANCE', Days: 1 },
          },
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      expect(bucket().removal).toEqual(['Retain', 'Retain']);
    });

    test('in which objects are created, never written again and never deleted', () => {
      const statements = list(at(resourceOf(stage, `${id}Policy`).properties, 'PolicyDocument.Statement'));
      expect(statements).toEqual([
        expect.objectContaining({ Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:PutObject',
          Condition: { Null: { 's3:if-none-match': 'true' } },
        }),
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        }),
      ]);
    });
  });

  test.each([
    ['anchor-heads', 'cron(0 3 1 * ? *)', 'cron(0 * * * ? *)', { ANCHORS_BUCKET: 'Anchors' }],
    [
      'archive-streams',
      'cron(0 4 1 7 ? *)',
      'cron(30 3 ? * TUE *)',
      { ANCHORS_BUCKET: 'Anchors', ARCHIVE_BUCKET: 'Archive', RETENTION_DAYS: '400' },
    ],
    [
      'remind',
      'cron(0 10 1 * ? *)',
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

  test('mails nobody: that takes -c mailFrom', () => {
    stage.main.template.resourceCountIs('AWS::SES::EmailIdentity', 0);
    for (const { properties } of functionsOf(stage).values())
      expect(at(properties, 'Environment.Variables')).not.toHaveProperty('MAIL_FROM');
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

  describe('has functions', () => {
    const each = (check: (folder: string, resource: Resource) => void): void => {
      for (const [folder, resource] of functionsOf(stage)) check(folder, resource);
    };
    const variables = ({ properties }: Resource): Json => at(properties, 'Environment.Variables') as Json;

    test('one for each folder, whose entry is on the disk', () => {
      expect([...functionsOf(stage).keys()].sort()).toEqual(readdirSync(join(ROOT, 'functions')).sort());
      each((folder, { metadata }) => {
        const entry = String(metadata['local:entry']);
        expect(entry).toBe(`functions/${folder}/handler.ts`);
        expect(existsSync(join(ROOT, entry))).toBe(true);
      });
    });

    test('of Node 24 on ARM', () =>
      each((_, { properties }) =>
        expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' }),
      ));

    test('that get every variable they cannot do without', () =>
      each((folder, resource) => {
        for (const variable of NEEDED[folder] ?? [])
          expect([folder, variable, variables(resource)[variable]]).toEqual([folder, variable, expect.anything()]);
      }));

    test('that get the table each variable names', () =>
      each((_, resource) => {
        for (const [variable, value] of Object.entries(variables(resource))) {
          const [, table] = /^(\w+)_TABLE$/.exec(variable) ?? [];
          if (table) expect(stage.target(value).toUpperCase()).toBe(table);
        }
      }));

    test('named in logs and metrics by their folder, whose logs are kept for a month', () =>
      each((folder, resource) => {
        expect(variables(resource)).toMatchObject({
          POWERTOOLS_SERVICE_NAME: folder,
          POWERTOOLS_METRICS_NAMESPACE: 'Matchday',
        });
        const logs = resourceOf(stage, stage.target(at(resource.properties, 'LoggingConfig.LogGroup')));
        expect(logs.properties.RetentionInDays).toBe(30);
      }));
  });

  describe('has an API', () => {
    const routes = () => stage.main.ofType('AWS::ApiGatewayV2::Route');

    test('whose routes are those of the folders, each to its own function', () => {
      const folderOf = ({ properties }: Resource): string => {
        const integration = stage.target(at(properties.Target, 'Fn::Join.1.1'));
        const handler = stage.target(resourceOf(stage, integration).properties.IntegrationUri);
        return String(at(resourceOf(stage, handler).properties, 'Environment.Variables.HANDLER_NAME'));
      };
      const own = (folder: string) =>
        routes()
          .filter(route => folderOf(route) === folder)
          .map(({ properties }) => String(properties.RouteKey));
      expect(own('commands').sort()).toEqual(Object.keys(commands.routes).sort());
      expect(own('health').sort()).toEqual(Object.keys(health.routes).sort());
      expect(own('queries').sort()).toEqual(Object.keys(queries.routes).sort());
      expect(own('webhooks').sort()).toEqual(Object.keys(webhooks.routes).sort());
      expect(own('inbox').sort()).toEqual(Object.keys(inbox.routes).sort());
      expect(own('describe').sort()).toEqual(Object.keys(describeApi.routes).sort());
      const all = {
        ...commands.routes,
        ...describeApi.routes,
        ...health.routes,
        ...inbox.routes,
        ...queries.routes,
        ...webhooks.routes,
      };
      expect(routes()).toHaveLength(Object.keys(all).length);
    });

    test('that waits a little longer than its functions take, and sends events of format 2.0', () => {
      for (const { properties } of stage.main.ofType('AWS::ApiGatewayV2::Integration')) {
        const handler = resourceOf(stage, stage.target(properties.IntegrationUri));
        expect(properties.PayloadFormatVersion).toBe('2.0');
        expect(properties.TimeoutInMillis).toBeGreaterThan(Number(handler.properties.Timeout) * 1000);
        expect(properties.TimeoutInMillis).toBeLessThanOrEqual(30_000);
      }
    });

    test('whose commands are limited more than its queries, once the routes are there', () => {
      const [stage_] = stage.main.ofType('AWS::ApiGatewayV2::Stage');
      const settings = at(stage_?.properties, 'RouteSettings') as Json;
      const keys = routes().map(({ properties }) => String(properties.RouteKey));
      const limited = keys.filter(key => !key.startsWith('GET ') || anybody.includes(key));
      expect(Object.keys(settings).sort()).toEqual(limited.sort());
      const rate = Number(at(stage_?.properties, 'DefaultRouteSettings.ThrottlingRateLimit'));
      for (const [route, own] of Object.entries(settings))
        for (const [limit, most] of [
          ['ThrottlingRateLimit', anybody.includes(route) ? rate / 10 : rate],
          ['ThrottlingBurstLimit', Number(at(stage_?.properties, 'DefaultRouteSettings.ThrottlingBurstLimit'))],
        ] as const) {
          expect([route, limit, Number(at(own, limit)) > 0]).toEqual([route, limit, true]);
          expect(Number(at(own, limit))).toBeLessThan(most);
        }
      const all = stage.main.template.toJSON().Resources as Record<string, Json>;
      const after = Object.values(all).find(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage')?.DependsOn;
      expect(list(after).filter(id => all[String(id)]?.Type === 'AWS::ApiGatewayV2::Route')).toHaveLength(keys.length);
    });

    test('that pages of other sites may not call, but for one that is being worked on', () => {
      const [{ properties } = { properties: {} }] = stage.main.ofType('AWS::ApiGatewayV2::Api');
      const dev = {
        AllowOrigins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
        AllowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'traceparent'],
        ExposeHeaders: ['etag', 'retry-after'],
        MaxAge: 3600,
      };
      expect(at(properties, 'CorsConfiguration')).toEqual(name === 'dev' ? dev : undefined);
    });

    test('that limits each principal, but for where a season is played in minutes', () => {
      for (const folder of ['commands', 'queries'])
        expect(at(functionsOf(stage).get(folder)?.properties, 'Environment.Variables.RATE_LIMIT')).toBe(
          name === 'dev' ? undefined : '20/100',
        );
    });

    test('that is throttled, and logs nothing about persons', () => {
      const [{ properties } = { properties: {} }, ...more] = stage.main.ofType('AWS::ApiGatewayV2::Stage');
      expect(more).toEqual([]);
      expect(at(properties, 'DefaultRouteSettings.ThrottlingRateLimit')).toBeGreaterThan(0);
      expect(at(properties, 'DefaultRouteSettings.ThrottlingBurstLimit')).toBeGreaterThan(0);
      expect(JSON.parse(String(at(properties, 'AccessLogSettings.Format')))).toEqual({
        id: '$context.requestId',
        route: '$context.routeKey',
        status: '$context.status',
        ms: '$context.responseLatency',
        refused: '$context.authorizer.error',
      });
    });
  });

  test('is tagged as what it is', () => {
    for (const { properties } of stage.main.ofType('AWS::Lambda::Function'))
      expect(list(properties.Tags)).toEqual([
        { Key: 'application', Value: 'matchday' },
        { Key: 'stage', Value: name },
      ]);
  });
});

describe('synthesis', () => {
  test('takes the stage dev when none is named', async () => {
    const app = await createApp({ context: TEST_CONTEXT });
    expect(app.node.children.map(({ node }) => node.id)).toEqual(
      expect.arrayContaining(['Matchday-dev', 'MatchdayData-dev']),
    );
  });

  test.each(['staging', 'Prod', '', 1])('refuses the stage %j by naming those there are', async stage => {
    await expect(createApp({ context: { stage } })).rejects.toThrow(`-c stage=${stage}: there are dev and prod`);
  });

  test('needs no account, no region and no look-up', async () => {
    for (const name of Object.keys(process.env)) if (/^(AWS_|CDK_DEFAULT_)/.test(name)) vi.stubEnv(name, undefined);
    const { app } = await synthesize('prod');
    const assembly = app.synth();
    expect(assembly.stacks.map(({ environment }) => environment.name)).toEqual([
      'aws://unknown-account/unknown-region',
      'aws://unknown-account/unknown-region',
    ]);
    expect(assembly.manifest.missing ?? []).toEqual([]);
    vi.unstubAllEnvs();
  });
});
