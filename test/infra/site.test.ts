import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { SiteDistribution } from '../../infra/constructs/site-distribution.ts';
import { siteOptionsOf } from '../../infra/site-options.ts';
import { at, type Json, list, resourceOf, type Synthesized, stageOf, TEST_CONTEXT } from './stage.ts';

const LOGIN = 'https://matchday-prod-ACCOUNT.auth.REGION.amazoncognito.com';

const NAMES: Readonly<Record<string, string>> = {
  'AWS::Region': 'REGION',
  'AWS::AccountId': 'ACCOUNT',
  'Dns.Realtime': 'LIVE',
};

/** A text with references in it, each by a name that is told here. */
const textOf = (joined: unknown): string =>
  (at(joined, 'Fn::Join.1') as readonly unknown[])
    .map(part => (typeof part === 'string' ? part : String(NAMES[String(at(part, 'Ref') ?? at(part, 'Fn::GetAtt.1'))])))
    .join('');

describe('the site', () => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf('prod');
  });
  const config = (): Json => at(resourceOf(stage, 'SiteEdgeDistribution').properties, 'DistributionConfig') as Json;
  const headers = (): Json =>
    at(resourceOf(stage, 'SiteEdgeHeaders').properties, 'ResponseHeadersPolicyConfig') as Json;

  describe('lets the page', () => {
    const lines = (): string[] =>
      textOf(at(headers(), 'SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy')).split('; ');

    test('load what is its own, and talk to itself, to sign-in and to the live channel: nothing else is in its policy', () => {
      expect(lines()).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        `connect-src 'self' ${LOGIN} wss://LIVE`,
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]);
    });

    test('be used over TLS, as what it is, in no frame, and without telling where one was', () => {
      expect(headers().SecurityHeadersConfig).toMatchObject({
        ContentSecurityPolicy: { Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      });
      const own = list(at(headers(), 'CustomHeadersConfig.Items')).map(item => [at(item, 'Header'), at(item, 'Value')]);
      expect(Object.fromEntries(own)).toEqual({
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
      });
    });
  });

  test('serves the page at every path of a screen, over TLS, in the newest HTTP', () => {
    expect(config()).toMatchObject({ DefaultRootObject: 'index.html', HttpVersion: 'http2and3', Enabled: true });
    const page = config().DefaultCacheBehavior as Json;
    expect(page).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', Compress: true });
    expect(page).not.toHaveProperty('AllowedMethods');
    expect(stage.target(page.ResponseHeadersPolicyId)).toBe('SiteEdgeHeaders');
    const [association, ...more] = list(page.FunctionAssociations);
    expect([at(association, 'EventType'), more]).toEqual(['viewer-request', []]);
    // An error response of the distribution would be the API's too.
    expect(config()).not.toHaveProperty('CustomErrorResponses');
  });

  test('takes for files what is in /assets and names with a dot at the top, and all else for screens', () => {
    const code = String(resourceOf(stage, 'SiteEdgeScreens').properties.FunctionCode);
    const context = createContext({});
    runInContext(code, context);
    const uriOf = (uri: string): unknown =>
      JSON.parse(String(runInContext(`JSON.stringify(handler(${JSON.stringify({ request: { uri } })}))`, context))).uri;
    const segment = fc.stringMatching(/^[\w%~-]+$/);
    const folder = fc.stringMatching(/^[\w.-]+$/).filter(name => name !== 'assets');
    const folders = fc.array(folder, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(folders, segment, segment, (inside, name, end) => {
        const path = ['', ...inside].join('/');
        // An id may have a dot: /why/burnley-city.ada.
        for (const screen of [`/${name}`, `${path}/${name}`, `${path}/${name}.${end}`, '/'])
          expect(uriOf(screen)).toBe('/index.html');
        for (const file of [`/${name}.${end}`, `/assets/${name}.${end}`, `/assets${path}/${name}.${end}`])
          expect(uriOf(file)).toBe(file);
      }),
    );
  });

  test('hands /v1 on to the API as it came: nothing kept, compressed or added, and only over TLS', () => {
    const [api, ...more] = list(config().CacheBehaviors) as readonly Json[];
    expect(more).toEqual([]);
    expect(api).toEqual({
      PathPattern: '/v1/*',
      TargetOriginId: expect.any(String),
      ViewerProtocolPolicy: 'https-only',
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      Compress: false,
      // CachingDisabled and AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    const origin = list(config().Origins).find(each => at(each, 'Id') === api?.TargetOriginId);
    expect(at(origin, 'CustomOriginConfig')).toEqual({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    const host = at(origin, 'DomainName.Fn::Select.1.Fn::Split.1');
    expect(stage.target(host)).toBe('ApiHttpApi.ApiEndpoint');
  });

  describe('has files', () => {
    test('that nobody but the distribution reads, and over TLS alone', () => {
      const { properties, removal } = resourceOf(stage, 'SiteEdgeFiles');
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(at(properties, 'BucketEncryption.ServerSideEncryptionConfiguration')).toHaveLength(1);
      expect(removal).toEqual(['Retain', 'Retain']);
      const [noTls, reading, ...more] = list(
        at(resourceOf(stage, 'SiteEdgeFilesPolicy').properties, 'PolicyDocument.Statement'),
      );
      expect(more).toEqual([]);
      expect(noTls).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
      expect(reading).toMatchObject({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
      });
      expect(JSON.stringify(at(reading, 'Condition'))).toMatch(
        /^\{"StringEquals":\{"AWS:SourceArn":.*":distribution\/",\{"Ref":"SiteEdgeDistribution/,
      );
      expect(resourceOf(stage, 'SiteEdgeDistributionOrigin1S3OriginAccessControl').properties).toMatchObject({
        OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
      });
    });

    test('of which those that are named by their hash are kept for ever, and come first', () => {
      const deployments = stage.main.ofType('Custom::CDKBucketDeployment').map(({ properties }) => properties);
      expect(
        deployments.map(({ Include, Exclude, Prune, SystemMetadata }) => [Include, Exclude, Prune, SystemMetadata]),
      ).toEqual([
        [['assets/*'], ['*'], false, { 'cache-control': 'public, max-age=31536000, immutable' }],
        [undefined, ['assets/*'], false, { 'cache-control': 'no-cache' }],
      ]);
      const all = stage.main.template.toJSON().Resources as Record<string, Json>;
      const [parts] = Object.keys(all).filter(id => id.startsWith('SiteDeploymentPartsCustomResource'));
      const [, entry] = Object.entries(all).find(([id]) => id.startsWith('SiteDeploymentEntryCustomResource')) ?? [];
      expect(list(entry?.DependsOn)).toContain(parts);
    });

    test('that a function copies which may read these assets and write into this bucket, and nothing else', () => {
      const [policy, ...more] = stage.main
        .ofType('AWS::IAM::Policy')
        .filter(({ properties }) => list(properties.Roles).some(role => stage.target(role) === 'SiteDeploymentRole'));
      expect(more).toEqual([]);
      const granted = list(at(policy?.properties, 'PolicyDocument.Statement')).map(statement => [
        at(statement, 'Action'),
        list(at(statement, 'Resource')).map(resource =>
          stage.target(resource).replace(/^.*\/([0-9a-f]{64}\.zip).*$/, '$1'),
        ),
      ]);
      const keys = stage.main
        .ofType('Custom::CDKBucketDeployment')
        .flatMap(each => list(each.properties.SourceObjectKeys));
      expect(granted).toEqual([
        ['s3:GetObject', [...new Set(keys)].slice(0, 2)],
        ['s3:ListBucket', ['SiteEdgeFiles']],
        ['s3:PutObject', ['SiteEdgeFiles/*']],
        [['logs:CreateLogStream', 'logs:PutLogEvents'], ['SiteDeploymentLogs']],
        // The map of the system, which comes last.
        ['s3:GetObject', [...new Set(keys)].slice(2)],
      ]);
      const copier = resourceOf(stage, 'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C');
      expect(stage.target(copier.properties.Role)).toBe('SiteDeploymentRole');
      expect(stage.main.ofType('AWS::Lambda::LayerVersion')).toHaveLength(1);
    });
  });

  test('says where it is', () => {
    const outputs = stage.main.template.toJSON().Outputs as Record<string, Json>;
    expect(JSON.stringify(outputs.SiteUrl)).toMatch(
      /"https:\/\/",\{"Fn::GetAtt":\["SiteEdgeDistribution\w+","DomainName"\]/,
    );
  });
});

describe('a site of its own name', () => {
  const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';

  test('takes no TLS before 1.2', () => {
    const app = new App();
    const stack = new Stack(app, 'Site');
    const site = new SiteDistribution(stack, 'Edge', {
      connect: [],
      domain: { name: 'matchday.example', certificateArn: arn },
    });
    expect(site.url).toBe('https://matchday.example');
    Template.fromStack(stack).hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['matchday.example'],
        ViewerCertificate: {
          AcmCertificateArn: arn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      },
    });
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  test.each([
    [{ siteDomain: 'matchday.example' }, /-c siteCertificate=undefined: CloudFront takes a certificate of us-east-1/],
    [{ siteCertificate: arn }, /-c siteDomain=undefined: a name is such as matchday.example/],
    [{ siteDomain: 'https://matchday.example', siteCertificate: arn }, /a name is such as/],
    [{ siteDomain: 'matchday.example', siteCertificate: arn.replace('us-east-1', 'eu-west-1') }, /of us-east-1/],
  ])('is not made of %j', (context, message) => {
    const all: Json = { ...TEST_CONTEXT, ...context };
    expect(() => siteOptionsOf(name => all[name])).toThrow(message);
  });
});

describe('a stage', () => {
  test('without a built page says how to build it', () => {
    const empty = mkdtempSync(join(tmpdir(), 'site-'));
    expect(() => siteOptionsOf(name => (name === 'site' ? empty : undefined))).toThrow(/npm run build makes one/);
    rmSync(empty, { recursive: true });
  });

  test.each([false, 'false'])('has no page with -c site=%j', site => {
    expect(siteOptionsOf(name => (name === 'site' ? site : undefined))).toBeUndefined();
  });
});
