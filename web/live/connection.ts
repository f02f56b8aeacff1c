import ReconnectingWebSocket from 'partysocket/ws';
import { type Hint, hintOf } from './hints.ts';
import { INIT, messageOf, subprotocols, subscribe } from './protocol.ts';

/** How the page stands with the live channel. `offline`: the device is not connected, and nothing is tried. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface LiveConnectionOptions {
  /** `wss://<host>/event/realtime` */
  readonly url: string;
  /** The channel's host for HTTP, which tokens are for. */
  readonly host: string;
  readonly channels: readonly string[];
  /** A token that is good now: asked for with each connection. */
  readonly token: () => Promise<string | undefined>;
  readonly onState: (state: LiveState) => void;
  readonly onHint: (hint: Hint) => void;
  /** All channels are listened to, for the first time or again: what came before may have been missed. */
  readonly onListening: () => void;
  /** Milliseconds before the second try; then ever longer. */
  readonly patienceMs?: number;
  /** `online` and `offline` are told to it. */
  readonly network?: EventTarget;
}

const LONGEST_PAUSE_MS = 15_000;
const GROWTH = 1.6;
const CONNECT_MS = 8000;

/** So that not all pages come back at the same time. */
const patience = (): number => 500 + Math.random() * 1000;

/**
 * Listens to channels until it is closed: connects again, after ever longer pauses, when the connection is lost or says nothing for
 * too long, each time with a token that is good then, and not while the device is offline.
 */
export const openLiveConnection = (options: LiveConnectionOptions): { readonly close: () => void } => {
  const { url, host, channels, token, onState, onHint, onListening, network = globalThis } = options;
  let bearer = '';
  let wasLive = false;
  let missing = new Set<string>();
  let silence: ReturnType<typeof setTimeout> | undefined;
  let silenceMs = CONNECT_MS;

  const socket = new ReconnectingWebSocket(
    url,
    async () => {
      const good = await token();
      if (good === undefined) throw new Error('nobody is signed in');
      bearer = good;
      return subprotocols(host, bearer);
    },
    {
      minReconnectionDelay: options.patienceMs ?? patience(),
      maxReconnectionDelay: LONGEST_PAUSE_MS,
      reconnectionDelayGrowFactor: GROWTH,
      connectionTimeout: CONNECT_MS,
      maxEnqueuedMessages: 0,
    },
  );
  const again = (): void => {
    onState(wasLive ? 'reconnecting' : 'connecting');
    socket.reconnect();
  };
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(again, silenceMs);
  };
  const receive = (text: string): void => {
    heard();
    const message = messageOf(text);
    if (message.type === 'ack') {
      silenceMs = message.silenceMs;
      missing = new Set(channels);
      for (const channel of channels) socket.send(subscribe(channel, channel, host, bearer));
    } else if (message.type === 'subscribed' && missing.delete(message.id) && missing.size === 0) {
      wasLive = true;
      onState('live');
      onListening();
    } else if (message.type === 'refused') {
      // A token that has run out, or a channel that is not ours: the next try has another token, after a pause.
      socket.close();
      silence = setTimeout(again, LONGEST_PAUSE_MS);
      onState(wasLive ? 'reconnecting' : 'connecting');
    } else if (message.type === 'events') {
      for (const event of message.events) {
        const hint = hintOf(event);
        if (hint) onHint(hint);
      }
    }
  };
  socket.addEventListener('open', () => {
    silenceMs = CONNECT_MS;
    heard();
    socket.send(INIT);
  });
  socket.addEventListener('message', ({ data }) => receive(String(data)));
  socket.addEventListener('close', () => {
    clearTimeout(silence);
    if (socket.shouldReconnect) onState(wasLive ? 'reconnecting' : 'connecting');
  });
  const offline = (): void => {
    clearTimeout(silence);
    socket.close();
    onState('offline');
  };
  network.addEventListener('offline', offline);
  network.addEventListener('online', again);
  onState('connecting');
  return {
    close: () => {
      clearTimeout(silence);
      network.removeEventListener('offline', offline);
      network.removeEventListener('online', again);
      socket.close();
    },
  };
};
