import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RawAnswer } from '../dynamodb/client.ts';
import type { Closeable } from '../types.ts';
import { answerTo, type GatewayOptions, refusal } from './dispatch.ts';
import { closeServer, listen } from './listen.ts';
import { AwsError } from './protocol.ts';

/** The AWS endpoint of this machine. */
export interface Gateway extends Closeable {
  /** `http://127.0.0.1:PORT`: the value for AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  /** Requests being answered, long polls not counted. */
  readonly inFlight: number;
  serve(options: GatewayOptions): void;
}

/** SQS takes 1 MiB, DynamoDB 16 MB: nothing larger is a request of ours. */
const BODY_LIMIT_BYTES = 17 * 1024 * 1024;

const readBody = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
    });
    request.once('error', reject);
    request.once('end', () => {
      if (size > BODY_LIMIT_BYTES)
        reject(new AwsError('RequestEntityTooLarge', 'The request is too large.', { status: 413 }));
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    });
  });

const send = (response: ServerResponse, answer: RawAnswer, now: Date): void => {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': answer.body.length,
    // By the machine's clock: the SDK would take anything else for a skewed clock and correct for it.
    date: now.toUTCString(),
  });
  // As text of one byte a character: Node then writes head and body at once, which costs a third less than two pieces.
  response.end(answer.body.toString('latin1'), 'latin1');
};

/** A queue waits for messages, nobody waits for it. */
const isLongPoll = (request: IncomingMessage): boolean =>
  request.headers['x-amz-target'] === 'AmazonSQS.ReceiveMessage';

const starting: RawAnswer = refusal(
  new AwsError('ServiceUnavailable', 'The local runtime is starting.', { status: 503 }),
  'com.amazon.coral.service',
);

/**
 * Opens the endpoint. Its port goes into the template, and the services come out of the template: so it listens first and
 * is told what to serve later.
 * @throws LocalRuntimeError when the port is taken.
 */
export const startGateway = async (port: number): Promise<Gateway> => {
  let inFlight = 0;
  let options: GatewayOptions | undefined;
  const server = createServer((request, response) => {
    const serving = options;
    if (serving === undefined) {
      send(response, starting, new Date());
      return;
    }
    const counted = isLongPoll(request) ? 0 : 1;
    inFlight += counted;
    readBody(request)
      .then(bytes => answerTo(request, bytes, serving))
      .then(answer => send(response, answer, serving.clock.now()))
      .catch(() => response.destroy())
      .finally(() => {
        inFlight -= counted;
        serving.changed();
      });
  });
  server.on('connection', socket => socket.setNoDelay(true));
  const actualPort = await listen(server, port);
  return {
    endpoint: `http://127.0.0.1:${actualPort}`,
    get inFlight() {
      return inFlight;
    },
    serve: services => {
      options = services;
    },
    close: () => closeServer(server),
  };
};
