import type { IncomingMessage } from 'node:http';

/** A refusal, with what the page is told. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;
  constructor(status: number, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.status = status;
  }
}

/** A name that leads to this machine wherever it is looked up: another may be one that somebody has pointed here. */
const HERE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Asked for by a page itself, or typed into the address bar. */
const OWN = new Set(['same-origin', 'none']);

/**
 * The demo gives a token of anybody, so it answers only pages that this machine serves itself. A page of another site is known by
 * its Origin, by Sec-Fetch-Site, or by the name that it was found under; it cannot send JSON unasked either.
 *
 * @throws RefusedError
 */
export const requireOwnPage = ({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>): void => {
  const { host = '', origin } = headers;
  if (!HERE.test(host)) throw new RefusedError(403, `${host} is not a name of this machine.`);
  if (origin !== undefined && origin !== `http://${host}`)
    throw new RefusedError(403, 'Only the page of this address may ask.');
  if (!OWN.has(String(headers['sec-fetch-site'] ?? 'none')))
    throw new RefusedError(403, 'Only the page of this address may ask.');
  if (method === 'GET') return;
  if (method !== 'POST') throw new RefusedError(405, 'There is GET and POST.');
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new RefusedError(415, 'The content-type has to be application/json.');
};
