import type { JWTPayload } from 'jose';
import type { RawData, WebSocket } from 'ws';
import { isTokenError } from '../http-api/token.ts';
import { isObject, objectAt, textAt } from '../json.ts';
import type { JsonObject, Report } from '../types.ts';
import { type Channel, covers, patternOf } from './channel.ts';
import { type EventApi, identityOf } from './event-api.ts';
import { HandlerRefusal } from './handler-code.ts';

/** Of silence, until a client may take the connection for dead; a `ka` comes more often. */
const CONNECTION_TIMEOUT_MS = 300_000;
/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const MAX_SUBSCRIPTIONS = 100;
/** Of what a client has not read: then it is dropped, and reads again when it is back. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** A client that listens. */
export interface Connection {
  /** Hands over what was published to a channel, once for each subscription that covers it. */
  deliver(channel: Channel, event: string): void;
  keepAlive(): void;
}

const parse = (data: RawData): JsonObject => {
  try {
    const message: unknown = JSON.parse(String(data));
    return isObject(message) ? message : {};
  } catch {
    return {};
  }
};

/** A bearer of a token, as API Gateway takes it too. */
export const tokenIn = (headers: JsonObject | undefined): string =>
  (textAt(headers, 'Authorization') ?? textAt(headers, 'authorization') ?? '').replace(/^bearer +/i, '');

/** @throws HandlerRefusal, and what the token's verifier throws */
const authorize = async (api: EventApi, pattern: Channel, message: JsonObject): Promise<void> => {
  const claims: JWTPayload = await api.verify(tokenIn(objectAt(message, 'authorization')));
  const namespace = api.namespaces.get(pattern[0] ?? '');
  if (namespace === undefined) throw new HandlerRefusal('There is no such channel namespace.', 'BadRequestException');
  namespace.onSubscribe?.({
    identity: identityOf(claims, api),
    info: {
      channel: { path: `/${pattern.join('/')}`, segments: [...pattern] },
      channelNamespace: { name: namespace.name },
      operation: 'SUBSCRIBE',
    },
  });
};

/**
 * Speaks with one client. https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-websocket-protocol.html
 */
export const openConnection = (socket: WebSocket, api: EventApi, report: Report): Connection => {
  const subscriptions = new Map<string, Channel>();
  const send = (message: JsonObject): void => {
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const fail = (type: string, id: string | undefined, errorType: string, message: string): void =>
    send({ type, ...(id !== undefined && { id }), errors: [{ errorType, message }] });

  const subscribe = async (id: string, message: JsonObject): Promise<void> => {
    const refuse = (errorType: string, why: string): void => fail('subscribe_error', id, errorType, why);
    const pattern = patternOf(textAt(message, 'channel') ?? '');
    if (pattern === undefined) return refuse('BadRequestException', 'There is no such channel.');
    if (subscriptions.has(id)) return refuse('DuplicatedOperationError', 'The id is of another subscription.');
    if (subscriptions.size >= MAX_SUBSCRIPTIONS) return refuse('MaxSubscriptionsReachedError', 'There are too many.');
    try {
      await authorize(api, pattern, message);
      subscriptions.set(id, pattern);
      send({ type: 'subscribe_success', id });
    } catch (error) {
      if (error instanceof HandlerRefusal) return refuse(error.errorType, error.message);
      if (isTokenError(error)) return refuse('UnauthorizedException', 'You are not authorized to make this call.');
      report({ level: 'error', part: 'appsync', message: String(error) });
      refuse('InternalServerError', 'The local runtime failed to answer.');
    }
  };

  const receive = (message: JsonObject): Promise<void> | void => {
    const id = textAt(message, 'id');
    const type = textAt(message, 'type');
    if (type === 'connection_init') return send({ type: 'connection_ack', connectionTimeoutMs: CONNECTION_TIMEOUT_MS });
    if (id === undefined) return fail('error', undefined, 'UnsupportedOperation', 'A message has a type and an id.');
    if (type === 'subscribe') return subscribe(id, message);
    if (type !== 'unsubscribe') return fail('error', id, 'UnsupportedOperation', `${type ?? ''} is not known here.`);
    if (subscriptions.delete(id)) return send({ type: 'unsubscribe_success', id });
    return fail('unsubscribe_error', id, 'UnknownOperationError', 'There is no such subscription.');
  };

  socket.on('message', data => void receive(parse(data)));
  // What went wrong closes the connection: the client comes again.
  socket.on('error', () => socket.terminate());
  return {
    deliver: (channel, event) => {
      for (const [id, pattern] of subscriptions) if (covers(pattern, channel)) send({ type: 'data', id, event });
    },
    keepAlive: () => send({ type: 'ka' }),
  };
};
