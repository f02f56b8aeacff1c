import { describe, expect, test } from 'vitest';
import { isPublic } from '../../shared/gateways/webhooks/addresses.ts';
import { checkUrl, destinationOf, reachOf } from '../../shared/gateways/webhooks/destination.ts';

const PRIVATE = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1'],
  ...['::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::1'],
  ...['2002:7f00:1::', '2002:a00:1::', '2001::1', '100::1', '4000::1', 'localhost', '', '1.2.3', '0x7f.1'],
];

describe('an address', () => {
  test.each(PRIVATE)('%s is none of the Internet', address => {
    expect(isPublic(address)).toBe(false);
  });

  test.each([
    '1.1.1.1',
    '93.184.216.34',
    '2606:4700:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
    '2002:101:101::',
  ])('%s is one', address => {
    expect(isPublic(address)).toBe(true);
  });
});

describe('an URL', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'hooks.example.org': ['93.184.216.34', '2606:4700:4700::1111'],
    'half.example.org': ['93.184.216.34', '10.0.0.1'],
    'inside.example.org': ['169.254.169.254'],
    'empty.example.org': [],
    localhost: ['127.0.0.1'],
  };
  const resolve = async (name: string) => {
    const found = names[name];
    if (!found) throw new Error(`no ${name}`);
    return found.map(address => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  const problem = checkUrl(reachOf('refused', resolve));
  const local = checkUrl(reachOf('allowed', resolve));

  test.each([
    'https://hooks.example.org/matchday?team=1',
    'https://hooks.example.org:8443/',
    'https://hooks.example.org./',
    'https://93.184.216.34/',
    'https://[2606:4700:4700::1111]/',
  ])('%s can be subscribed', async url => {
    expect(await problem(url)).toBeUndefined();
  });

  test.each([
    ['http://hooks.example.org/', 'only https is possible'],
    ['ftp://hooks.example.org/', 'only https is possible'],
    ['file:///etc/passwd', 'only https is possible'],
    ['no url', 'it is no URL'],
    [`https://hooks.example.org/${'x'.repeat(2000)}`, 'it is no URL'],
    ['https://user:word@hooks.example.org/', 'it has a user or a password in it'],
    ['https://user@hooks.example.org/', 'it has a user or a password in it'],
    ['https://hooks.example.org/#part', 'it has a fragment'],
    ['https://hooks.example.org:22/', 'port 22 is not possible'],
    ['https://hooks.example.org:80/', 'port 80 is not possible'],
    ['https://unknown.example.org/', 'its name cannot be resolved'],
    ['https://empty.example.org/', 'its name has no address'],
    ...[
      ...['half.example.org', 'inside.example.org', 'localhost', 'localhost.', 'LOCALHOST', '127.0.0.1', '127.1'],
      ...['0x7f.1', '2130706433', '0177.0.0.1', '127.0.0.1.', '0', '[::1]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]'],
      ...['169.254.169.254', '[fd00:ec2::254]', '１２７.0.0.1'],
    ].map(host => [`https://${host}/`, 'its address is not one of the Internet']),
  ])('%s cannot: %s', async (url, expected) => {
    expect(await problem(url)).toBe(expected);
  });

  test.each(['http://127.0.0.1:8080/', 'http://localhost:8080/', 'http://[::1]:8080/'])(
    '%s can on a developer’s machine',
    async url => {
      expect(await local(url)).toBeUndefined();
      expect(await problem(url)).toBe('only https is possible');
    },
  );

  test.each([
    ['http://hooks.example.org:8080/', 'only https is possible'],
    ['http://10.0.0.1:8080/', 'only https is possible'],
    ['https://inside.example.org/', 'its address is not one of the Internet'],
  ])('%s cannot even there: %s', async (url, expected) => {
    expect(await local(url)).toBe(expected);
  });

  test('is looked up once', async () => {
    let asked = 0;
    const rebinding = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
    };
    const { addresses } = await destinationOf('https://rebinding.example.org/', reachOf('refused', rebinding));
    expect([asked, addresses]).toEqual([1, [{ address: '93.184.216.34', family: 4 }]]);
  });
});
