import { beforeAll, describe, expect, it } from 'vitest';
import { anchorHeads } from '../../shared/application/anchor-heads.ts';
import type { AnchorLog } from '../../shared/application/anchors.ts';
import type { ChainItem } from '../../shared/application/chain-items.ts';
import { findAnchor } from '../../shared/application/find-anchor.ts';
import { rememberedAnchors } from '../../shared/application/remembered-anchors.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryAnchors } from '../support/memory-anchors.ts';
import { chainOf } from './chains.ts';

const HOURS = 100;
const hour = (number: number, minute = 0): string => new Date(Date.UTC(2023, 7, 1, number, minute)).toISOString();
/** A stream with a commit at half past every hour, and one that has a single commit. */
const busy = chainOf(Array.from({ length: HOURS }, (_, index) => ({ events: 1, at: hour(index, 30) })));
const quiet = chainOf([{ events: 1, at: hour(5, 30) }], 'match-quiet');
/** Its times are old, and it came at the 60th hour. */
const imported = chainOf([{ events: 1, at: hour(1, 30) }], 'match-imported');
const log = memoryAnchors();

beforeAll(async () => {
  for (let at = 1; at < HOURS; at += 1) {
    const there = [...busy.slice(0, at), ...(at > 5 ? quiet : []), ...(at > 60 ? imported : [])];
    await anchorHeads({ log, sha256, ledger: ReadableStream.from([there]), now: () => new Date(hour(at)) });
  }
});

/** Counts what is read of the anchors. */
const counting = (): { readonly log: AnchorLog; readonly count: () => number } => {
  let reads = 0;
  const counted =
    <A extends unknown[], R>(task: (...args: A) => R) =>
    (...args: A): R => {
      reads += 1;
      return task(...args);
    };
  const own = { ...log, newest: counted(log.newest), at: counted(log.at), read: counted(log.read) };
  return { log: own, count: () => reads };
};

const instantOf = async (commit: ChainItem, own: AnchorLog = log) =>
  (await findAnchor(own, sha256, commit))?.anchor.header.instant;

describe('the anchor of a commit', () => {
  it('is the first one after it, however old it is and however many there are', async () => {
    for (const [index, commit] of busy.slice(0, -1).entries()) expect(await instantOf(commit)).toBe(hour(index + 1));
    expect(await instantOf(quiet[0] as ChainItem)).toBe(hour(6));
  });

  it('is found with few reads', async () => {
    const { log: counted, count } = counting();
    await instantOf(busy[3] as ChainItem, counted);
    expect(count()).toBeLessThan(16);
  });

  it('is found for what came later than its time says', async () => {
    expect((await instantOf(imported[0] as ChainItem)) ?? '').toSatisfy((instant: string) => instant >= hour(61));
  });

  it('is not there yet for the newest, nor without anchors', async () => {
    expect(await instantOf(busy.at(-1) as ChainItem)).toBeUndefined();
    expect(await instantOf(busy[0] as ChainItem, memoryAnchors())).toBeUndefined();
  });

  it('is read once where anchors are remembered, and a read that failed again', async () => {
    const { log: counted, count } = counting();
    const remembered = rememberedAnchors(counted);
    await instantOf(busy[3] as ChainItem, remembered);
    const first = count();
    await instantOf(busy[3] as ChainItem, remembered);
    expect(count()).toBe(first + 1);
    await expect(remembered.at(HOURS)).rejects.toThrow(/is not in the bucket/);
    await expect(remembered.at(HOURS)).rejects.toThrow(/is not in the bucket/);
    expect(count()).toBe(first + 3);
  });
});
