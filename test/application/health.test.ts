import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addHandlings, countHandlings, type HandlingMinute, noHandlings } from '../../shared/application/handling.ts';
import { eventsHealth, type HandlerQueues, healthSince } from '../../shared/application/health.ts';
import { type AuditRecord, failed, type Outcome, skipped, succeeded } from '../../shared/application/outcome.ts';
import { livenessOf, readEventsHealth } from '../../shared/application/read-health.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';

const NOW = '2023-08-11T20:30:45.000Z';
const record = (over: Partial<AuditRecord> = {}): AuditRecord => ({
  tenantId: 'acme',
  eventId: 'match-a:1',
  eventType: 'match.finished',
  handler: 'notify',
  outcome: succeeded,
  attempt: 1,
  at: NOW,
  occurredAt: '2023-08-11T20:30:44.000Z',
  durationMs: 10,
  ...over,
});
const deadLettered: Outcome = { status: 'dead-lettered', error: new Error('no') };
const none = { waiting: 0, inFlight: 0 };
const queuesOf = (over: Partial<HandlerQueues> = {}) => ({
  notify: { events: none, deadLetters: none, undelivered: none, ...over },
});
const report = (minutes: readonly HandlingMinute[], queues: ReturnType<typeof queuesOf> | null = queuesOf()) =>
  eventsHealth({ now: NOW, handlers: ['notify'], minutes, queues });
const minuteOf = (...records: [AuditRecord, ...AuditRecord[]]) => countHandlings(undefined, records);

describe('health', () => {
  test('is ok when nothing happened', () => {
    const { status, lastHour, types } = report([]);
    expect([status, types]).toEqual(['ok', []]);
    expect(lastHour).toMatchObject({ events: 0, errorRate: 0, successRate: 1, meanMs: null, meanDelayMs: null });
  });

  test('counts what became of deliveries, how long they took and how old the events were', () => {
    const minute = minuteOf(
      record(),
      record({ outcome: skipped('again'), durationMs: 30, occurredAt: '2023-08-11T20:30:42.000Z' }),
      record({ outcome: { status: 'parked', reason: 'newer' } }),
      record({ outcome: failed('x'), eventType: 'match.awarded' }),
    );
    const { lastFiveMinutes, types } = report([minute]);
    expect(lastFiveMinutes).toEqual({
      events: 4,
      errors: 1,
      errorRate: 0.25,
      successRate: 0.5,
      eventsPerSecond: 4 / 300,
      meanMs: 15,
      meanDelayMs: 1500,
      maxDelayMs: 3000,
    });
    expect(types).toEqual([
      { type: 'match.awarded', total: 1, processed: 0, parked: 0, deadLettered: 0, pending: 1, meanMs: 10 },
      { type: 'match.finished', total: 3, processed: 2, parked: 1, deadLettered: 0, pending: 0, meanMs: 50 / 3 },
    ]);
  });

  test('of a type has nothing pending any more when what failed has come to its end', () => {
    const first = minuteOf(record({ outcome: failed('x') }), record({ outcome: failed('x') }));
    const second = minuteOf(record({ attempt: 2 }), record({ attempt: 5, outcome: deadLettered }));
    expect(report([first]).types).toMatchObject([{ total: 2, processed: 0, pending: 2 }]);
    expect(report([first, second]).types).toMatchObject([{ total: 2, processed: 1, deadLettered: 1, pending: 0 }]);
  });

  test.each([
    [20, 1, 'ok'],
    [19, 1, 'degraded'],
  ])('of %i handlings with %i errors is %s: over 5 %% it is degraded', (all, errors, status) => {
    const good = Array.from({ length: all - errors }, () => record());
    const minute = minuteOf(record({ outcome: failed('x') }), ...good);
    expect(report([minute])).toMatchObject({ status, lastHour: { events: all, errors } });
  });

  test('forgets errors after five minutes, and everything after an hour', () => {
    const at = (instant: string) => minuteOf(record({ at: instant, outcome: failed('x') }));
    expect(report([at('2023-08-11T20:26:00.000Z')])).toMatchObject({ status: 'degraded' });
    expect(report([at('2023-08-11T20:25:59.000Z')])).toMatchObject({ status: 'ok', lastHour: { events: 1 } });
    expect(report([at('2023-08-11T19:31:00.000Z')])).toMatchObject({ lastHour: { events: 1 } });
    expect(report([at('2023-08-11T19:30:59.000Z')])).toMatchObject({ lastHour: { events: 0 } });
    expect(healthSince(NOW)).toBe('2023-08-11T19:31');
  });

  test('is degraded for more than a thousand events that wait, and for queues that do not answer', () => {
    expect(report([], queuesOf({ events: { waiting: 1000, inFlight: 7 } }))).toMatchObject({
      status: 'ok',
      backlog: 1007,
    });
    expect(report([], queuesOf({ events: { waiting: 1001, inFlight: 0 } }))).toMatchObject({
      status: 'degraded',
      reasons: ['1001 events wait for notify'],
    });
    const dead = queuesOf({ deadLetters: { waiting: 2, inFlight: 0 }, undelivered: { waiting: 1, inFlight: 0 } });
    expect(report([], dead)).toMatchObject({ deadLetters: 3 });
    expect(report([], null)).toMatchObject({ status: 'degraded', handlers: [{ queues: null }] });
  });
});

test('counting batches one after another is counting them together, whatever they are cut into', () => {
  const outcomes = fc.constantFrom<Outcome>(succeeded, skipped('x'), failed('x'), deadLettered);
  const records = fc.array(
    fc
      .record({
        outcome: outcomes,
        eventType: fc.constantFrom('match.finished', 'toString'),
        attempt: fc.integer({ min: 1, max: 3 }),
      })
      .map(record),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 11 }), (all, cut) => {
      const [first, ...more] = all as [AuditRecord, ...AuditRecord[]];
      const [rest, ...others] = more.slice(cut - 1);
      const half = countHandlings(undefined, [first, ...more.slice(0, cut - 1)]);
      const whole = rest ? countHandlings(half, [rest, ...others]) : half;
      expect(whole).toEqual(countHandlings(undefined, [first, ...more]));
      const sum = Object.values(whole.types).reduce(addHandlings, noHandlings);
      expect(sum.succeeded + sum.skipped + sum.failed + sum.deadLettered).toBe(all.length);
    }),
  );
});

test('a minute begins with the first batch in it', () => {
  const before = minuteOf(record());
  const later = countHandlings(before, [record({ at: '2023-08-11T20:31:00.000Z' })]);
  expect(later).toMatchObject({ minute: '2023-08-11T20:31', types: { 'match.finished': { succeeded: 1 } } });
});

describe('whoever asks', () => {
  const sources = (over: object = {}) => ({
    store: memoryEventStore(),
    minutesOf: async () => [],
    queues: async () => queuesOf(),
    handlers: () => ['notify'],
    now: () => NOW,
    ...over,
  });

  test('is told once in ten seconds what is found out', async () => {
    let [now, asked] = [Date.parse(NOW), 0];
    const minutesOf = async () => {
      asked += 1;
      return [];
    };
    const ask = livenessOf(sources({ minutesOf, now: () => new Date(now).toISOString() }));
    for (const [later, times] of [
      [0, 1],
      [9_999, 1],
      [10_000, 2],
      [-60_000, 3],
    ] as const) {
      now = Date.parse(NOW) + later;
      expect(await ask()).toBe('ok');
      expect([later, asked]).toEqual([later, times]);
    }
  });

  test('learns that the store does not answer, and nothing else', async () => {
    const silent = { ...memoryEventStore(), load: () => Promise.reject(new Error('secret')) };
    expect(await livenessOf(sources({ store: silent }))()).toBe('unhealthy');
    await expect(readEventsHealth(sources({ store: silent }))).rejects.toThrow('secret');
  });

  test('is not told of queues, which are not asked for that', async () => {
    const queues = () => Promise.reject(new Error('no'));
    expect(await livenessOf(sources({ queues }))()).toBe('ok');
    expect(await readEventsHealth(sources({ queues }))).toMatchObject({ status: 'degraded' });
  });
});
