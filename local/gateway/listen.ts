import type { Server } from 'node:http';
import { LocalRuntimeError } from '../types.ts';

/**
 * So long a connection may rest, in milliseconds: as long as a load balancer of AWS lets it, and longer than clients here do.
 * If both had the same patience, one would close it while the other asks.
 */
const KEEP_ALIVE_MS = 60_000;

/**
 * Listens on this machine only.
 * @throws LocalRuntimeError when the port is taken or not ours to take.
 */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? 'is taken: stop what listens there or choose another port'
          : `cannot be used (${cause.code})`;
      reject(new LocalRuntimeError(`Port ${port} ${why}.`, { cause }));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Stops listening and drops idle connections; what is being answered is answered for up to a second. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(() => server.closeAllConnections(), 1000);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
