import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isObject, listAt, objectAt, textAt } from '../json.ts';
import type { Json, JsonObject } from '../types.ts';
import type { RouteMatch } from './routes.ts';

/** What the event says beyond the request itself. */
export interface EventContext {
  readonly account: string;
  readonly apiId: string;
  readonly stage: string;
  readonly now: Date;
  /** Verified claims, where the route has an authorizer. */
  readonly jwt?: JsonObject;
}

/** An HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const TEXT_TYPES = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|graphql|[\w.+-]+\+(json|xml))\b)/i;

const isText = (request: IncomingMessage): boolean =>
  request.headers['content-encoding'] === undefined && TEXT_TYPES.test(request.headers['content-type'] ?? 'text/plain');

/** Lower-case names, several values joined by commas; cookies go their own way. */
const headersOf = (request: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie' && values !== undefined) headers[name] = values.join(',');
  }
  return headers;
};

const queryOf = (rawQuery: string): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    const earlier = values[name];
    values[name] = earlier === undefined ? value : `${earlier},${value}`;
  }
  return values;
};

/** `22/Nov/2026:10:00:00 +0000` */
const requestTime = (now: Date): string => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(now.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};

/** The event of payload format 2.0. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const eventOf = (
  request: IncomingMessage,
  body: Buffer,
  match: RouteMatch,
  context: EventContext,
): JsonObject => {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const headers = headersOf(request);
  const cookies = request.headers.cookie?.split(/;\s*/) ?? [];
  const query = queryOf(rawQueryString);
  const text = isText(request);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: context.account,
      apiId: context.apiId,
      ...(context.jwt && { authorizer: { jwt: context.jwt } }),
      domainName: headers.host ?? '',
      domainPrefix: context.apiId,
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomBytes(11).toString('base64'),
      routeKey: match.route.key,
      stage: context.stage,
      time: requestTime(context.now),
      timeEpoch: context.now.getTime(),
    },
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: text ? body.toString('utf8') : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
};

/** An answer in the words of API Gateway itself. */
export const gatewayAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
});

const json = (payload: Json | undefined): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(payload === undefined ? '' : typeof payload === 'string' ? payload : JSON.stringify(payload)),
});

/** What a function's result means to the client. Without a status code, the result itself is the body. */
export const answerOf = (payload: Json | undefined): HttpAnswer => {
  if (!isObject(payload) || payload.statusCode === undefined) return json(payload);
  const status = Number(payload.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return gatewayAnswer(500, 'Internal Server Error');
  const headers: Record<string, string | readonly string[]> = { 'content-type': 'text/plain;charset=UTF-8' };
  if (payload.body === undefined) delete headers['content-type'];
  for (const [name, value] of Object.entries(objectAt(payload, 'headers') ?? {}))
    headers[name.toLowerCase()] = String(value);
  const cookies = listAt(payload, 'cookies').map(String);
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const encoding = payload.isBase64Encoded === true ? 'base64' : 'utf8';
  return { status, headers, body: Buffer.from(textAt(payload, 'body') ?? '', encoding) };
};
