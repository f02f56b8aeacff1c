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
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { HttpFunction } from '../../shared/events/subscription.ts';
import type { Tables } from './access.ts';
import { HandlerFunction } from './function.ts';
import { encryptedLogGroup } from './log-group.ts';
import { QUERIES, routeSettings } from './throttling.ts';

export interface ApiProps {
  readonly tables: Tables;
  /** By folder. */
  readonly functions: Readonly<Record<string, HttpFunction>>;
  /** `development`: believes the development header. */
  readonly principals: string;
}

/** Without personal data: no address, no header, no query. */
const LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    id: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
  }),
);

/** The HTTP API: its routes are those that the folders' `routes.ts` name. */
export class Api extends Construct {
  readonly url: string;
  /** By folder. */
  private readonly handlers = new Map<string, LambdaFunction>();

  constructor(scope: Construct, id: string, { tables, functions, principals }: ApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'HttpApi', { createDefaultStage: false });
    const logGroup = encryptedLogGroup(this, 'AccessLogs');
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: QUERIES,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: LOG_FORMAT },
    });
    this.url = stage.url;
    for (const [folder, config] of Object.entries(functions))
      this.addFunction(api, folder, { config, tables, principals });
    this.limitRoutes(stage, functions);
    Validations.of(api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Sign-in comes with its own issue. Until then a stage takes development principals (dev) or refuses everybody (prod).',
    });
  }

  /** The function of a folder. */
  handler(folder: string): LambdaFunction {
    const handler = this.handlers.get(folder);
    if (!handler) throw new Error(`functions/${folder} is not behind the API`);
    return handler;
  }

  /** A stage can only be told of routes that are there already. */
  private limitRoutes(stage: HttpStage, functions: Readonly<Record<string, HttpFunction>>): void {
    const routes = Object.assign({}, ...Object.values(functions).map(({ routes }) => routes));
    (stage.node.defaultChild as CfnStage).routeSettings = routeSettings(routes);
    for (const route of this.node.findAll()) if (route instanceof HttpRoute) stage.node.addDependency(route);
  }

  private addFunction(
    api: HttpApi,
    folder: string,
    { config, tables, principals }: { config: HttpFunction; tables: Tables; principals: string },
  ): void {
    const { function: handler } = new HandlerFunction(this, folder, {
      folder,
      tables,
      ...config,
      environment: { PRINCIPALS: principals },
    });
    this.handlers.set(folder, handler);
    const integration = new HttpLambdaIntegration(`${folder}-integration`, handler, {
      timeout: Duration.seconds(config.timeout + 1),
    });
    for (const route of Object.keys(config.routes)) {
      const [method = '', path = ''] = route.split(' ');
      api.addRoutes({ path, methods: [method as HttpMethod], integration });
    }
  }
}
