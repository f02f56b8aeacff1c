import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  type HttpMethod,
  HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type HttpFunction, tokenScope } from '../../shared/events/subscription.ts';
import type { Tables } from './access.ts';
import { type Alarms, countOf } from './alarms.ts';
import { corsFor } from './cors.ts';
import { HandlerFunction } from './function.ts';
import { encryptedLogGroup } from './log-group.ts';
import { QUERIES, routeSettings } from './throttling.ts';

export interface ApiProps {
  readonly tables: Tables;
  /** By folder. */
  readonly functions: Readonly<Record<string, HttpFunction>>;
  readonly userPool: IUserPool;
  /** Whose tokens are taken. */
  readonly clients: readonly IUserPoolClient[];
  readonly alarms: Alarms;
  /** Sites whose pages may call the API. */
  readonly origins: readonly string[];
  /** How often one principal may ask: see `limitOf` in `shared/lambda/http/rate-limit.ts`. */
  readonly rateLimit?: string;
  /** Whose operators run the platform: see `platformOf` in `shared/lambda/http/platform.ts`. */
  readonly platformTenant?: string;
}

/** Without personal data: no address, no header, no query. */
const LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    id: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
    refused: '$context.authorizer.error',
  }),
);

/** Requests denied by a function in a minute before somebody looks: a client with an old token is none of these. */
const DENIED_A_MINUTE = 20;

/** Functions that do something for the platform's operators alone. */
const FOR_OPERATORS = new Set(['dead-letters', 'projections']);

const acknowledgeOpen = (routes: readonly HttpRoute[]): void => {
  for (const route of routes)
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Anybody may ask: it tells nothing of any tenant.',
    });
};

/** The HTTP API: its routes are those that the folders' `routes.ts` name. */
export class Api extends Construct {
  readonly url: string;
  readonly httpApi: HttpApi;
  /** By folder. */
  private readonly handlers = new Map<string, LambdaFunction>();

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const corsPreflight = corsFor(props.origins);
    const api = new HttpApi(this, 'HttpApi', { createDefaultStage: false, ...(corsPreflight && { corsPreflight }) });
    this.httpApi = api;
    const logGroup = encryptedLogGroup(this, 'AccessLogs');
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: QUERIES,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: LOG_FORMAT },
    });
    this.url = stage.url;
    const { userPool, clients } = props;
    const authorizer = new HttpUserPoolAuthorizer('Users', userPool, { userPoolClients: [...clients] });
    for (const [folder, config] of Object.entries(props.functions)) {
      const integration = this.addFunction(folder, config, props);
      for (const [route, access] of Object.entries(config.routes)) {
        const [method = '', path = ''] = route.split(' ');
        const added = api.addRoutes({
          path,
          methods: [method as HttpMethod],
          integration,
          ...(access !== 'anybody' && { authorizer, authorizationScopes: access.map(tokenScope) }),
        });
        if (access === 'anybody') acknowledgeOpen(added);
      }
    }
    this.limitRoutes(stage, props.functions);
  }

  /** The function of a folder. */
  handler(folder: string): LambdaFunction {
    const handler = this.handlers.get(folder);
    if (!handler) throw new Error(`functions/${folder} is not behind the API`);
    return handler;
  }

  /** A stage can only be told of routes that are there already. */
  private limitRoutes(stage: HttpStage, functions: ApiProps['functions']): void {
    const routes = Object.assign({}, ...Object.values(functions).map(({ routes }) => routes));
    (stage.node.defaultChild as CfnStage).routeSettings = routeSettings(routes);
    for (const route of this.node.findAll()) if (route instanceof HttpRoute) stage.node.addDependency(route);
  }

  private addFunction(
    folder: string,
    config: HttpFunction,
    { tables, alarms, rateLimit, platformTenant }: ApiProps,
  ): HttpLambdaIntegration {
    const { function: handler } = new HandlerFunction(this, folder, {
      folder,
      tables,
      ...config,
      environment: {
        ...(rateLimit !== undefined && { RATE_LIMIT: rateLimit }),
        ...(platformTenant !== undefined && FOR_OPERATORS.has(folder) && { PLATFORM_TENANT: platformTenant }),
      },
    });
    this.handlers.set(folder, handler);
    if (Object.values(config.routes).some(access => access !== 'anybody'))
      alarms.above(`${folder}-denied`, countOf('denied', folder), DENIED_A_MINUTE, `${folder} denies many requests`);
    return new HttpLambdaIntegration(`${folder}-integration`, handler, {
      timeout: Duration.seconds(config.timeout + 1),
    });
  }
}
