import type { Server } from 'node:http';
import { LocalRuntimeError } from '../types.ts';

/**
 * Listens on this machine only.
 * @throws LocalRuntimeError when the port is taken or not ours to take.
 */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
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
