import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, type HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HttpFunction } from '../../shared/events/subscription.ts';
import type { Tables } from './access.ts';
import { corsFor } from './cors.ts';
import { HandlerFunction } from './function.ts';

export interface ApiProps {
  readonly tables: Tables;
  /** By folder. */
  readonly functions: Readonly<Record<string, HttpFunction>>;
  /** `development`: believes the development header. */
  readonly principals: string;
  /** Sites whose pages may call the API. */
  readonly origins: readonly string[];
  /** How often one principal may ask: see `limitOf` in `shared/lambda/http/rate-limit.ts`. */
  readonly rateLimit?: string;
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

/** Requests a second and at once, of all clients together. */
const THROTTLE = { rateLimit: 500, burstLimit: 1000 };

/** The HTTP API: its routes are those that the folders' `routes.ts` name. */
export class Api extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { tables, functions, principals, origins, rateLimit }: ApiProps) {
    super(scope, id);
    const corsPreflight = corsFor(origins);
    const api = new HttpApi(this, 'HttpApi', { createDefaultStage: false, ...(corsPreflight && { corsPreflight }) });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: LOG_FORMAT },
    });
    this.url = stage.url;
    for (const [folder, config] of Object.entries(functions))
      this.addFunction(api, folder, {
        config,
        tables,
        environment: { PRINCIPALS: principals, ...(rateLimit !== undefined && { RATE_LIMIT: rateLimit }) },
      });
    Validations.of(api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Sign-in comes with its own issue. Until then a stage takes development principals (dev) or refuses everybody (prod).',
    });
  }

  private addFunction(
    api: HttpApi,
    folder: string,
    { config, tables, environment }: { config: HttpFunction; tables: Tables; environment: Record<string, string> },
  ): void {
    const { function: handler } = new HandlerFunction(this, folder, {
      folder,
      tables,
      ...config,
      environment,
    });
    const integration = new HttpLambdaIntegration(`${folder}-integration`, handler, {
      timeout: Duration.seconds(config.timeout + 1),
    });
    for (const route of Object.keys(config.routes)) {
      const [method = '', path = ''] = route.split(' ');
      api.addRoutes({ path, methods: [method as HttpMethod], integration });
    }
  }
}
