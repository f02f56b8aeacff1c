import type { IncomingMessage } from 'node:http';

/**
 * Whether a request asks for this machine by its own name. A name of somebody else's that leads here would make their page one of
 * the same origin, which may read the answers.
 */
export const asksThisMachine = ({ headers, socket }: IncomingMessage): boolean =>
  [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`].includes(headers.host ?? '');
