import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** A webhook as it arrived. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a request. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers with a status. */
export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  response =>
    response.writeHead(status, headers).end();

/** Never answers. */
export const silent: Behaviour = () => {};

/** Drops the connection. */
export const resetting: Behaviour = (_, request) => request.socket.resetAndDestroy();

/** Answers well, and goes on and on. */
export const endless: Behaviour = response => {
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(16_384)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** Answers well, a character at a time, for ever. */
export const dripping: Behaviour = response => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
};

/** A receiver of webhooks on this machine. */
export const startReceiver = async (behaviour: Behaviour = answering(200)) => {
  const received: Received[] = [];
  const state = { behaviour, open: 0, mostOpen: 0 };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    state.open += 1;
    state.mostOpen = Math.max(state.mostOpen, state.open);
    response.once('close', () => {
      state.open -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    state.behaviour(response, request);
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    received,
    behave: (next: Behaviour) => {
      state.behaviour = next;
    },
    /** Requests that were open at the same time, at most. */
    mostOpen: () => state.mostOpen,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Starts receivers that are closed when their test is over. */
export const receivers = (): ((behaviour?: Behaviour) => Promise<Receiver>) => {
  const open: Receiver[] = [];
  afterEach(async () => {
    for (const receiver of open.splice(0)) await receiver.close();
  });
  return async behaviour => {
    const receiver = await startReceiver(behaviour);
    open.push(receiver);
    return receiver;
  };
};
