import {
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Behavior } from './behaviors.ts';
import { withHeaders } from './headers-policy.ts';

/** Of one connection, not of the request. https://datatracker.ietf.org/doc/html/rfc9110#section-7.6.1 */
const OF_CONNECTION = new Set([
  ...['connection', 'host', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade'],
]);

const handedOn = (headers: IncomingHttpHeaders): Record<string, string | string[]> => {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !OF_CONNECTION.has(name)) kept[name] = value;
  return kept;
};

/**
 * Hands a request on to an origin of this machine: all of it but the host it was meant for.
 *
 * @param target path and query
 */
export const passOn = async (
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  behavior: Behavior,
  { host, agent }: { readonly host: string; readonly agent: Agent },
): Promise<void> => {
  const headers = { ...handedOn(request.headers), ...lengthOf(request) };
  const outgoing = send(`http://${host}`, { method: request.method ?? 'GET', path: target, headers, agent });
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    outgoing.once('response', resolve).once('error', reject),
  );
  // Who goes away does not wait for the answer.
  response.once('close', () => outgoing.destroy());
  const [answer] = await Promise.all([answered, pipeline(request, outgoing)]);
  response.writeHead(answer.statusCode ?? 502, withHeaders(handedOn(answer.headers), behavior.headers));
  await pipeline(answer, response);
};

/** A body of unknown length goes in pieces, no body as none. */
const lengthOf = ({ headers }: IncomingMessage): Record<string, string> => {
  const pieces = headers['transfer-encoding'];
  return pieces === undefined ? {} : { 'transfer-encoding': pieces };
};
