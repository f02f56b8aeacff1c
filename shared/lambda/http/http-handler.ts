import { hash, randomUUID } from 'node:crypto';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { type CommandContext, systemClock } from '../../application/execution.ts';
import type { Routes } from '../../events/subscription.ts';
import { logger, metrics } from '../observe.ts';
import { type Authenticate, admit, type Principal } from './principal.ts';
import { problemResponse, RequestError } from './problem.ts';

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
  readonly body: unknown;
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
  readonly handle: (request: Request<Body, Query>) => Promise<Answer>;
}

/** For the inference of an operation's own types; in a table of operations they are all alike. */
export const operation = <Body, Query>(own: Operation<Body, Query>): Operation => own as unknown as Operation;

const MAX_BODY_BYTES = 64 * 1024;

const validate = <T>(schema: z.ZodType<T>, value: unknown, where: 'body' | 'query'): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: ['', where, ...path].join('/'), message }));
  throw new RequestError(
    400,
    'invalid-request',
    fields.map(({ path, message }) => `${path}: ${message}`).join('; '),
    fields,
  );
};

const jsonBody = ({ body, isBase64Encoded }: APIGatewayProxyEventV2): unknown => {
  if (body === undefined || body === '') return undefined;
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (Buffer.byteLength(text) > MAX_BODY_BYTES)
    throw new RequestError(413, 'too-large', `the body may take ${MAX_BODY_BYTES} bytes`);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'invalid-request', '/body: is not JSON', [{ path: '/body', message: 'is not JSON' }]);
  }
};

/** Characters that an Idempotency-Key may have: it is stored as the commit's id. */
const KEY = /^[\w.:-]{1,100}$/;
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A valid `traceparent`; one that is not is ignored, as the specification says. https://www.w3.org/TR/trace-context/ */
const traceparentOf = ({ headers: { traceparent } }: APIGatewayProxyEventV2): string | undefined =>
  traceparent !== undefined && TRACEPARENT.test(traceparent) ? traceparent : undefined;

/** Characters of the digest of a request: 96 bits, base64url. It is stored with the commit. */
const REQUEST_CHARS = 16;

/** A digest of who asks for what: the same for a request that is sent again, however its JSON is spaced. */
const requestDigest = (event: APIGatewayProxyEventV2, { playerId }: Principal): string =>
  hash('sha256', JSON.stringify([playerId, event.routeKey, event.pathParameters, jsonBody(event)]), 'base64url').slice(
    0,
    REQUEST_CHARS,
  );

const commandContext = (event: APIGatewayProxyEventV2, principal: Principal): CommandContext => {
  const { tenantId, playerId } = principal;
  const key = event.headers['idempotency-key'];
  if (key !== undefined && !KEY.test(key))
    throw new RequestError(400, 'invalid-request', 'Idempotency-Key must be 1 to 100 letters, digits, and _.:-');
  const commandId = key ?? randomUUID();
  return {
    tenantId,
    actor: playerId,
    correlationId: commandId,
    causationId: commandId,
    commitId: commandId,
    now: systemClock(),
    hops: 0,
    priority: 'normal',
    traceparent: traceparentOf(event),
    ...(key !== undefined && { request: requestDigest(event, principal) }),
  };
};

const run = async (operation: Operation, event: APIGatewayProxyEventV2, principal: Principal): Promise<Answer> =>
  operation.handle({
    principal,
    context: commandContext(event, principal),
    // API Gateway has decoded it.
    param: name => event.pathParameters?.[name] ?? '',
    body: validate(operation.body, jsonBody(event), 'body'),
    query: validate(operation.query, event.queryStringParameters ?? {}, 'query'),
  });

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
    // A middleware's `after` is not run when the handler threw.
    observe(request.event, response);
    request.response = response;
  },
});

/**
 * The Lambda function behind a set of HTTP routes: finds the principal, validates path, query and body, runs the route's
 * operation, and answers JSON or a problem.
 */
export const httpHandler = (
  authenticate: Authenticate,
  routes: Routes,
  operations: Readonly<Record<string, Operation>>,
): MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(observeRequests())
    .handler(async event => {
      const operation = operations[event.routeKey];
      const access = routes[event.routeKey];
      if (!operation || !access) throw new RequestError(404, 'unknown-route', `there is no ${event.routeKey}`);
      const { status, headers, body } = await run(operation, event, admit(access, authenticate, event));
      return {
        statusCode: status,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      };
    });
