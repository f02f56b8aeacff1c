import type { Operation } from '../../shared/lambda/http/http-handler.ts';
import type { DescribedRoute } from './every-route.ts';
import type { JsonSchema, SchemaCollector } from './json-schemas.ts';

/** RFC 9457. */
export const PROBLEM: JsonSchema = {
  description: 'What was wrong (RFC 9457). `title` is the code for programs, `detail` a sentence for people.',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      description: 'Field by field.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { description: 'A JSON Pointer into the request: `/body/predicted/home`.', type: 'string' },
          message: { type: 'string' },
        },
        required: ['path', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail'],
};

/** What the gateway itself answers. */
export const GATEWAY_MESSAGE: JsonSchema = {
  description: 'An answer of the gateway, which the request did not get through.',
  type: 'object',
  properties: { message: { type: 'string' } },
  required: ['message'],
};

const MEANINGS: Readonly<Record<number, string>> = {
  200: 'It is so.',
  201: 'It was made.',
  202: 'It is under way.',
  204: 'It is done, and there is nothing to say.',
  304: 'It is as the client has it.',
  400: 'The request is not what this route takes; `errors` has the fields.',
  401: 'Nobody knows who asks: no token, or one that does not hold.',
  403: 'The token does not have the scope, or it is not for this principal to do.',
  404: 'There is no such thing, or none that the principal may know of.',
  409: 'It cannot be done as things stand.',
  410: 'It was there, and is gone for good.',
  412: 'It is at another version than the request is for.',
  413: 'More bytes than may be sent, or stored.',
  415: 'The body is not said to be JSON.',
  422: 'The Idempotency-Key was used for another request, or the facts cannot be stored.',
  429: 'Too many requests: Retry-After says when the next is taken.',
  500: 'An error on our side.',
  503: 'Not at the moment: repeat the request, with its Idempotency-Key.',
};

const byGateway = (status: number): boolean => [401, 403, 429, 500, 503].includes(status);

const HEADERS: Readonly<Record<string, JsonSchema>> = {
  ETag: { description: 'The version, for If-None-Match and If-Match.', schema: { type: 'string' }, example: '"1"' },
  'Retry-After': { description: 'Seconds.', schema: { type: 'integer', minimum: 1 }, example: 1 },
};

const problem = (status: number): JsonSchema => ({
  description: MEANINGS[status],
  ...([429, 503].includes(status) && { headers: { 'Retry-After': HEADERS['Retry-After'] } }),
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    ...(byGateway(status) && { 'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } } }),
  },
});

const NAMES: Readonly<Record<number, string>> = {
  304: 'NotModified',
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  422: 'Unprocessable',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'Unavailable',
};

/** Answers that many routes give, by their names. */
export const RESPONSES: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries(NAMES).map(([status, name]) => [
    name,
    status === '304' ? { description: MEANINGS[304] } : problem(Number(status)),
  ]),
);

const reference = (status: number): JsonSchema => {
  const name = NAMES[status];
  return name === undefined ? problem(status) : { $ref: `#/components/responses/${name}` };
};

/** Whether a route takes a body at all. */
export const takesBody = ({ body }: Operation): boolean => body.type !== 'undefined';

/** The problems that a route may answer: those of its kind, and those it names itself. */
const problemStatuses = ({ route, access, operation }: DescribedRoute): readonly number[] => {
  const isCommand = !route.startsWith('GET ');
  const statuses = [
    400,
    ...(access === 'anybody' ? [] : [401, 403]),
    ...(route.includes('{') ? [404] : []),
    ...(isCommand ? [409, 413, 422] : []),
    ...(isCommand && operation.versioned ? [412] : []),
    ...(takesBody(operation) ? [413, 415] : []),
    ...(operation.problems ?? []),
    429,
    500,
    503,
  ];
  return [...new Set(statuses)].toSorted((a, b) => a - b);
};

const answer = (status: number, { operation, route }: DescribedRoute, collector: SchemaCollector): JsonSchema => {
  const schema = operation.answers[status];
  const tagged = operation.versioned && route.startsWith('GET ');
  return {
    description: MEANINGS[status] ?? 'It is so.',
    ...(tagged && { headers: { ETag: HEADERS.ETag } }),
    ...(schema &&
      status !== 204 && {
        content: { [operation.mediaType ?? 'application/json']: { schema: collector.toJson(schema, 'output') } },
      }),
  };
};

/** Every answer of a route, by status. */
export const responsesOf = (
  described: DescribedRoute,
  collector: SchemaCollector,
): Readonly<Record<string, JsonSchema>> => {
  const { route, operation } = described;
  const answers = Object.keys(operation.answers).map(status => [status, answer(Number(status), described, collector)]);
  const unchanged = operation.versioned && route.startsWith('GET ') ? [['304', reference(304)]] : [];
  const problems = problemStatuses(described).map(status => [String(status), reference(status)]);
  return Object.fromEntries([...answers, ...unchanged, ...problems]);
};
