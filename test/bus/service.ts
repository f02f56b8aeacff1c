import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the SDK sent it. */
export interface Sent {
  /** `AWSEvents.PutEvents` */
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status?: number;
  readonly body: unknown;
}

/** An AWS service of the JSON protocol on 127.0.0.1 that answers as the test says. */
export const startService = async (answer: (sent: Sent) => Reply) => {
  const requests: Sent[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent: Sent = {
      target: String(request.headers['x-amz-target']),
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Sent['body'],
    };
    requests.push(sent);
    const { status = 200, body } = answer(sent);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(error => response.destroy(error));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    requests,
    /** For a client of the SDK. */
    options: {
      endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    close,
  };
};
