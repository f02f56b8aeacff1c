import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainItem, StoredItem } from '../../shared/application/chain-items.ts';
import { type ChainReport, verifyStream } from '../../shared/application/verify-chain.ts';
import { hashOf } from '../../shared/store/commit-codec.ts';
import { chainOf, type Draft, forged } from './chains.ts';

const NOW = Date.parse('2024-01-01T00:00:00.000Z');
const verify = (items: readonly StoredItem[]): ChainReport => verifyStream(items, { hashOf, now: NOW });
const byKey = (items: readonly StoredItem[]): StoredItem[] =>
  [...items].sort((a, b) => (String(a.s) < String(b.s) ? -1 : String(a.s) > String(b.s) ? 1 : 0));
const versionOf = ({ s }: StoredItem): number => Number(String(s).slice(-9));

const drafts: fc.Arbitrary<readonly Draft[]> = fc.array(fc.record({ events: fc.integer({ min: 1, max: 3 }) }), {
  minLength: 2,
  maxLength: 12,
});
/** A chain, and an index into it. */
const chainAndIndex = drafts.chain(list =>
  fc.record({ items: fc.constant(chainOf(list)), at: fc.nat(list.length - 1) }),
);

const flipped = (text: string, at: number, bit: number): string => {
  const bytes = Buffer.from(text, 'latin1');
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (bit % 7));
  return bytes.toString('latin1');
};

describe('a stream as it was written', () => {
  it('is intact, with the head of its last commit', () => {
    fc.assert(
      fc.property(drafts, list => {
        const items = chainOf(list);
        const version = list.reduce((sum, { events }) => sum + events, 0);
        expect(verify(items)).toEqual({ status: 'intact', head: { version, hash: items.at(-1)?.h }, events: version });
      }),
    );
  });

  it('is intact when there is nothing of it', () => {
    expect(verify([])).toEqual({ status: 'intact', head: { version: 0, hash: '' }, events: 0 });
  });

  it('of many commits is verified, and says what that costs', () => {
    const items = chainOf(Array.from({ length: 5000 }, () => ({ events: 1, padding: 80 })));
    verify(items);
    const from = performance.now();
    verify(items);
    const microseconds = (1000 * (performance.now() - from)) / items.length;
    console.info(`${microseconds.toFixed(2)} µs an event of ${items[9]?.b.length} bytes`);
    expect(verify(items)).toMatchObject({ status: 'intact', events: items.length });
  });
});

describe('a stream that somebody tampered with', () => {
  it('names the commit of which any byte of bytes, count, hash or previous hash was altered', () => {
    const attribute = fc.constantFrom('b', 'g', 'h', 'n' as const);
    fc.assert(
      fc.property(chainAndIndex, attribute, fc.nat(), fc.nat(6), ({ items, at }, name, byte, bit) => {
        const own = items[at] as ChainItem;
        const value = name === 'n' ? own.n + 1 + (byte % 3) : own[name] === '' ? 'x' : flipped(own[name], byte, bit);
        const report = verify(items.with(at, { ...own, [name]: value }));
        expect(report).toMatchObject({ status: 'broken', fault: { kind: 'altered', version: versionOf(own) } });
      }),
    );
  });

  it('names the version that has no commit any more, wherever but at the end', () => {
    fc.assert(
      fc.property(chainAndIndex, ({ items, at }) => {
        fc.pre(at < items.length - 1);
        const report = verify(items.toSpliced(at, 1));
        expect(report).toMatchObject({ fault: { kind: 'removed', version: versionOf(items[at] as ChainItem) } });
      }),
    );
  });

  it('names the first of two commits that changed places', () => {
    fc.assert(
      fc.property(chainAndIndex, fc.nat(), ({ items, at }, other) => {
        const to = other % items.length;
        fc.pre(to !== at);
        const [one, two] = [items[at] as ChainItem, items[to] as ChainItem];
        const swapped = items.with(at, { ...two, s: one.s }).with(to, { ...one, s: two.s });
        const version = Math.min(versionOf(one), versionOf(two));
        expect(verify(byKey(swapped))).toMatchObject({ fault: { kind: 'altered', version } });
      }),
    );
  });

  it('names a commit that was copied to another version', () => {
    fc.assert(
      fc.property(chainAndIndex, fc.nat(40), ({ items, at }, to) => {
        const s = `match-a-b:${String(to + 1).padStart(9, '0')}`;
        fc.pre(!items.some(item => item.s === s));
        const last = verify(items);
        const end = last.status === 'intact' ? last.head.version : 0;
        const report = verify(byKey([...items, { ...(items[at] as ChainItem), s }]));
        const expected = to > end ? { kind: 'removed', version: end + 1 } : { kind: 'altered', version: to + 1 };
        expect(report).toMatchObject({ fault: expected });
      }),
    );
  });

  it('names a commit that was forged with a hash of its own, in place of another', () => {
    fc.assert(
      fc.property(chainAndIndex, ({ items, at }) => {
        fc.pre(at < items.length - 1);
        const own = items[at] as ChainItem;
        const report = verify(items.with(at, forged(own, { b: own.b.replace('"ada"', '"eve"') })));
        // Without a third commit nobody can tell which of the two is not genuine.
        const named = at + 2 < items.length ? at : at + 1;
        const versions = [own, items[named] as ChainItem].map(versionOf);
        expect(report).toMatchObject({ fault: { kind: 'replaced' } });
        expect(versions).toContain(report.status === 'broken' && report.fault.version);
        expect(report.status === 'broken' && report.fault.version).toBe(versions[1]);
      }),
    );
  });

  it('names a commit that was forged into another one', () => {
    const items = chainOf([{ events: 3 }, { events: 1 }]);
    const copy = forged(items[0] as ChainItem, { s: 'match-a-b:000000002', g: items[0]?.h ?? '' });
    expect(verify(byKey([...items, copy]))).toMatchObject({ fault: { kind: 'inserted', version: 2 } });
  });

  it.each<[string, Partial<Record<keyof ChainItem, unknown>>, string]>([
    ['without bytes', { b: undefined }, 'malformed'],
    ['with a count that is text', { n: '1' }, 'malformed'],
    ['without events', { n: 0 }, 'malformed'],
    ['of which the hash is gone', { h: undefined }, 'malformed'],
  ])('names a commit %s', (_what, change, kind) => {
    const items = chainOf([{ events: 1 }, { events: 1 }, { events: 1 }]);
    expect(verify(items.map((item, index) => (index === 1 ? { ...item, ...change } : item)))).toMatchObject({
      fault: { kind, version: 2 },
    });
  });

  it.each<[string, Draft, string, string]>([
    ['of another count', { events: 2, count: 3 }, 'miscounted', 'a count of 3'],
    ['from long before the one it follows', { events: 1, at: '2023-06-01T00:00:00.000Z' }, 'untimely', '2023-06-01'],
    ['from the future', { events: 1, at: '2024-01-01T00:06:00.000Z' }, 'untimely', '2024-01-01T00:06'],
    ['whose bytes are no JSON', { events: 1, bytes: '{' }, 'malformed', '{'],
    ['whose bytes are another JSON', { events: 1, bytes: 'null' }, 'malformed', 'null'],
  ])('names a commit %s though its hash is right', (_what, draft, kind, found) => {
    const report = verify(chainOf([{ events: 1 }, draft, { events: 1 }]));
    expect(report).toMatchObject({ fault: { kind, version: 2, found: expect.stringContaining(found) } });
  });

  it('says which stream, commit, and what was expected', () => {
    const items = chainOf([{ events: 1 }, { events: 1 }]);
    const [, second] = items;
    const report = verify(items.with(1, { ...(second as ChainItem), b: second?.b.replace('ada', 'eve') ?? '' }));
    expect(report).toEqual({
      status: 'broken',
      fault: {
        kind: 'altered',
        p: 'demo#match-a-b',
        stream: 'match-a-b',
        version: 2,
        commitId: 'commit-1',
        expected: `hash ${second?.h}`,
        found: expect.stringMatching(/^hash [\w-]{43}$/),
      },
    });
  });

  it('does not mind clocks that differ by a minute', () => {
    expect(verify(chainOf([{ events: 1, at: '2023-08-11T18:01:00.000Z' }, { events: 1 }])).status).toBe('intact');
  });
});
