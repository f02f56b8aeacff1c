/**
 * The WebSocket protocol of AppSync Events, as far as one listens by it.
 * https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-websocket-protocol.html
 */
export type ServerMessage =
  | { readonly type: 'ack'; readonly silenceMs: number }
  | { readonly type: 'subscribed'; readonly id: string }
  | { readonly type: 'refused'; readonly id: string | undefined; readonly reason: string }
  | { readonly type: 'events'; readonly events: readonly string[] }
  /** A sign of life, or what is not for us. */
  | { readonly type: 'other' };

/** Until a connection that says nothing is taken for dead, where the server does not say how long. */
const SILENCE_MS = 300_000;

interface Raw {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly event?: unknown;
  readonly connectionTimeoutMs?: unknown;
  readonly errors?: readonly { readonly errorType?: string; readonly message?: string }[];
}

const rawOf = (text: string): Raw => {
  try {
    const raw: unknown = JSON.parse(text);
    return typeof raw === 'object' && raw !== null ? raw : {};
  } catch {
    return {};
  }
};

const reasonOf = ({ errors = [] }: Raw): string =>
  errors.map(({ errorType = '', message = '' }) => `${errorType}: ${message}`).join('; ');

/** Reads what the server sends. */
export const messageOf = (text: string): ServerMessage => {
  const raw = rawOf(text);
  const id = typeof raw.id === 'string' ? raw.id : undefined;
  switch (raw.type) {
    case 'connection_ack': {
      const silence = Number(raw.connectionTimeoutMs);
      return { type: 'ack', silenceMs: silence > 0 ? silence : SILENCE_MS };
    }
    case 'subscribe_success':
      return { type: 'subscribed', id: id ?? '' };
    case 'subscribe_error':
    case 'connection_error':
      return { type: 'refused', id, reason: reasonOf(raw) };
    case 'data':
      return { type: 'events', events: [raw.event].flat().filter(event => typeof event === 'string') };
    default:
      return { type: 'other' };
  }
};

/** How one says who one is: with the connection, and with each subscription. */
const credentials = (host: string, token: string) => ({ host, Authorization: token });

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The subprotocols of a connection: a page can say nothing else in a handshake. */
export const subprotocols = (host: string, token: string): string[] => [
  'aws-appsync-event-ws',
  `header-${base64url(JSON.stringify(credentials(host, token)))}`,
];

export const INIT = JSON.stringify({ type: 'connection_init' });

/** Asks for the events of a channel. */
export const subscribe = (id: string, channel: string, host: string, token: string): string =>
  JSON.stringify({ type: 'subscribe', id, channel, authorization: credentials(host, token) });
