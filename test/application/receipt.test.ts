import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorHeads } from '../../shared/application/anchor-heads.ts';
import type { ChainItem } from '../../shared/application/chain-items.ts';
import { proveCommit } from '../../shared/application/proof.ts';
import { rootOf } from '../../shared/domain/proof/path.ts';
import { checkReceipt, examineReceipt, makeReceipt, receiptText } from '../../shared/domain/proof/receipt.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryAnchors } from '../support/memory-anchors.ts';
import { chainOf, forged } from './chains.ts';

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
    sha256,
    eventId(version),
    await proveCommit(log, sha256, commit),
    await proveCommit(log, sha256, kickOff as ChainItem),
  );
};

/** SHA-256 as browsers have it. */
const webDigest = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('base64url');

/** The paths of all texts, numbers and the like: `proof.path.0.hash`. */
const leavesOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, own]) => leavesOf(own, path === '' ? name : `${path}.${name}`))
    : [path];

/** A receipt with another value in one place: a text with more at its end, a number that is one more, yes for no. */
const altered = <T>(receipt: T, path: string, more: string): T => {
  const copy = structuredClone(receipt) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce((own, name) => own[name] as Record<string, unknown>, copy);
  const value = parent[last];
  parent[last] = typeof value === 'string' ? value + more : typeof value === 'number' ? value + 1 : !value;
  return copy as T;
};

describe('a receipt', () => {
  it('proves what, who and when, and that it was in time', async () => {
    const text = receiptText(await receiptOf(first, 1));
    expect((await checkReceipt(sha256, text)).statement).toEqual({
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
    const proof = await proveCommit(log, sha256, pair);
    expect((await makeReceipt(sha256, eventId(4), proof)).statement).toMatchObject({ type: 'y', data: 2 });
    await expect(makeReceipt(sha256, eventId(5), proof)).rejects.toThrow(/is not in the commit/);
    await expect(makeReceipt(sha256, 'prediction-a-b.bob:3', proof)).rejects.toThrow(/is not in the commit/);
  });

  it('shows nothing of other events', async () => {
    const text = receiptText(await receiptOf(first, 1));
    expect(text).not.toContain('other');
    expect(text).not.toContain('pick-3');
  });

  it('fails its check when any byte of it is changed', async () => {
    const bytesOf = Buffer.from(receiptText(await receiptOf(first, 1)));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytesOf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytesOf);
        changed[at] = (changed[at] ?? 0) ^ by;
        await expect(checkReceipt(sha256, changed.toString())).rejects.toMatchObject({ name: 'ReceiptError' });
      }),
      { numRuns: 300 },
    );
  });

  it('says which field was changed, whichever it was', async () => {
    const receipt = await receiptOf(first, 1);
    const leaf = fc.constantFrom(...leavesOf(receipt));
    await fc.assert(
      fc.asyncProperty(leaf, fc.string({ minLength: 1, maxLength: 4 }), async (path, more) => {
        const { checks } = await examineReceipt(sha256, receiptText(altered(receipt, path, more)));
        const failed = checks.filter(({ holds }) => !holds);
        expect(failed.length).toBeGreaterThan(0);
        expect(failed[0]?.fields.some(field => path === field || path.startsWith(`${field}.`))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('says where the file has more than the receipt', async () => {
    const text = receiptText(await receiptOf(first, 1));
    const changed = text.replace('"proof": {', '"extra": 1, "proof": {');
    const failed = (await examineReceipt(sha256, changed)).checks.filter(({ holds }) => !holds);
    const line = text.split('\n').findIndex(own => own.includes('"proof": {')) + 1;
    expect(failed).toMatchObject([{ name: 'text', reason: expect.stringContaining(`line ${line}`) }]);
    const turned = text.replace(/( *"tenantId": "demo",\n)( *"eventId": .*\n)/, '$2$1');
    expect(turned).not.toBe(text);
    expect((await examineReceipt(sha256, turned)).checks.filter(({ holds }) => !holds)).toMatchObject([
      { name: 'text' },
    ]);
  });

  it('that a forger made whole again fails where the anchor comes in', async () => {
    const receipt = await receiptOf(first, 1);
    const failing = async (change: Partial<typeof receipt.proof>) => {
      const { checks } = await examineReceipt(
        sha256,
        receiptText({ ...receipt, proof: { ...receipt.proof, ...change } }),
      );
      return checks.find(({ holds, name }) => !holds && name !== 'statement')?.name;
    };
    const commit = forged(first, { b: first.b.replace('ada', 'eve') });
    expect(await failing({ commit })).toBe('line');
    for (const [own, other] of [
      ['demo#', 'rival#'],
      ['"prediction-a-b.ada"', '"prediction-a-b.bob"'],
    ] as const)
      expect(await failing({ line: receipt.proof.line.replace(own, other) })).toBe('line');
    const line = receipt.proof.line.replace(first.h, commit.h);
    expect(await failing({ commit, line })).toBe('path');
    const header = JSON.parse(receipt.proof.anchor.text) as Record<string, unknown>;
    const text = JSON.stringify({ ...header, root: await rootOf(sha256, line, receipt.proof.path) });
    expect(await failing({ commit, line, anchor: { ...receipt.proof.anchor, text } })).toBe('anchor');
  });

  it('is checked by a browser as it is here', async () => {
    const text = receiptText(await receiptOf(first, 1));
    for (const own of [text, text.replace('"home": 2', '"home": 3'), text.replace('Zoë', 'Zoe')])
      expect(await examineReceipt(webDigest, own)).toEqual(await examineReceipt(sha256, own));
  });

  it.each(['', 'null', '{}', '[]', '{"statement":{},"proof":{}}'])('is not %j', async text => {
    await expect(checkReceipt(sha256, text)).rejects.toMatchObject({ name: 'ReceiptError' });
  });

  it('is not made of a commit that is not anchored yet, was altered, or was written anew', async () => {
    const next = chainOf([{ events: 1 }, { events: 1 }], 'match-later')[1] as ChainItem;
    await expect(proveCommit(log, sha256, next)).rejects.toThrow(/is not anchored yet/);
    await expect(proveCommit(log, sha256, { ...first, b: first.b.replace('ada', 'eve') })).rejects.toThrow(
      /not what was hashed/,
    );
    const anew = forged(first, { b: first.b.replace('ada', 'eve') });
    await expect(proveCommit(log, sha256, anew)).rejects.toThrow(/is not the commit that was anchored/);
  });

  it('does not take the kick-off of another match', async () => {
    const proof = await proveCommit(log, sha256, first);
    const other = await proveCommit(log, sha256, chainOf([{ events: 1 }], 'match-other-3')[0] as ChainItem);
    await expect(makeReceipt(sha256, eventId(1), proof, other)).rejects.toThrow(/of another match/);
  });
});
