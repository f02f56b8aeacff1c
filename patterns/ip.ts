/** Addresses from `bottom` to `top`, both inclusive, as hexadecimal digits. */
export interface IpRange {
  readonly bottom: string;
  readonly top: string;
}

const V4 = /^\d+\.\d+\.\d+\.\d+$/;
const V6 = /^[\da-fA-F:]*:[\da-fA-F:]*$/;

/**
 * An IP address as 8 (IPv4) or 32 (IPv6) hexadecimal digits; `undefined` for any other text. An IPv4 address mapped into
 * IPv6 (`::ffff:a00:1`) is the IPv4 address. Zone ids, and the mixed form `::ffff:10.0.0.1`, are no addresses to the engine.
 */
export function ipDigits(text: string): string | undefined {
  if (V4.test(text)) return v4Digits(text);
  return V6.test(text) ? v6Digits(text) : undefined;
}

function v4Digits(text: string): string | undefined {
  const octets = text.split('.').map(Number);
  if (text.length > '255.255.255.255'.length || octets.some(octet => octet > 0xff)) return undefined;
  return octets.map(octet => hex(octet, 2)).join('');
}

function v6Digits(text: string): string | undefined {
  const halves = text.split('::').map(half => (half === '' ? [] : half.split(':')));
  const [head = [], tail] = halves;
  const groups = head.length + (tail?.length ?? 0);
  const wellFormed = tail === undefined ? groups === 8 : halves.length === 2 && groups < 8;
  if (!wellFormed || [...head, ...(tail ?? [])].some(group => group === '' || Number(`0x${group}`) > 0xffff))
    return undefined;
  const zeros = new Array<string>(8 - groups).fill('0');
  const digits = [...head, ...zeros, ...(tail ?? [])].map(group => hex(Number(`0x${group}`), 4)).join('');
  return digits.startsWith(`${'0'.repeat(20)}ffff`) ? digits.slice(24) : digits;
}

function hex(value: number | bigint, width: number): string {
  return value.toString(16).padStart(width, '0');
}

/**
 * The addresses of a CIDR block. Bits beyond the mask are ignored: `10.0.0.7/24` is `10.0.0.0/24`.
 * @returns the reason, as text, when the engine refuses the block; it takes masks up to /31 and /127 only.
 */
export function cidrRange(block: string): IpRange | string {
  const [address, mask, ...rest] = block.replace(/\/+$/, '').split('/');
  if (address === undefined || mask === undefined || rest.length > 0) return "Malformed CIDR, one '/' required";
  if (!/^[+-]?\d+$/.test(mask)) return 'Malformed CIDR, mask bits must be an integer';
  const digits = ipDigits(address);
  if (digits === undefined) return `Nonstandard IP address: ${address}`;
  const bits = digits.length * 4;
  const maskBits = Number(mask);
  if (maskBits < 0 || maskBits >= bits) return `Mask bits must be at least 0 and less than ${bits}`;
  const hostBits = BigInt(bits - maskBits);
  const bottom = (BigInt(`0x${digits}`) >> hostBits) << hostBits;
  const top = bottom + (1n << hostBits) - 1n;
  return { bottom: hex(bottom, digits.length), top: hex(top, digits.length) };
}

/**
 * Is the address in the range? The engine compares digit by digit and stops as soon as it knows, so an IPv6 address is
 * held against an IPv4 block by its first 32 bits: `0.0.0.0/0` holds every address of either kind.
 */
export function inRange(digits: string, range: IpRange): boolean {
  const head = digits.slice(0, range.bottom.length);
  const undecided = head.length < range.top.length && range.top.startsWith(head);
  return range.bottom <= head && head <= range.top && !undecided;
}
