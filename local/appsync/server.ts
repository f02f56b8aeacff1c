import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { closeServer, listen } from '../gateway/listen.ts';
import { type IssuerKeys, isTokenError } from '../http-api/token.ts';
import { isObject } from '../json.ts';
import type { Assembly, Closeable, JsonObject, Resource } from '../types.ts';
import { type Connection, openConnection, tokenIn } from './connection.ts';
import { eventApiOf } from './event-api.ts';
import { type Answer, badRequest, MAX_EVENT_BYTES, type PublishOptions, publisher } from './publish.ts';

/** What an Event API needs of the machine. */
export interface EventApiOptions extends PublishOptions {
  readonly assembly: Assembly;
  /** Keys of the user pools of this machine. */
  readonly keysOf: IssuerKeys;
  /** Milliseconds between two `ka`. */
  readonly keepAliveMs?: number;
}

const KEEP_ALIVE_MS = 60_000;
/** Five events, with room for quotation marks that are escaped. */
const MAX_BODY_BYTES = 11 * MAX_EVENT_BYTES;
const MAX_MESSAGE_BYTES = 64 * 1024;
const PROTOCOL = 'aws-appsync-event-ws';
/** A subprotocol is the only thing of the handshake that a page may choose. */
const HEADER = /^header-([A-Za-z0-9_-]+)$/;

const textOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** The headers that a client puts into its subprotocols. */
const headersOf = (request: IncomingMessage): JsonObject | undefined => {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map(name => name.trim());
  const encoded = protocols.flatMap(name => HEADER.exec(name)?.[1] ?? [])[0];
  if (!protocols.includes(PROTOCOL) || encoded === undefined) return undefined;
  try {
    const headers: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return isObject(headers) ? headers : undefined;
  } catch {
    return undefined;
  }
};

const send = (response: ServerResponse, { status, body }: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

/**
 * Serves one Event API on a port of this machine: roles publish by HTTP, users of its pool listen by WebSocket.
 * @throws LocalRuntimeError when the port is taken, or for what does not run here
 */
export const startEventApi = async (resource: Resource, port: number, options: EventApiOptions): Promise<Closeable> => {
  const api = eventApiOf(resource, options.assembly, options.keysOf);
  const connections = new Set<Connection>();
  const publish = publisher(api, options, (channel, event) => {
    for (const connection of connections) connection.deliver(channel, event);
  });
  const server = createServer((request, response) => {
    const isPublication = request.method === 'POST' && request.url === '/event';
    textOf(request)
      .then(text => {
        if (!isPublication) send(response, { status: 404, body: {} });
        else send(response, text === undefined ? badRequest('The request is too large.') : publish(request, text));
      })
      .catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: () => PROTOCOL,
    maxPayload: MAX_MESSAGE_BYTES,
  });
  server.on('upgrade', (request, socket, head) => {
    const headers = headersOf(request);
    socket.on('error', () => socket.destroy());
    if (request.url !== '/event/realtime' || headers === undefined) return refuseUpgrade(socket, '400 Bad Request');
    api.verify(tokenIn(headers)).then(
      () =>
        sockets.handleUpgrade(request, socket, head, webSocket => {
          const connection = openConnection(webSocket, api, options.report);
          connections.add(connection);
          webSocket.on('close', () => connections.delete(connection));
        }),
      (error: unknown) => refuseUpgrade(socket, isTokenError(error) ? '401 Unauthorized' : '500 Internal Server Error'),
    );
  });
  await listen(server, port);
  const timer = setInterval(() => {
    for (const connection of connections) connection.keepAlive();
  }, options.keepAliveMs ?? KEEP_ALIVE_MS);
  return {
    close: async () => {
      clearInterval(timer);
      for (const client of sockets.clients) client.terminate();
      await closeServer(server);
    },
  };
};
