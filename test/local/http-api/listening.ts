import { freePort } from '../../../local/dynamodb/java.ts';
import { type HttpApiOptions, startHttpApi } from '../../../local/http-api/server.ts';
import type { Json, JsonObject, Resource } from '../../../local/types.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  clockAt,
  fakeFunctions,
  functionResource,
  resource,
} from '../support/machine.ts';

/** A route to the one function there is. */
export const route = (name: string, properties: JsonObject): Resource =>
  resource('AWS::ApiGatewayV2::Route', name, { ApiId: 'api', Target: 'integrations/int', ...properties });

/** What a test says of the API; everything is allowed, and no user pool is known, unless it says otherwise. */
interface Listening extends Partial<Omit<HttpApiOptions, 'assembly' | 'functions'>> {
  readonly work: (event: Json) => Json | undefined;
  /** Routes and authorizers. */
  readonly resources: readonly Resource[];
  /** Properties of the API itself. */
  readonly api?: JsonObject | undefined;
}

/** An HTTP API that listens in front of one function, which does what the test says; `events` are what it was handed. */
export const listen = async ({ work, resources, api, ...options }: Listening) => {
  const assembly = assemblyOf(
    functionResource('fn'),
    resource('AWS::ApiGatewayV2::Api', 'api', api),
    resource('AWS::ApiGatewayV2::Stage', '$default', { ApiId: 'api', StageName: '$default' }),
    resource('AWS::ApiGatewayV2::Integration', 'int', {
      ApiId: 'api',
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arn('lambda', 'function:fn'),
      PayloadFormatVersion: '2.0',
    }),
    ...resources,
  );
  const [resourceApi] = assembly.ofType('AWS::ApiGatewayV2::Api');
  if (!resourceApi) throw new Error('no api');
  const { functions, events } = fakeFunctions(work);
  const port = await freePort();
  const httpApi = await startHttpApi(resourceApi, port, {
    access: accessExcept(),
    clock: clockAt(),
    keysOf: () => undefined,
    report: () => {},
    changed: () => {},
    ...options,
    assembly,
    functions,
  });
  return { httpApi, url: `http://127.0.0.1:${port}`, events };
};
