import { Agent, type IncomingMessage, request } from 'node:http';
import { AwsError } from '../gateway/protocol.ts';
import { isObject, textAt } from '../json.ts';
import type { JsonObject } from '../types.ts';

/** An answer as it came, to be handed on untouched. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The way to DynamoDB, for the runtime itself and for what the gateway hands on. */
export interface DynamoDbClient {
  /** One request of the AWS JSON protocol, bytes in and out. */
  forward(target: string, body: Buffer): Promise<RawAnswer>;
  /** One call. @throws AwsError with the service's code when it refuses. */
  call(target: string, body: JsonObject): Promise<JsonObject>;
  close(): void;
}

const CREDENTIAL =
  'AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local';

/** Hands on only what SDKs read. */
const KEPT_HEADERS = ['content-type', 'x-amz-crc32', 'x-amzn-requestid'] as const;

const collect = (response: IncomingMessage): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('error', reject);
    response.once('end', () => {
      const headers: Record<string, string> = {};
      for (const name of KEPT_HEADERS) {
        const value = response.headers[name];
        if (typeof value === 'string') headers[name] = value;
      }
      resolve({ status: response.statusCode ?? 500, headers, body: Buffer.concat(chunks) });
    });
  });

/** A client for one endpoint. DynamoDB Local ignores signatures, and with `-sharedDb` also the access key. */
export const dynamoDbClient = (endpoint: string): DynamoDbClient => {
  const { hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const forward = (target: string, body: Buffer): Promise<RawAnswer> =>
    new Promise((resolve, reject) => {
      const outgoing = request({
        hostname,
        port: port || 80,
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'content-length': body.length,
          'x-amz-target': target,
          authorization: CREDENTIAL,
        },
      });
      outgoing.once('error', reject);
      outgoing.once('response', response => {
        collect(response).then(resolve, reject);
      });
      // Head and body in one write: see the gateway.
      outgoing.end(body.toString('latin1'), 'latin1');
    });
  return {
    forward,
    call: async (target, body) => {
      const answer = await forward(target, Buffer.from(JSON.stringify(body)));
      const parsed: unknown = JSON.parse(answer.body.toString());
      const result = isObject(parsed) ? parsed : {};
      if (answer.status === 200) return result;
      const code = (textAt(result, '__type') ?? 'InternalServerError').split('#').at(-1) ?? '';
      throw new AwsError(code, textAt(result, 'message') ?? textAt(result, 'Message') ?? code, {
        status: answer.status,
      });
    },
    close: () => agent.destroy(),
  };
};
