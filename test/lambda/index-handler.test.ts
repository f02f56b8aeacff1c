import './environment.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Commit } from '../../shared/application/event-store.ts';
import { indexHandler } from '../../shared/lambda/index-handler.ts';
import { decodeStreamed } from '../../shared/store/commit-codec.ts';
import { scheduled, started } from '../domain/samples.ts';
import { itemOf, recordOf } from './stream-records.ts';
import { captureOutput, contextWith } from './support.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const setUp = (add: (commits: readonly Commit[]) => Promise<void>) => {
  const handler = indexHandler({ decode: decodeStreamed, index: { add } });
  return (...Records: ReturnType<typeof recordOf>[]) => handler({ Records }, contextWith());
};

test('hands on what was inserted, in order; what cannot be read is counted, and holds back nobody', async () => {
  const added: string[] = [];
  const invoke = setUp(async commits => {
    added.push(...commits.map(({ stream, events }) => `${stream.name} ${events.length}`));
  });
  const altered = { ...itemOf('x', scheduled()), h: 'not-its-hash' };
  const answer = await invoke(
    recordOf(itemOf('a', scheduled(), started), 1),
    recordOf(itemOf('gone', scheduled()), 2, 'REMOVE'),
    recordOf(altered, 3),
    recordOf(itemOf('b', scheduled()), 4),
  );
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(added).toEqual(['match-a 2', 'match-b 1']);
  const counted = output.metrics().map(({ indexed, unindexable }) => ({ indexed, unindexable }));
  expect(counted).toEqual([{ indexed: 2, unindexable: 1 }]);
  expect(output.logs()).toContainEqual(expect.objectContaining({ message: 'a commit cannot be indexed' }));
});

test('fails as a whole when the index cannot be written: Lambda brings the batch again', async () => {
  const invoke = setUp(() => Promise.reject(new Error('no table')));
  await expect(invoke(recordOf(itemOf('a', scheduled()), 1))).rejects.toThrow('no table');
});
