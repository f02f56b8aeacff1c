import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Fn, Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  ResponseHeadersPolicy,
  Function as ViewerFunction,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';

/** What is worth compressing. */
export const SCRIPT = 'export const text = "a page";\n'.repeat(100);

const page = (folder: string): string => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'assets/main-1234.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/small-1234.css'), 'b{}');
  return folder;
};

const headers = (stack: Stack, connect: string): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: `connect-src 'self' ${connect}`, override: true },
      contentTypeOptions: { override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'X-Own', value: 'added', override: true },
        { header: 'Cache-Control', value: 'not-taken', override: false },
      ],
    },
  });

/** Synthesizes a page before an API, with values in its configuration that only a deployment knows. */
export const synthesizeSite = (): string => {
  process.env.CDK_VALIDATION = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'local-site-'));
  const app = new App({ outdir });
  const stack = new Stack(app, 'Site');
  const api = new HttpApi(stack, 'Api');
  // The CDK's own types clash where what is optional may not be undefined.
  const bucket = new Bucket(stack, 'Files') as unknown as IBucket;
  const code = `function handler({ request }) {
    if (request.uri === '/fails.txt') throw new Error('no such thing');
    if (request.uri.endsWith('/')) request.uri = '/index.html';
    return request;
  }`;
  const distribution = new Distribution(stack, 'Edge', {
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      responseHeadersPolicy: headers(
        stack,
        `wss://${Fn.select(2, Fn.split('/', api.apiEndpoint))} https://else.example`,
      ),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new ViewerFunction(stack, 'Rewrite', {
            code: FunctionCode.fromInline(code),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    },
  });
  distribution.addBehavior('/v1/*', new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))), {
    allowedMethods: AllowedMethods.ALLOW_ALL,
    compress: false,
  });
  const folder = page(join(outdir, 'page'));
  const common = { destinationBucket: bucket, prune: false };
  new BucketDeployment(stack, 'Assets', {
    ...common,
    sources: [Source.asset(folder)],
    exclude: ['*'],
    include: ['assets/*'],
    cacheControl: [CacheControl.immutable()],
  });
  const config = { api: api.apiEndpoint, id: `"${api.apiId}"`, count: 2, nothing: null };
  new BucketDeployment(stack, 'Entry', {
    ...common,
    sources: [Source.asset(folder), Source.jsonData('config.json', config)],
    exclude: ['assets/*'],
    cacheControl: [CacheControl.noCache()],
  });
  app.synth();
  return outdir;
};
