import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** IPv6 prefixes whose addresses carry an IPv4 address, and at which byte: whoever routes them reaches that one. */
const CARRIERS: readonly { readonly prefix: string; readonly at: number }[] = [
  /** IPv4-mapped. */
  { prefix: '::ffff:0:0/96', at: 12 },
  /** NAT64, RFC 6052. */
  { prefix: '64:ff9b::/96', at: 12 },
  /** 6to4, RFC 3056. */
  { prefix: '2002::/16', at: 2 },
];

/** What is handed out to the Internet. https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_UNICAST = '2000::/3';

type Address = ReturnType<typeof ipaddr.parse>;

const inside = (address: Address, prefix: string): boolean => address.match(ipaddr.parseCIDR(prefix));

const carried = (address: Address): Address | undefined => {
  const carrier = CARRIERS.find(({ prefix }) => inside(address, prefix));
  return carrier && ipaddr.fromByteArray(address.toByteArray().slice(carrier.at, carrier.at + 4));
};

const isPublicAddress = (address: Address): boolean => {
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const within = carried(address);
  if (within) return isPublicAddress(within);
  return address.range() === 'unicast' && inside(address, GLOBAL_UNICAST);
};

/** Written as usual: the package reads more, such as `127.1`. */
const parsed = (text: string): Address | undefined =>
  isIP(text) !== 0 && !text.includes('%') ? ipaddr.parse(text) : undefined;

/** Whether an IP address is one of the Internet: no private, local, shared, reserved or documentation one, in any disguise. */
export const isPublic = (text: string): boolean => {
  const address = parsed(text);
  return address !== undefined && isPublicAddress(address);
};

/** Whether an IP address is this very machine. */
export const isLoopback = (text: string): boolean => parsed(text)?.range() === 'loopback';
