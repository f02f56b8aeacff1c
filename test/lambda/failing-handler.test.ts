import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { succeeded } from '../../shared/application/outcome.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { finishedMatch, type Handle, MAX_RECEIVES, message, own, reasonOf, setUp, statuses } from './handler-kit.ts';
import { captureOutput, contextWith, memoryAudit, sqsEvent } from './support.ts';

beforeEach(() => {
  captureOutput();
});
afterEach(() => vi.restoreAllMocks());

describe('a handler that fails', () => {
  const throwing: readonly [string, Handle][] = [
    ['rejects', () => Promise.reject(new TypeError('no inbox'))],
    [
      'throws at once',
      () => {
        throw new TypeError('no inbox');
      },
    ],
  ];
  test.each(throwing)('on one event and %s leaves the others alone', async (_, fail) => {
    const kit = setUp(event => (event.version === 2 ? fail(event) : Promise.resolve(succeeded)));

    expect(await kit.invoke([1, 2, 3].map(version => message(finishedMatch(version))))).toEqual(['message-1']);
    expect(statuses(kit)).toEqual(['succeeded', 'failed', 'succeeded']);
    expect(reasonOf(kit.audit.records[1]?.outcome)).toBe('TypeError: no inbox');
  });

  test.each([
    ['rejects', async () => Promise.reject(new Error('table gone'))],
    [
      'throws at once',
      () => {
        throw new Error('table gone');
      },
    ],
    ['gives too few outcomes', async () => []],
  ])('on a whole batch and %s fails every event that it was given', async (_, handle) => {
    const audit = memoryAudit();
    const handler = eventHandler(own, audit, handle);
    const batch = sqsEvent(
      message(finishedMatch(1)),
      message({ ...finishedMatch(2), schemaVersion: '2.0' }),
      message(finishedMatch(3)),
    );

    const { batchItemFailures } = await handler(batch, contextWith());
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-2' }]);
    expect(statuses({ audit })).toEqual(['failed', 'parked', 'failed']);
  });

  test('for the last time is dead-lettered, and still given back to the queue', async () => {
    const kit = setUp(() => Promise.reject(new Error('no inbox')));
    const messages = [MAX_RECEIVES - 1, MAX_RECEIVES, MAX_RECEIVES + 1].map(receives =>
      message(finishedMatch(receives), receives),
    );

    expect(await kit.invoke(messages)).toEqual(['message-0', 'message-1', 'message-2']);
    expect(statuses(kit)).toEqual(['failed', 'dead-lettered', 'dead-lettered']);
    expect(kit.audit.records.map(({ attempt }) => attempt)).toEqual([4, 5, 6]);
    expect(reasonOf(kit.audit.records[1]?.outcome)).toBe('Error: no inbox');
  });

  test('an event that is invalid to the last is dead-lettered too; a success at the last is a success', async () => {
    const kit = setUp(async () => succeeded);
    expect(await kit.invoke([{ body: '?', receives: MAX_RECEIVES }, message(finishedMatch(1), MAX_RECEIVES)])).toEqual([
      'message-0',
    ]);
    expect(statuses(kit)).toEqual(['dead-lettered', 'succeeded']);
  });

  test('to come to an end is stopped a second before the function is, and that is audited', async () => {
    const kit = setUp(() => new Promise(() => {}));
    const started = performance.now();

    expect(
      await kit.invoke(
        [1, 2].map(version => message(finishedMatch(version))),
        1100,
      ),
    ).toEqual(['message-0', 'message-1']);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(statuses(kit)).toEqual(['failed', 'failed']);
    expect(reasonOf(kit.audit.records[0]?.outcome)).toMatch(/^HandlerTimeoutError: no end after (4\d|50) ms/);
  });

  test('to come to an end takes none of those with it that did', async () => {
    const kit = setUp(event => (event.version === 1 ? Promise.resolve(succeeded) : new Promise(() => {})));
    expect(
      await kit.invoke(
        [1, 2].map(version => message(finishedMatch(version))),
        1100,
      ),
    ).toEqual(['message-1']);
    expect(statuses(kit)).toEqual(['succeeded', 'failed']);
  });

  test('in an invocation that is over as it begins is not waited for', async () => {
    const kit = setUp(() => new Promise(() => {}));
    expect(await kit.invoke([message(finishedMatch(1))], 10)).toEqual(['message-0']);
    expect(reasonOf(kit.audit.records[0]?.outcome)).toBe('HandlerTimeoutError: no end after 0 ms');
  });
});
