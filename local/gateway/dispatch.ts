import type { IncomingMessage } from 'node:http';
import type { DynamoDbClient, RawAnswer } from '../dynamodb/client.ts';
import { writtenTables } from '../dynamodb/tables.ts';
import { isS3, readS3Request } from '../s3/request.ts';
import { type S3Service, s3Refusal } from '../s3/service.ts';
import { secretArnOf } from '../secrets/service.ts';
import { isSes, type SesService, sesRefusal } from '../ses/service.ts';
import type { AccessControl, AccessRequest, Assembly, JsonObject, MachineClock, Report } from '../types.ts';
import { type Demand, dynamoDbDemands } from './dynamodb-access.ts';
import { AwsError, parseBody, type Service } from './protocol.ts';
import { eventsDemands, sqsDemands } from './service-access.ts';

/** What stands behind the endpoint. */
export interface GatewayOptions {
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly clock: MachineClock;
  readonly dynamodb: DynamoDbClient;
  readonly sqs: Service;
  readonly events: Service;
  readonly s3: S3Service;
  readonly secrets: Service;
  readonly ses: SesService;
  /** ARN of the role an access key stands for; undefined: unknown key. */
  readonly roleOf: (accessKeyId: string) => string | undefined;
  /** Called after DynamoDB has written to these tables and before the writer is answered. */
  readonly written: (tables: readonly string[]) => void;
  readonly report: Report;
  /** After each answer. */
  readonly changed: () => void;
}

/** The access key of the person at this machine, who may do everything. */
const OPERATOR = 'operator';

const callerOf = (request: IncomingMessage): string =>
  /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';

const authorize = (
  demands: readonly (Demand & Pick<AccessRequest, 'context'>)[],
  caller: string,
  options: GatewayOptions,
  status: number,
): void => {
  if (caller === OPERATOR) return;
  const principal = options.roleOf(caller);
  for (const { action, resource, context } of demands) {
    const decision =
      principal === undefined
        ? {
            allowed: false as const,
            reason: `The access key "${caller}" is unknown here; a person uses "${OPERATOR}".`,
          }
        : options.access.decide({ principal, action, resource, ...(context && { context }) });
    if (decision.allowed) continue;
    options.report({ level: 'error', part: 'gateway', message: decision.reason });
    throw new AwsError('AccessDeniedException', decision.reason, { status });
  }
};

const json = (body: JsonObject): RawAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
});

/** A refusal in the words of a service. */
export const refusal = (error: AwsError, namespace: string): RawAnswer => ({
  status: error.status,
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    ...(error.queryCode !== undefined && { 'x-amzn-query-error': `${error.queryCode};Sender` }),
  },
  body: Buffer.from(JSON.stringify({ __type: `${namespace}#${error.code}`, message: error.message })),
});

const dispatch = async (request: IncomingMessage, bytes: Buffer, options: GatewayOptions): Promise<RawAnswer> => {
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service = '', operation = ''] = target.split('.');
  const caller = callerOf(request);
  switch (service) {
    case 'DynamoDB_20120810':
    case 'DynamoDBStreams_20120810': {
      const body = parseBody(bytes);
      if (caller !== OPERATOR) authorize(dynamoDbDemands(operation, body, options.assembly), caller, options, 400);
      const answer = await options.dynamodb.forward(target, bytes);
      if (answer.status === 200) {
        const tables = writtenTables(operation, body);
        if (tables.length > 0) options.written(tables);
      }
      return answer;
    }
    case 'AmazonSQS': {
      const body = parseBody(bytes);
      authorize(sqsDemands(operation, body, options.assembly), caller, options, 403);
      return json(await options.sqs(operation, body));
    }
    case 'AWSEvents': {
      const body = parseBody(bytes);
      authorize(eventsDemands(operation, body, options.assembly), caller, options, 400);
      return json(await options.events(operation, body));
    }
    case 'secretsmanager': {
      const body = parseBody(bytes);
      const resource = secretArnOf(options.assembly, body);
      authorize([{ action: `secretsmanager:${operation}`, resource }], caller, options, 400);
      return json(await options.secrets(operation, body));
    }
    default:
      throw new AwsError(
        'UnknownOperationException',
        `No service of this machine answers ${target === '' ? `${request.method} ${request.url} without X-Amz-Target` : target}.`,
      );
  }
};

const NAMESPACES: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'com.amazonaws.dynamodb.v20120810',
  DynamoDBStreams_20120810: 'com.amazonaws.dynamodb.v20120810',
  AmazonSQS: 'com.amazonaws.sqs',
  AWSEvents: 'com.amazonaws.events',
  secretsmanager: 'com.amazonaws.secretsmanager',
};

/** S3 speaks another protocol than the others, and has other words for the same refusals. */
const answerS3 = (request: IncomingMessage, bytes: Buffer, options: GatewayOptions): RawAnswer => {
  try {
    const asked = readS3Request(request, bytes);
    return options.s3.answer(asked, demands => authorize(demands, callerOf(request), options, 403));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { code, message, status } = error;
    return s3Refusal(code === 'AccessDeniedException' ? new AwsError('AccessDenied', message, { status }) : error);
  }
};

/** As S3, SES has no word for its operations but method and path. */
const answerSes = (request: IncomingMessage, bytes: Buffer, options: GatewayOptions): RawAnswer => {
  try {
    return options.ses.answer(request, bytes, demands => authorize(demands, callerOf(request), options, 403));
  } catch (error) {
    if (error instanceof AwsError) return sesRefusal(error);
    throw error;
  }
};

/** Answers a request, whatever happens. */
export const answerTo = async (
  request: IncomingMessage,
  bytes: Buffer,
  options: GatewayOptions,
): Promise<RawAnswer> => {
  try {
    if (isS3(request)) return answerS3(request, bytes, options);
    return isSes(request) ? answerSes(request, bytes, options) : await dispatch(request, bytes, options);
  } catch (error) {
    const namespace =
      NAMESPACES[String(request.headers['x-amz-target'] ?? '').split('.')[0] ?? ''] ?? 'com.amazon.coral.service';
    if (error instanceof AwsError) return refusal(error, namespace);
    // Who asked was ended while a database that stops let it wait: nobody is kept from anything.
    if (!request.socket.destroyed)
      options.report({
        level: 'error',
        part: 'gateway',
        message: `${request.headers['x-amz-target']}: ${String(error)}`,
      });
    return refusal(
      new AwsError('InternalServerError', 'The local runtime failed to answer.', { status: 500 }),
      namespace,
    );
  }
};
