import { describe } from 'vitest';
import { refusals, verdicts } from './verdict.ts';

describe('cidr', () => {
  verdicts(
    { a: [{ cidr: '10.0.0.0/24' }] },
    {
      matches: [{ a: '10.0.0.0' }, { a: '10.0.0.255' }, { a: ['x', '10.0.0.9'] }],
      misses: [{ a: '10.0.1.0' }, { a: '9.255.255.255' }, {}],
    },
  );
  verdicts(
    { a: [{ cidr: '10.0.0.0/24' }] },
    { misses: [{ a: 'ten' }, { a: '10.0.0' }, { a: '10.0.0.256' }, { a: 10 }, { a: '10.0.0.1/32' }] },
  );
  verdicts(
    { a: [{ cidr: '10.0.0.77/24' }] },
    { matches: [{ a: '10.0.0.1' }, { a: '10.0.0.200' }], misses: [{ a: '10.0.1.77' }] },
  );
  verdicts(
    { a: [{ cidr: '192.168.1.3/31' }] },
    { matches: [{ a: '192.168.1.2' }, { a: '192.168.1.3' }], misses: [{ a: '192.168.1.4' }] },
  );
  verdicts(
    { a: [{ cidr: '0.0.0.0/0' }] },
    { matches: [{ a: '255.255.255.255' }, { a: '2001:db8::1' }], misses: [{ a: '' }, { a: 'x' }] },
  );
  verdicts(
    { a: [{ cidr: '2001:db8::/32' }] },
    {
      matches: [{ a: '2001:db8::' }, { a: '2001:DB8:ffff::1' }],
      misses: [{ a: '2001:db9::' }, { a: '10.0.0.1' }, { a: '2001:db8' }],
    },
  );
  verdicts(
    { a: [{ cidr: '2001:db8:0:0:0:0:0:8/127' }] },
    { matches: [{ a: '2001:db8::9' }], misses: [{ a: '2001:db8::a' }] },
  );
  verdicts(
    { a: [{ cidr: '::ffff:a00:0/24' }] },
    { matches: [{ a: '10.0.0.9' }, { a: '::ffff:a00:9' }], misses: [{ a: '10.0.1.0' }] },
  );
  verdicts(
    { a: [{ cidr: 'a00::/8' }] },
    { matches: [{ a: '10.16.0.1' }], misses: [{ a: '10.0.0.0' }, { a: '10.255.255.255' }, { a: '11.0.0.0' }] },
  );
  refusals([
    [{ a: [{ cidr: 'foo' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: 'foo/8' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.0' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.0/8/8' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.0/x' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.0/-1' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.0/32' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '::1/128' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.300/8' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '1:2:3/8' }] }, 'a[0].cidr'],
    [{ a: [{ cidr: ['10.0.0.0/8'] }] }, 'a[0].cidr'],
    [{ a: [{ cidr: '10.0.0.0/8', exists: true }] }, 'a[0]'],
  ]);
});

describe('an address as a plain value', () => {
  verdicts(
    { a: ['::1'] },
    { matches: [{ a: '::1' }, { a: '0:0:0:0:0:0:0:1' }, { a: '0::0001' }], misses: [{ a: '::2' }, { a: '1::' }] },
  );
  verdicts(
    { a: ['2400:6500:FF00::36FB:1F8F'] },
    { matches: [{ a: '2400:6500:ff00::36fb:1f8f' }], misses: [{ a: '2400:6500:ff00::36fb:1f8e' }] },
  );
  verdicts(
    { a: ['10.0.0.1'] },
    { matches: [{ a: '10.0.0.1' }, { a: '::ffff:a00:1' }], misses: [{ a: '10.0.0.10' }, { a: '10.0.0.' }] },
  );
  // These only look like addresses.
  verdicts({ a: ['08:23'] }, { matches: [{ a: '08:23' }], misses: [{ a: '8:23' }] });
  verdicts({ a: ['1:::2'] }, { matches: [{ a: '1:::2' }], misses: [{ a: '1::2' }] });
  verdicts({ a: ['1::2::3'] }, { matches: [{ a: '1::2::3' }], misses: [{ a: '1::2:3' }] });
  verdicts({ a: ['1:2:3:4::5:6:7:8'] }, { misses: [{ a: '1:2:3:4:5:6:7:8' }] });
  verdicts({ a: [':'] }, { matches: [{ a: ':' }], misses: [{ a: '::' }] });
  verdicts({ a: ['300.0.0.1'] }, { matches: [{ a: '300.0.0.1' }] });
});
