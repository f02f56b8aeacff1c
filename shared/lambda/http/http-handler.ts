import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { CommandContext } from '../../application/execution.ts';
import type { Routes } from '../../events/subscription.ts';
import { logger, metrics } from '../observe.ts';
import { auditRefusal } from './audit.ts';
import { commandContext } from './command-context.ts';
import { entityTag, isKnown, preconditionOf } from './entity-tags.ts';
import { fieldProblems } from './field-problems.ts';
import { admit, type Principal } from './principal.ts';
import { problemResponse, RequestError } from './problem.ts';
import { type Limit, limitOf } from './rate-limit.ts';
import { jsonBody } from './request-body.ts';
import { strictly } from './strictly.ts';

/** A request, validated. */
export interface Request<Body, Query> {
  readonly principal: Principal;
  readonly context: CommandContext;
  /** A variable of the path. */
  readonly param: (name: string) => string;
  readonly body: Body;
  readonly query: Query;
}

export interface Answer {
  readonly status: number;
  /** JSON; a text as it is when `headers` have a content type. */
  readonly body: unknown;
  /** Of the resource's stream: becomes the ETag. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One route: what it takes, what it answers, and what it does. */
export interface Operation<Body = unknown, Query = unknown> {
  /** One line, for the API's description: "Schedules a match". */
  readonly summary: string;
  readonly body: z.ZodType<Body>;
  readonly query: z.ZodType<Query>;
  /** The bodies of its answers when all went well, by status. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  /** Of one stream, whose version is the ETag: a GET knows If-None-Match, a command If-Match and `If-None-Match: *`. */
  readonly versioned?: boolean;
  /** Problems that it answers besides those of all: see `problemsOf` in the API's description. */
  readonly problems?: readonly number[];
  readonly handle: (request: Request<Body, Query>) => Promise<Answer>;
}

/**
 * For the inference of an operation's own types; in a table of operations they are all alike. What it takes is strict: a field
 * that it does not know is refused, however deep.
 */
export const operation = <Body, Query>(own: Operation<Body, Query>): Operation =>
  ({ ...own, body: strictly(own.body), query: strictly(own.query) }) as unknown as Operation;

const validate = <T>(schema: z.ZodType<T>, value: unknown, where: 'body' | 'query'): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldProblems(parsed.error, where);
  const detail = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new RequestError(400, 'invalid-request', detail, fields);
};

const isQuestion = ({ routeKey }: APIGatewayProxyEventV2): boolean => routeKey.startsWith('GET ');

/** @throws RequestError 400 for conditions on a route that cannot keep them: to ignore them would lose an update */
const commandPrecondition = ({ versioned }: Operation, { headers }: APIGatewayProxyEventV2) => {
  const precondition = preconditionOf(headers);
  if (precondition !== undefined && !versioned)
    throw new RequestError(400, 'invalid-request', 'If-Match and If-None-Match are not for this route');
  return precondition;
};

const run = async (operation: Operation, event: APIGatewayProxyEventV2, principal: Principal): Promise<Answer> => {
  const json = jsonBody(event);
  const precondition = isQuestion(event) ? undefined : commandPrecondition(operation, event);
  return operation.handle({
    principal,
    context: commandContext(event, principal, { json, precondition }),
    // API Gateway has decoded it.
    param: name => event.pathParameters?.[name] ?? '',
    body: validate(operation.body, json, 'body'),
    query: validate(operation.query, event.queryStringParameters ?? {}, 'query'),
  });
};

/** An answer as API Gateway takes it. What is about a tenant is nobody's to keep unless the operation says so. */
const responseOf = (
  { status, headers, body, version }: Answer,
  event: APIGatewayProxyEventV2,
): APIGatewayProxyStructuredResultV2 => {
  const tag = version === undefined ? undefined : entityTag(version);
  const about = { 'cache-control': 'no-store', ...(tag !== undefined && { etag: tag }), ...headers };
  if (tag !== undefined && isQuestion(event) && isKnown(event.headers['if-none-match'], tag))
    return { statusCode: 304, headers: about };
  const isText = typeof body === 'string' && headers?.['content-type'] !== undefined;
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...about },
    body: isText ? body : JSON.stringify(body),
  };
};

const observe = (event: APIGatewayProxyEventV2, { statusCode = 200 }: APIGatewayProxyStructuredResultV2): void => {
  metrics.addMetric(`status ${Math.floor(statusCode / 100)}xx`, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  logger.debug('request', { route: event.routeKey, status: statusCode });
};

/** Middleware: logs and counts each request, and answers a failed one with its problem. */
const observeRequests = (): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  before: ({ context }) => logger.addContext(context),
  after: ({ event, response }) => observe(event, response ?? {}),
  onError: request => {
    const response = problemResponse(request.error);
    if ((response.statusCode ?? 500) >= 500) logger.error('request failed', request.error as Error);
    auditRefusal(request.event, request.error);
    // A middleware's `after` is not run when the handler threw.
    observe(request.event, response);
    request.response = response;
  },
});

/**
 * The Lambda function behind a set of HTTP routes: finds the principal, validates path, query and body, runs the route's
 * operation, and answers JSON or a problem. The variable RATE_LIMIT says how often somebody may ask (`10/50`: ten times a
 * second, fifty at once); without it there is no limit but the gateway's.
 */
export const httpHandler = (
  routes: Routes,
  operations: Readonly<Record<string, Operation>>,
  limit: Limit = limitOf(process.env.RATE_LIMIT),
): MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(observeRequests())
    .handler(async event => {
      const operation = operations[event.routeKey];
      const access = routes[event.routeKey];
      if (!operation || !access) throw new RequestError(404, 'unknown-route', `there is no ${event.routeKey}`);
      const principal = admit(access, event);
      if (access !== 'anybody') limit(principal);
      return responseOf(await run(operation, event, principal), event);
    });
