import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { skipped, succeeded } from '../../shared/application/outcome.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { finishedMatch, message, reasonOf, setUp, statuses } from './handler-kit.ts';
import { busEvent, captureOutput } from './support.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => vi.restoreAllMocks());

describe('a batch of events', () => {
  test('reaches the handler event by event, and every outcome is audited', async () => {
    const events = [1, 2, 3].map(finishedMatch);
    const handled: Envelope[] = [];
    const kit = setUp(async event => {
      handled.push(event);
      return event.version === 2 ? skipped('already notified') : succeeded;
    });

    expect(await kit.invoke(events.map(event => message(event)))).toEqual([]);
    expect(handled).toEqual(events);
    expect(kit.audit.records).toEqual(
      events.map((event, index) => ({
        tenantId: 'acme',
        eventId: event.id,
        eventType: 'match.finished',
        handler: 'notify',
        messageId: expect.stringMatching(/^message-\d$/),
        outcome: index === 1 ? { status: 'skipped', reason: 'already notified' } : { status: 'succeeded' },
        attempt: 1,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        durationMs: expect.any(Number),
        occurredAt: event.occurredAt,
      })),
    );
  });

  const valid = finishedMatch(3);
  const withData = (data: object) => ({ ...valid, data: { ...valid.data, ...data } });
  test.each<[string, string, RegExp]>([
    ['is not JSON', '{"detail":', /^InvalidEventError: Records\[2\]\.body: is not JSON$/],
    ['is not an object', '"detail"', /^InvalidEventError: Records\[2\]\.body\.detail: is missing$/],
    ['has no detail', '{"version":"0"}', /^InvalidEventError: Records\[2\]\.body\.detail: is missing$/],
    ['has null for its detail', busEvent({}).replace('"detail":{}', '"detail":null'), /Records\[2\]\.body\.detail: /],
    ['has version 0', busEvent({ ...valid, version: 0 }), /^InvalidEventError: Records\[2\]\.body\.detail\.version: /],
    [
      'has no tenant',
      busEvent({ ...valid, tenantId: undefined }),
      /^InvalidEventError: Records\[2\]\.body\.detail\.tenantId: /,
    ],
    [
      'went round in a loop',
      busEvent({ ...valid, hops: 11 }),
      /^InvalidEventError: Records\[2\]\.body\.detail\.hops: /,
    ],
    [
      'has half a goal',
      busEvent(withData({ result: { fullTime: { home: 0.5, away: 0 } } })),
      /Records\[2\]\.body\.detail\.data\.result\.fullTime\.home: must be a whole number/,
    ],
  ])('one whose body %s fails alone, by its path', async (_, body, reason) => {
    const kit = setUp(async () => succeeded);
    const messages = [message(finishedMatch(1)), message(finishedMatch(2)), { body }, message(finishedMatch(4))];

    expect(await kit.invoke(messages)).toEqual(['message-2']);
    expect(kit.seen).toEqual([1, 2, 4].map(version => finishedMatch(version).id));
    expect(statuses(kit)).toEqual(['succeeded', 'succeeded', 'failed', 'succeeded']);
    expect(reasonOf(kit.audit.records[2]?.outcome)).toMatch(reason);
    expect(kit.audit.records[2]).toMatchObject({ tenantId: 'unknown', eventId: 'message-2', eventType: 'unknown' });
  });

  test.each([
    ['a newer major schema', { ...finishedMatch(2), schemaVersion: '2.0' }, 'schemaVersion: match.finished 2.0'],
    ['a type this code does not know', { ...finishedMatch(2), type: 'match.abandoned' }, 'type: "match.abandoned"'],
  ])('one of %s is parked: taken off the queue, not handled, on record', async (_, event, reason) => {
    const kit = setUp(async () => succeeded);

    expect(await kit.invoke([message(finishedMatch(1)), message(event)])).toEqual([]);
    expect(kit.seen).toEqual([finishedMatch(1).id]);
    expect(kit.audit.records[1]).toMatchObject({ tenantId: 'acme', eventId: event.id, eventType: event.type });
    expect(kit.audit.records[1]?.outcome).toEqual({
      status: 'parked',
      reason: expect.stringContaining(`Records[1].body.detail.${reason}`),
    });
    expect(output.logs().find(({ status }) => status === 'parked')).toMatchObject({
      level: 'ERROR',
      eventId: event.id,
      correlationId: 'command-2',
    });
  });

  test('a newer minor schema is handled', async () => {
    const kit = setUp(async () => succeeded);
    expect(await kit.invoke([message({ ...finishedMatch(1), schemaVersion: '1.7' })])).toEqual([]);
    expect(statuses(kit)).toEqual(['succeeded']);
  });
});
