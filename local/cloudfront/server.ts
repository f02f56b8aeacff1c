import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listen } from '../gateway/listen.ts';
import { asksThisMachine } from '../gateway/own-host.ts';
import type { S3Service } from '../s3/service.ts';
import type { AccessControl, Assembly, Closeable, Report, Resource } from '../types.ts';
import { behaviorsOf } from './behaviors.ts';
import { createBucketOrigin } from './bucket-origin.ts';
import { passOn } from './http-origin.ts';

/** Answers a request by itself. */
export type SiteRoute = (request: IncomingMessage, response: ServerResponse) => void;

/** What distributions need of the machine. */
export interface SiteOptions {
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly s3: S3Service;
  /** By the beginning of the path: what whoever runs the machine answers, and no distribution on AWS would. */
  readonly routes: Readonly<Record<string, SiteRoute>>;
  readonly report: Report;
}

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end(message);
};

/** Requests that no distribution would answer come from pages of this machine only. */
const isFromHere = ({ headers: { origin } }: IncomingMessage): boolean =>
  origin === undefined || (URL.canParse(origin) && LOOPBACK.test(new URL(origin).host));

/**
 * Serves one CloudFront distribution on a port of this machine.
 * @throws LocalRuntimeError when the port is taken, or for behaviors that do not run here
 */
export const startSite = async (distribution: Resource, port: number, options: SiteOptions): Promise<Closeable> => {
  const behaviorAt = behaviorsOf(distribution, options.assembly);
  const serveFile = createBucketOrigin(distribution, options);
  const agent = new Agent({ keepAlive: true });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!asksThisMachine(request)) return refuse(response, 403, 'This is not the host you mean.');
    const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
    const route = Object.entries(options.routes).find(([prefix]) => path.startsWith(prefix));
    if (route)
      return isFromHere(request) ? route[1](request, response) : refuse(response, 403, 'Not for pages of other sites.');
    const behavior = behaviorAt(path);
    const method = request.method ?? 'GET';
    if (!behavior.methods.includes(method)) return refuse(response, 403, `This distribution does not take ${method}.`);
    const uri = behavior.rewrite(method, path);
    const { origin } = behavior;
    if (origin.kind === 'bucket') return serveFile(request, response, uri, behavior, origin);
    const target = query === undefined ? uri : `${uri}?${query}`;
    return passOn(request, response, target, behavior, { host: origin.host, agent });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy();
      options.report({ level: 'error', part: 'cloudfront', message: `${request.url}: ${String(error)}` });
      return refuse(response, 502, 'Bad Gateway');
    });
  });
  server.on('connection', socket => socket.setNoDelay(true));
  await listen(server, port);
  return {
    close: async () => {
      await closeServer(server);
      agent.destroy();
    },
  };
};
