import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopback, isPublic } from './addresses.ts';

/** An address that a name has. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

const systemResolve: Resolve = hostname => systemLookup(hostname, { all: true, verbatim: true });

/** Where webhooks may go. */
export interface Reach {
  readonly resolve: Resolve;
  /** For receivers on a developer's machine: this machine, also by http. Never where others can subscribe. */
  readonly loopback: boolean;
}

/** @param loopback `allowed` for receivers on this machine */
export const reachOf = (loopback: string | undefined, resolve: Resolve = systemResolve): Reach => ({
  resolve,
  loopback: loopback === 'allowed',
});

/** Where a webhook goes: the addresses were looked at, and no others may be connected to. */
export interface Destination {
  readonly url: URL;
  readonly addresses: readonly [Resolved, ...Resolved[]];
}

/** Webhooks cannot go there. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

const MAX_URL = 2000;
/** Ports below this are of other protocols than HTTP. */
const FIRST_FREE_PORT = 1024;

const parse = (text: string): URL => {
  if (text.length > MAX_URL || !URL.canParse(text)) throw new UnreachableError('it is no URL');
  return new URL(text);
};

/** What is wrong with an URL, before anything is looked up. */
const check = (url: URL, { loopback }: Reach): void => {
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:'))
    throw new UnreachableError('only https is possible');
  if (url.username !== '' || url.password !== '') throw new UnreachableError('it has a user or a password in it');
  if (url.hash !== '') throw new UnreachableError('it has a fragment');
  const port = Number(url.port || 443);
  if (port !== 443 && port < FIRST_FREE_PORT) throw new UnreachableError(`port ${port} is not possible`);
};

/** The host without the brackets of an IPv6 address and without the dot of the root. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');

const addressesOf = async (url: URL, { resolve }: Reach): Promise<readonly Resolved[]> => {
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  try {
    return await resolve(host);
  } catch (cause) {
    throw new UnreachableError('its name cannot be resolved', { cause });
  }
};

/**
 * Finds out where an URL leads, once: a name may have other addresses the next time it is asked for. All of its addresses
 * have to be of the Internet.
 *
 * @throws UnreachableError
 */
export const destinationOf = async (text: string, reach: Reach): Promise<Destination> => {
  const url = parse(text);
  check(url, reach);
  const [first, ...others] = await addressesOf(url, reach);
  if (!first) throw new UnreachableError('its name has no address');
  const addresses = [first, ...others] as const;
  const local = addresses.every(({ address }) => isLoopback(address));
  if (reach.loopback && local) return { url, addresses };
  if (url.protocol !== 'https:') throw new UnreachableError('only https is possible');
  if (!addresses.every(({ address }) => isPublic(address)))
    throw new UnreachableError('its address is not one of the Internet');
  return { url, addresses };
};

/** Says why webhooks cannot go to an URL; undefined: they can. What is looked up may be otherwise when they do. */
export const checkUrl =
  (reach: Reach) =>
  async (text: string): Promise<string | undefined> => {
    try {
      await destinationOf(text, reach);
      return undefined;
    } catch (error) {
      if (error instanceof UnreachableError) return error.message;
      throw error;
    }
  };
