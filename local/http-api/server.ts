import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { closeServer, listen } from '../gateway/listen.ts';
import { textAt } from '../json.ts';
import {
  type AccessControl,
  type Assembly,
  type Closeable,
  type Functions,
  type JsonObject,
  LocalRuntimeError,
  type MachineClock,
  type Report,
  type Resource,
} from '../types.ts';
import { type Authorization, type Authorizer, authorizerOf } from './authorizer.ts';
import { corsOf } from './cors.ts';
import { answerOf, eventOf, gatewayAnswer, type HttpAnswer } from './payload.ts';
import { createRouter, type Route, type RouteMatch, routesOf } from './routes.ts';
import type { IssuerKeys } from './token.ts';

/** What an API needs of the machine. */
export interface HttpApiOptions {
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly functions: Functions;
  readonly clock: MachineClock;
  /** Keys of the user pools of this machine. */
  readonly keysOf: IssuerKeys;
  readonly report: Report;
  readonly changed: () => void;
}

/** A listening HTTP API. */
export interface HttpApi extends Closeable {
  readonly logicalId: string;
  /** Requests being answered. */
  readonly inFlight: number;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const MAX_PAYLOAD_BYTES = 10 * 1024 * 1024;
const INTEGRATION_TIMEOUT_MS = 30_000;

const readBody = (request: IncomingMessage): Promise<Buffer | 'too large'> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_PAYLOAD_BYTES) chunks.push(chunk);
    });
    request.once('error', reject);
    request.once('end', () => resolve(size > MAX_PAYLOAD_BYTES ? 'too large' : Buffer.concat(chunks)));
  });

const stageOf = (api: Resource, assembly: Assembly): string => {
  const stages = assembly.ofType('AWS::ApiGatewayV2::Stage').filter(stage => stage.properties.ApiId === api.ref);
  const name = textAt(stages[0]?.properties, 'StageName');
  if (stages.length === 1 && name === '$default') return name;
  throw new LocalRuntimeError(`API ${api.stack}/${api.logicalId}: locally it needs exactly one stage, $default.`);
};

/** The ARN of a request, as the function's policy sees it. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
const requestArn = (api: Resource, assembly: Assembly, route: Route, stage: string): string => {
  const method = route.method === 'ANY' ? '*' : route.method;
  const path = route.key === '$default' ? '$default/$default' : `${stage}/${method}/${route.segments.join('/')}`;
  return `arn:aws:execute-api:${assembly.region}:${assembly.account}:${api.ref}/${path}`;
};

/** Asks the authorizer of the route. */
const createGuard = (api: Resource, routes: readonly Route[], { assembly, keysOf }: HttpApiOptions) => {
  const own = assembly.ofType('AWS::ApiGatewayV2::Authorizer').filter(({ properties }) => properties.ApiId === api.ref);
  const authorizers = new Map<string, Authorizer>(own.map(resource => [resource.ref, authorizerOf(resource, keysOf)]));
  for (const { key, authorization } of routes)
    if (authorization && !authorizers.has(authorization.authorizer))
      throw new LocalRuntimeError(`Route ${key}: there is no authorizer ${authorization.authorizer}.`);
  return async ({ headers }: IncomingMessage, { authorization }: Route): Promise<Authorization | undefined> =>
    authorization && authorizers.get(authorization.authorizer)?.(headers.authorization, authorization.scopes);
};

/** Invokes the route's function and turns its result into an answer. */
const createInvoker = (api: Resource, stage: string, options: HttpApiOptions) => {
  const { assembly, access, functions, clock, report } = options;
  const say = (message: string): void => report({ level: 'error', part: 'http-api', message });
  return async (
    request: IncomingMessage,
    body: Buffer,
    match: RouteMatch,
    jwt: JsonObject | undefined,
  ): Promise<HttpAnswer> => {
    const { route } = match;
    const decision = access.decide({
      principal: 'apigateway.amazonaws.com',
      action: 'lambda:InvokeFunction',
      resource: route.functionArn,
      context: { 'aws:SourceArn': requestArn(api, assembly, route, stage), 'aws:SourceAccount': assembly.account },
    });
    if (!decision.allowed) {
      say(`${route.key}: ${decision.reason}`);
      return gatewayAnswer(500, 'Internal Server Error');
    }
    const context = { account: assembly.account, apiId: api.ref, stage, now: clock.now(), ...(jwt && { jwt }) };
    const limit = new AbortController();
    const result = await Promise.race([
      functions.invoke(route.functionArn, eventOf(request, body, match, context)),
      delay(INTEGRATION_TIMEOUT_MS, undefined, { signal: limit.signal, ref: false }).catch(() => undefined),
    ]);
    limit.abort();
    if (result?.status === 'succeeded') return answerOf(result.payload);
    if (result === undefined) {
      say(`${route.key}: the function took longer than ${INTEGRATION_TIMEOUT_MS / 1000} s.`);
      return gatewayAnswer(503, 'Service Unavailable');
    }
    say(`${route.key}: ${result.status}: ${result.error.errorType}: ${result.error.errorMessage}`);
    return gatewayAnswer(500, 'Internal Server Error');
  };
};

const send = (response: ServerResponse, answer: HttpAnswer, more: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries({ ...answer.headers, ...more })) response.setHeader(name, value);
  response.writeHead(answer.status);
  response.end(answer.body);
};

/**
 * Serves one HTTP API on a port of this machine.
 * @throws LocalRuntimeError when the port is taken, or for stages, routes and authorizers that do not run here.
 */
export const startHttpApi = async (api: Resource, port: number, options: HttpApiOptions): Promise<HttpApi> => {
  const stage = stageOf(api, options.assembly);
  const routes = routesOf(api, options.assembly);
  const route = createRouter(routes);
  const guard = createGuard(api, routes, options);
  const invoke = createInvoker(api, stage, options);
  const cors = corsOf(api);
  const answerTo = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const body = await readBody(request);
    const method = request.method ?? 'GET';
    const match = route(method, (request.url ?? '/').split('?')[0] ?? '/');
    if (method === 'OPTIONS' && cors !== undefined && (match === undefined || match.route.key === '$default')) {
      return cors.preflight(request);
    }
    if (match === undefined) return gatewayAnswer(404, 'Not Found');
    const authorization = await guard(request, match.route);
    if (authorization?.allowed === false) return authorization.answer;
    if (body === 'too large') return gatewayAnswer(413, 'Request Entity Too Large');
    return invoke(request, body, match, authorization?.jwt);
  };
  let inFlight = 0;
  const server = createServer((request, response) => {
    inFlight += 1;
    answerTo(request)
      .then(answer => send(response, answer, cors?.headers(request) ?? {}))
      .catch((error: unknown) => {
        options.report({ level: 'error', part: 'http-api', message: String(error) });
        response.destroy();
      })
      .finally(() => {
        inFlight -= 1;
        options.changed();
      });
  });
  await listen(server, port);
  return {
    logicalId: api.logicalId,
    get inFlight() {
      return inFlight;
    },
    close: () => closeServer(server),
  };
};
