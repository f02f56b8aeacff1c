import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Answered, Post } from '../../application/webhooks/ports.ts';
import { type Destination, destinationOf, hostOf, type Reach, UnreachableError } from './destination.ts';
import { signedHeaders } from './signature.ts';

/** For all of it: finding the address, connecting, sending, and reading the answer. */
const TIMEOUT_MS = 15_000;
/** What is read of an answer. Nobody looks at it. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Answers with the addresses that were looked at, whatever the name has by now. */
const pinned = ({ addresses }: Destination): LookupFunction =>
  ((_hostname, options, callback) => {
    const [{ address, family }] = addresses;
    if (options.all === true)
      callback(
        null,
        addresses.map(one => ({ ...one })),
      );
    else callback(null, address, family);
  }) as LookupFunction;

/** Reads an answer to its end, or as much of it as is read. */
const drain = async (response: IncomingMessage): Promise<void> => {
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    // Leaving the loop destroys the answer, and with it the connection.
    if (bytes >= MAX_ANSWER_BYTES) break;
  }
};

interface Head {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

const exchange = (destination: Destination, options: RequestOptions, body: Buffer): Promise<Head> =>
  new Promise((resolve, reject) => {
    const { url } = destination;
    const hostname = hostOf(url);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, { ...options, hostname, agent: false, lookup: pinned(destination) }, response => {
      const head = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
      drain(response).then(() => resolve(head), reject);
    });
    request.once('error', reject);
    request.end(body);
  });

/** What went wrong, without words of the endpoint. */
const reasonOf = (error: unknown): string => {
  if (error instanceof UnreachableError) return error.message;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `the connection failed: ${code}` : 'the connection failed';
};

/** Fails when the time is over, whatever else goes on. */
const within = <T>(signal: AbortSignal, task: Promise<T>): Promise<T> =>
  Promise.race([
    task,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ]);

/**
 * Sends webhooks over the Internet: signed, in 15 seconds at most, to an address that was looked at, and to no other place
 * that the endpoint may name.
 */
export const webhookPost =
  (reach: Reach, timeoutMs = TIMEOUT_MS): Post =>
  async ({ url, id, body, secrets, now }) => {
    const started = performance.now();
    const elapsed = () => Math.round(performance.now() - started);
    const signal = AbortSignal.timeout(timeoutMs);
    const bytes = Buffer.from(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'user-agent': 'Matchday-Webhooks/1.0',
      ...signedHeaders({ id, seconds: Math.floor(Date.parse(now) / 1000), body }, secrets),
    };
    const options = { method: 'POST', headers, signal };
    try {
      const send = async () => exchange(await destinationOf(url, reach), options, bytes);
      const answer: Answered = { outcome: 'answered', ms: 0, ...(await within(signal, send())) };
      return { ...answer, ms: elapsed() };
    } catch (error) {
      const reason = signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error);
      return { outcome: 'unreachable', reason, ms: elapsed(), timedOut: signal.aborted };
    }
  };
