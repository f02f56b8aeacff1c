import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorHeads } from '../../shared/application/anchor-heads.ts';
import type { ChainItem } from '../../shared/application/chain-items.ts';
import { type Hashing, proveCommit } from '../../shared/application/proof.ts';
import { checkReceipt, makeReceipt, receiptText } from '../../shared/application/receipt.ts';
import { hashOf } from '../../shared/store/commit-codec.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryAnchors } from '../support/memory-anchors.ts';
import { chainOf, forged } from './chains.ts';

const HASHING: Hashing = { sha256, hashOf };
const log = memoryAnchors();

const bytes = (id: string, at: string, ...events: { type: string; data: unknown }[]): string =>
  JSON.stringify({ id, at, actor: 'ada', events: events.map(event => ({ ...event, schema: '1.0' })) });

const scheduled = (at: string) => ({
  type: 'match.scheduled',
  data: { matchId: 'a-b', kickOff: { at, timeKnown: true } },
});
const picked = (at: string, home: number) =>
  bytes(`pick-${home}`, at, {
    type: 'prediction.created',
    data: { matchId: 'a-b', predicted: { home, away: 1 }, name: 'Zoë' },
  });

const match = chainOf([
  { events: 1, bytes: bytes('m1', '2023-08-01T00:00:00.000Z', scheduled('2023-08-11T19:00:00.000Z')) },
  { events: 1, bytes: bytes('m2', '2023-08-11T19:00:00.000Z', { type: 'match.started', data: {} }) },
]);
const prediction = chainOf(
  [
    { events: 1, bytes: picked('2023-08-10T12:00:00.000Z', 2) },
    { events: 1, bytes: picked('2023-08-11T19:00:00.000Z', 3) },
    { events: 2, bytes: bytes('two', '2023-08-12T00:00:00.000Z', { type: 'x', data: 1 }, { type: 'y', data: 2 }) },
  ],
  'prediction-a-b.ada',
  'demo#predictions-a-b/03',
);
const [first, late, pair] = prediction as [ChainItem, ChainItem, ChainItem];
const eventId = (version: number): string => `prediction-a-b.ada:${version}`;

beforeAll(async () => {
  const others = Array.from({ length: 20 }, (_, index) => chainOf([{ events: 1 }], `match-other-${index}`)).flat();
  const anchored = (items: readonly ChainItem[], at: string) =>
    anchorHeads({
      log,
      sha256,
      ledger: ReadableStream.from([[...match, ...items, ...others]]),
      now: () => new Date(at),
    });
  await anchored([first], '2023-08-10T13:00:00.000Z');
  await anchored([first, late], '2023-08-11T20:00:00.000Z');
  await anchored(prediction, '2023-08-13T20:00:00.000Z');
});

const receiptOf = async (commit: ChainItem, version: number) => {
  const [kickOff] = match;
  return makeReceipt(
    HASHING,
    eventId(version),
    await proveCommit(log, HASHING, commit),
    await proveCommit(log, HASHING, kickOff as ChainItem),
  );
};

describe('a receipt', () => {
  it('proves what, who and when, and that it was in time', async () => {
    const text = receiptText(await receiptOf(first, 1));
    expect(checkReceipt(HASHING, text)).toEqual({
      tenantId: 'demo',
      eventId: eventId(1),
      type: 'prediction.created',
      actor: 'ada',
      occurredAt: '2023-08-10T12:00:00.000Z',
      anchoredAt: '2023-08-10T13:00:00.000Z',
      data: { matchId: 'a-b', predicted: { home: 2, away: 1 }, name: 'Zoë' },
      deadline: { kickOff: '2023-08-11T19:00:00.000Z', inTime: true },
    });
  });

  it('is of the first anchor after the commit, and says when it was too late', async () => {
    expect((await receiptOf(late, 2)).statement).toMatchObject({
      anchoredAt: '2023-08-11T20:00:00.000Z',
      deadline: { inTime: false },
    });
  });

  it('is the same whatever else the item has, in whatever order', async () => {
    const { p, s, n, b, g, h } = first;
    const item = { v: 'match@1', h, g, b, n, s, p };
    expect(receiptText(await receiptOf(item, 1))).toBe(receiptText(await receiptOf(first, 1)));
  });

  it('is of one event of a commit', async () => {
    const proof = await proveCommit(log, HASHING, pair);
    expect(makeReceipt(HASHING, eventId(4), proof).statement).toMatchObject({ type: 'y', data: 2 });
    expect(() => makeReceipt(HASHING, eventId(5), proof)).toThrow(/is not in the commit/);
    expect(() => makeReceipt(HASHING, 'prediction-a-b.bob:3', proof)).toThrow(/is not in the commit/);
  });

  it('shows nothing of other events', async () => {
    const text = receiptText(await receiptOf(first, 1));
    expect(text).not.toContain('other');
    expect(text).not.toContain('pick-3');
  });

  it('fails its check when any byte of it is changed', async () => {
    const bytesOf = Buffer.from(receiptText(await receiptOf(first, 1)));
    fc.assert(
      fc.property(fc.nat(bytesOf.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytesOf);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(() => checkReceipt(HASHING, changed.toString())).toThrow(
          expect.objectContaining({ name: 'ReceiptError' }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'null', '{}', '[]', '{"statement":{},"proof":{}}'])('is not %j', text => {
    expect(() => checkReceipt(HASHING, text)).toThrow(expect.objectContaining({ name: 'ReceiptError' }));
  });

  it('is not made of a commit that is not anchored yet, was altered, or was written anew', async () => {
    const next = chainOf([{ events: 1 }, { events: 1 }], 'match-later')[1] as ChainItem;
    await expect(proveCommit(log, HASHING, next)).rejects.toThrow(/is not anchored yet/);
    await expect(proveCommit(log, HASHING, { ...first, b: first.b.replace('ada', 'eve') })).rejects.toThrow(
      /not what was hashed/,
    );
    const anew = forged(first, { b: first.b.replace('ada', 'eve') });
    await expect(proveCommit(log, HASHING, anew)).rejects.toThrow(/is not the commit that was anchored/);
  });

  it('does not take the kick-off of another match', async () => {
    const proof = await proveCommit(log, HASHING, first);
    const other = await proveCommit(log, HASHING, chainOf([{ events: 1 }], 'match-other-3')[0] as ChainItem);
    expect(() => makeReceipt(HASHING, eventId(1), proof, other)).toThrow(/of another match/);
  });
});
