import './environment.ts';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PublishResult } from '../../shared/application/outbox.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { outboxHandler } from '../../shared/lambda/stream-handler.ts';
import { type CommitItem, decodeStreamed } from '../../shared/store/commit-codec.ts';
import { after90, finished, scheduled, started } from '../domain/samples.ts';
import { memoryPublications } from '../support/memory-publications.ts';
import { itemOf, recordOf, SHARD } from './stream-records.ts';
import { captureOutput, contextWith } from './support.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const published: PublishResult = { outcome: 'published' };

const setUp = (resultOf: (event: Envelope) => PublishResult = () => published, log = memoryPublications()) => {
  const events: Envelope[] = [];
  const aside: { key: string; reason: string }[] = [];
  const handler = outboxHandler({
    decode: item => decodeStreamed(item).events,
    publisher: {
      split: waiting => waiting.map(event => [event]),
      publish: async group =>
        group.map(event => {
          const result = resultOf(event);
          if (result.outcome === 'published') events.push(event);
          return result;
        }),
    },
    quarantine: {
      put: async commit => {
        aside.push(commit);
      },
    },
    log,
  });
  const invoke = async (...Records: DynamoDBRecord[]) => {
    const answer = handler({ Records }, contextWith());
    await vi.runAllTimersAsync();
    return (await answer).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { invoke, events, aside, log };
};

const metricsOf = () =>
  output.metrics().map(({ published, quarantined, unpublished }) => ({ published, quarantined, unpublished }));

describe('the outbox', () => {
  test('publishes every event of every commit, as it was stored', async () => {
    const outbox = setUp();
    expect(
      await outbox.invoke(recordOf(itemOf('a', scheduled(), started), 1), recordOf(itemOf('b', scheduled()), 2)),
    ).toEqual([]);
    expect(outbox.events.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
      {
        id: 'match-a:1',
        ...scheduled(),
        tenantId: 'acme',
        stream: 'match-a',
        version: 1,
        correlationId: 'command-a',
        schemaVersion: '1.0',
      },
      { id: 'match-a:2', ...started, version: 2, occurredAt: '2023-08-11T19:00:00.000Z' },
      { id: 'match-b:1', actor: 'olga', hops: 0, priority: 'normal' },
    ]);
    expect(metricsOf()).toEqual([{ published: 3, quarantined: 0, unpublished: 0 }]);
  });

  test.each(['REMOVE', 'MODIFY'] as const)('takes no account of a %s', async name => {
    const outbox = setUp();
    expect(
      await outbox.invoke(recordOf(itemOf('a', scheduled()), 1, name), recordOf(itemOf('b', scheduled()), 2)),
    ).toEqual([]);
    expect(outbox.events.map(({ id }) => id)).toEqual(['match-b:1']);
    expect(outbox.aside).toEqual([]);
  });

  const item = itemOf('a', finished(after90('2-1')));
  test.each<[string, Partial<Record<keyof CommitItem, unknown>>, RegExp]>([
    [
      'whose bytes were changed',
      { b: item.b.replace('"home":2', '"home":3') },
      /the bytes are not those that were hashed/,
    ],
    ['that was put under another key', { s: 'match-z:000000001' }, /not those that were hashed/],
    ['whose chain was changed', { g: 'AAAA' }, /not those that were hashed/],
    ['whose bytes are no JSON', { b: '{' }, /not JSON/],
    ['whose count is wrong', { n: 2 }, /its count says 2/],
  ])('puts a commit %s aside, and lets the others pass', async (_, change, reason) => {
    const outbox = setUp();
    const corrupt = { ...item, ...change } as CommitItem;
    expect(corrupt).not.toEqual(item);

    expect(await outbox.invoke(recordOf(corrupt, 1), recordOf(itemOf('b', scheduled()), 2))).toEqual([]);
    expect(outbox.events.map(({ id }) => id)).toEqual(['match-b:1']);
    expect(outbox.aside).toEqual([{ key: `${corrupt.p} ${corrupt.s}`, reason: expect.stringMatching(reason) }]);
    expect(metricsOf()).toEqual([{ published: 1, quarantined: 1, unpublished: 0 }]);
    expect(output.logs()).toMatchObject([
      { level: 'ERROR', message: 'commits were put into quarantine', quarantined: 1 },
    ]);
  });

  test('puts an item aside that is no commit', async () => {
    const outbox = setUp();
    const record = recordOf(item, 1);
    const stranger = { ...record, dynamodb: { ...record.dynamodb, NewImage: { p: { S: 'x' }, s: { S: 'y' } } } };
    expect(await outbox.invoke(stranger)).toEqual([]);
    expect(outbox.aside).toMatchObject([{ reason: expect.stringContaining('the item is not a commit') }]);
  });

  test('puts aside what the bus refuses, with its reason', async () => {
    const outbox = setUp(({ stream }) =>
      stream === 'match-a' ? { outcome: 'refused', reason: 'too large' } : published,
    );
    expect(
      await outbox.invoke(recordOf(itemOf('a', scheduled(), started), 1), recordOf(itemOf('b', scheduled()), 2)),
    ).toEqual([]);
    expect(outbox.events.map(({ id }) => id)).toEqual(['match-b:1']);
    expect(outbox.aside).toEqual([{ key: 'acme#match-a match-a:000000001', reason: 'match-a:1: too large' }]);
  });

  test('asks for the stream again from the lowest commit that is not published to its end', async () => {
    const outbox = setUp(({ stream, version }) =>
      (stream === 'match-b' && version === 2) || stream === 'match-c'
        ? { outcome: 'retry', reason: 'throttled' }
        : published,
    );
    const records = [
      recordOf(itemOf('a', scheduled()), 1),
      recordOf(itemOf('b', scheduled(), started), 2),
      recordOf(itemOf('c', scheduled()), 3),
      recordOf(itemOf('d', scheduled()), 4),
    ];
    expect(await outbox.invoke(...records)).toEqual([`${SHARD}2`]);
    expect(outbox.events.map(({ id }) => id).sort()).toEqual(['match-a:1', 'match-b:1', 'match-d:1']);
    expect(metricsOf()).toEqual([{ published: 3, quarantined: 0, unpublished: 2 }]);
    expect(output.logs()).toMatchObject([{ level: 'WARN', unpublished: 2 }]);
  });

  test('tries again what was throttled once, and keeps the order of its stream', async () => {
    let throttled = 0;
    const outbox = setUp(({ id }) => {
      if (id !== 'match-a:1' || throttled > 0) return published;
      throttled += 1;
      return { outcome: 'retry', reason: 'throttled' };
    });
    expect(await outbox.invoke(recordOf(itemOf('a', scheduled(), started), 1))).toEqual([]);
    expect(outbox.events.map(({ id }) => id)).toEqual(['match-a:1', 'match-a:2']);
  });
});

test('a quarantine that cannot be written fails the invocation: nothing is lost in silence', async () => {
  const handler = outboxHandler({
    decode: item => decodeStreamed(item).events,
    publisher: { split: events => [events], publish: async events => events.map(() => published) },
    quarantine: { put: () => Promise.reject(new Error('queue gone')) },
    log: memoryPublications(),
  });
  const item = itemOf('a', scheduled());
  const Records = [recordOf({ ...item, h: 'AAAA' }, 1)];
  await expect(handler({ Records }, contextWith())).rejects.toThrow('queue gone');
});

describe('the record of what was published', () => {
  test('has the commits that were published to their end, and those in quarantine', async () => {
    const results: Record<string, PublishResult> = {
      'match-b:2': { outcome: 'retry', reason: 'throttled' },
      'match-c:1': { outcome: 'refused', reason: 'too large' },
    };
    const outbox = setUp(({ id }) => results[id] ?? published);
    await outbox.invoke(
      recordOf(itemOf('a', scheduled()), 1),
      recordOf(itemOf('b', scheduled(), started), 2),
      recordOf(itemOf('c', scheduled()), 3),
      recordOf({ ...itemOf('d', scheduled()), h: 'AAAA' }, 4),
    );
    expect([...outbox.log.entries].toSorted()).toEqual([
      ['2023-08-11 acme#match-a match-a:000000001', 'published'],
      ['2023-08-11 acme#match-c match-c:000000001', 'quarantined'],
      ['unreadable acme#match-d match-d:000000001', 'quarantined'],
    ]);
  });

  test('that cannot be written does not undo what was published: it says so, and the stream goes on', async () => {
    const log = { ...memoryPublications(), record: () => Promise.reject(new Error('throttled')) };
    const outbox = setUp(undefined, log);
    expect(await outbox.invoke(recordOf(itemOf('a', scheduled()), 1))).toEqual([]);
    expect(outbox.events.map(({ id }) => id)).toEqual(['match-a:1']);
    expect(output.logs()).toMatchObject([
      { level: 'WARN', message: 'what was published is not on record, and will be published again' },
    ]);
  });
});
