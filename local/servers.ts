import { resolve } from 'node:path';
import { startEventApi } from './appsync/server.ts';
import type { Base } from './base.ts';
import { startSite } from './cloudfront/server.ts';
import { startUserPools, type UserPools } from './cognito/server.ts';
import { roleArnOfAccessKey } from './functions/credentials.ts';
import { startHttpApi } from './http-api/server.ts';
import type { S3Service } from './s3/service.ts';
import type { LocalStack } from './stack-types.ts';
import type { Functions } from './types.ts';

const startSignIn = async (base: Base, functions: Functions): Promise<UserPools> => {
  const { assembly, access, parts, userPoolPort, options } = base;
  const { dataDir, report } = options;
  const directory = dataDir === undefined ? {} : { directory: resolve(dataDir, 'cognito') };
  const userPools = await startUserPools(userPoolPort, { assembly, access, functions, report, ...directory });
  parts.defer(() => userPools.close());
  return userPools;
};

const startApis = async (base: Base, functions: Functions, { keysOf }: UserPools): Promise<Record<string, string>> => {
  const { assembly, access, clock, parts, ports, live, rest, options } = base;
  const urls: Record<string, string> = {};
  for (const api of assembly.ofType('AWS::ApiGatewayV2::Api')) {
    const port = ports.get(api.logicalId) ?? 0;
    const shared = { assembly, access, functions, clock, keysOf, report: options.report, changed: rest.changed };
    const server = await startHttpApi(api, port, shared);
    parts.defer(() => server.close());
    live.apis = [...live.apis, server];
    urls[api.logicalId] = `http://127.0.0.1:${port}`;
  }
  return urls;
};

/** Pages come after the APIs that they ask. */
const startSites = async (base: Base, s3: S3Service): Promise<Record<string, string>> => {
  const { assembly, access, parts, sitePorts, options } = base;
  const { siteRoutes: routes = {}, report } = options;
  const urls: Record<string, string> = {};
  for (const distribution of assembly.ofType('AWS::CloudFront::Distribution')) {
    const port = sitePorts.get(distribution.logicalId) ?? 0;
    const site = await startSite(distribution, port, { assembly, access, s3, routes, report });
    parts.defer(() => site.close());
    urls[distribution.logicalId] = `http://127.0.0.1:${port}`;
  }
  return urls;
};

const startEventApis = async (base: Base, { keysOf }: UserPools): Promise<Record<string, string>> => {
  const { assembly, access, parts, eventApiPorts, options } = base;
  const urls: Record<string, string> = {};
  for (const api of assembly.ofType('AWS::AppSync::Api')) {
    const port = eventApiPorts.get(api.logicalId) ?? 0;
    const roleOf = (key: string) => roleArnOfAccessKey(assembly, key);
    const server = await startEventApi(api, port, { assembly, access, keysOf, roleOf, report: options.report });
    parts.defer(() => server.close());
    urls[api.logicalId] = `http://127.0.0.1:${port}`;
  }
  return urls;
};

/** Starts what lets the outside in, which comes last; whatever is started is registered in the parts of the base. */
export const startServers = async (
  base: Base,
  functions: Functions,
  s3: S3Service,
): Promise<Pick<LocalStack, 'apiUrls' | 'siteUrls' | 'liveUrls' | 'userPoolUrls'>> => {
  const userPools = await startSignIn(base, functions);
  const liveUrls = await startEventApis(base, userPools);
  const apiUrls = await startApis(base, functions, userPools);
  const siteUrls = await startSites(base, s3);
  return { apiUrls, siteUrls, liveUrls, userPoolUrls: userPools.urls };
};
