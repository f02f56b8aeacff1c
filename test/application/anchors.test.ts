import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchored, anchorHeads } from '../../shared/application/anchor-heads.ts';
import { type AnchorLog, anchorKey } from '../../shared/application/anchors.ts';
import type { ChainItem } from '../../shared/application/chain-items.ts';
import { merklePath, merkleRoot } from '../../shared/application/merkle.ts';
import { anchoredCommits, holdAgainst } from '../../shared/application/read-anchors.ts';
import { rootOf } from '../../shared/domain/proof/path.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryAnchors } from '../support/memory-anchors.ts';
import { chainOf, type Draft, forged } from './chains.ts';

const ones = (count: number): Draft[] => Array.from({ length: count }, () => ({ events: 1 }));

const anchor = (log: AnchorLog, items: readonly ChainItem[], at = '2024-01-01T00:00:00.000Z'): Promise<Anchored> =>
  anchorHeads({ log, sha256, ledger: ReadableStream.from([items]), now: () => new Date(at) });

const faultOf = async (log: AnchorLog, items: readonly ChainItem[], stream = 'match-a-b') => {
  const p = `demo#${stream}`;
  const commits = (await anchoredCommits(log, sha256)).get(`${p}\n${stream}`) ?? [];
  return holdAgainst(
    { p, stream, commits },
    items.filter(item => item.p === p),
  );
};

describe('anchoring', () => {
  it('has all streams first, then those that changed, and nothing when nothing did', async () => {
    const log = memoryAnchors();
    const [ab, cd] = [chainOf(ones(4)), chainOf(ones(2), 'match-c-d')];
    expect(await anchor(log, [...ab.slice(0, 2), ...cd])).toEqual({ number: 1, streams: 2, contradicted: [] });
    expect(await anchor(log, [...ab.slice(0, 2), ...cd])).toEqual({ number: undefined, streams: 0, contradicted: [] });
    expect(await anchor(log, [...ab, ...cd])).toEqual({ number: 2, streams: 1, contradicted: [] });
    const known = await anchoredCommits(log, sha256);
    expect(known.get('demo#match-a-b\nmatch-a-b')).toEqual(ab.map(({ h }, index) => [index + 1, h]));
    expect(known.get('demo#match-c-d\nmatch-c-d')).toEqual(cd.map(({ h }, index) => [index + 1, h]));
  });

  it.each(['2024-01-02T00:00:00.000Z', '2023-06-01T00:00:00.000Z'])('has all streams again at %s', async at => {
    const log = memoryAnchors();
    const items = [...chainOf(ones(2)), ...chainOf(ones(1), 'match-c-d')];
    await anchor(log, items);
    expect(await anchor(log, items, at)).toEqual({ number: 2, streams: 2, contradicted: [] });
    expect((await log.newest())?.header).toMatchObject({ full: true, previous: sha256((await log.at(1)).text) });
    // A head is enough of a stream that did not change.
    expect((await anchoredCommits(log, sha256)).get('demo#match-a-b\nmatch-a-b')).toEqual([[2, items[1]?.h]]);
  });

  it('leaves what comes after a gap to the next anchor: a scan is no snapshot', async () => {
    const log = memoryAnchors();
    const items = chainOf(ones(4));
    await anchor(log, items.toSpliced(2, 1));
    expect((await anchoredCommits(log, sha256)).get('demo#match-a-b\nmatch-a-b')).toHaveLength(2);
    await anchor(log, items);
    expect((await anchoredCommits(log, sha256)).get('demo#match-a-b\nmatch-a-b')).toHaveLength(4);
  });

  it('does not cover up what an earlier anchor shows', async () => {
    const log = memoryAnchors();
    const items = chainOf(ones(3));
    const gone = chainOf(ones(1), 'match-c-d');
    await anchor(log, [...items, ...gone]);
    const rewritten = items.with(2, forged(items[2] as ChainItem, { b: '{}' }));
    const contradicted = ['demo#match-a-b\nmatch-a-b', 'demo#match-c-d\nmatch-c-d'];
    expect(await anchor(log, rewritten)).toEqual({ number: undefined, streams: 0, contradicted });
    expect(await anchor(log, rewritten, '2024-02-01T00:00:00.000Z')).toEqual({ number: 2, streams: 2, contradicted });
    expect(await faultOf(log, rewritten)).toMatchObject({ kind: 'rewritten', version: 3 });
    expect(await faultOf(log, [], 'match-c-d')).toMatchObject({ kind: 'cut', version: 1 });
  });

  it('is done once when two do it at the same time', async () => {
    const log = memoryAnchors();
    const items = chainOf(ones(2));
    const results = await Promise.all([anchor(log, items), anchor(log, items)]);
    expect(results.map(({ number }) => number).sort()).toEqual([1, undefined]);
  });

  it('splits many streams into objects of their own', async () => {
    const log = memoryAnchors();
    const items = Array.from({ length: 5001 }, (_, index) => chainOf(ones(1), `match-${index}`)).flat();
    await anchor(log, items);
    expect([...log.objects.keys()].filter(key => key.startsWith('lines/'))).toHaveLength(2);
    expect((await anchoredCommits(log, sha256)).size).toBe(5001);
  });
});

describe('a stream held against its anchors', () => {
  const draft = fc.array(fc.record({ events: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 8 });

  it('is named by the first commit that was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(draft, fc.nat(), async (drafts, at) => {
        const log = memoryAnchors();
        const items = chainOf(drafts);
        await anchor(log, items);
        expect(await faultOf(log, items)).toBeUndefined();
        const cut = at % items.length;
        const version = Number(items[cut]?.s.slice(-9));
        expect(await faultOf(log, items.slice(0, cut))).toMatchObject({ kind: 'cut', version });
      }),
    );
  });

  it('is named by the first commit from which it was written anew, with hashes that are right', async () => {
    await fc.assert(
      fc.asyncProperty(draft, fc.nat(), async (drafts, at) => {
        const log = memoryAnchors();
        const items = chainOf(drafts);
        await anchor(log, items);
        const from = at % items.length;
        const anew = chainOf(drafts.map((own, index) => (index < from ? own : { ...own, padding: 1 })));
        const version = Number(items[from]?.s.slice(-9));
        expect(await faultOf(log, anew)).toMatchObject({ kind: 'rewritten', version });
      }),
    );
  });

  it('may be cut off before what the newest anchors list', async () => {
    const log = memoryAnchors();
    const items = chainOf(ones(5));
    await anchor(log, items);
    await anchor(log, items, '2024-01-03T00:00:00.000Z');
    expect(await faultOf(log, items.slice(0, 2))).toMatchObject({ kind: 'cut', version: 3 });
  });
});

describe('anchors that somebody tampered with', () => {
  it('are refused, whatever was altered or removed', async () => {
    const log = memoryAnchors();
    const items = chainOf(ones(4));
    await anchor(log, items.slice(0, 2));
    await anchor(log, items);
    for (const [key, text] of [...log.objects]) {
      if (key === anchorKey(2)) continue;
      log.objects.delete(key);
      await expect(anchoredCommits(log, sha256)).rejects.toThrow(/is not in the bucket/);
      log.objects.set(key, text.replace('2', '3').replace('t', 'T'));
      await expect(anchoredCommits(log, sha256)).rejects.toMatchObject({ name: 'AnchorError' });
      log.objects.set(key, text);
    }
    expect((await anchoredCommits(log, sha256)).size).toBe(1);
  });
});

describe('a Merkle tree', () => {
  it('has a path from each line to its root, and from no other', async () => {
    const lines = fc.array(fc.string(), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(), fc.string(), async (lines, at, other) => {
        const index = at % lines.length;
        const path = merklePath(sha256, lines, index);
        const root = merkleRoot(sha256, lines);
        expect(await rootOf(sha256, lines[index] ?? '', path)).toBe(root);
        fc.pre(other !== lines[index]);
        expect(await rootOf(sha256, other, path)).not.toBe(root);
      }),
    );
  });

  it('of no lines has a root too', () => {
    expect(merkleRoot(sha256, [])).toBe(sha256(''));
  });
});
