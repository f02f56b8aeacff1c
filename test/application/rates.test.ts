import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countHandlings, ROUTED_BY_PICK } from '../../shared/application/handling.ts';
import { type AuditRecord, failed, type Outcome, skipped, succeeded } from '../../shared/application/outcome.ts';
import { handlingRates, ratesFrom } from '../../shared/application/rates.ts';

const NOW = '2023-08-11T20:30:45.000Z';
const record = (over: Partial<AuditRecord> = {}): AuditRecord => ({
  ...{ tenantId: 'acme', eventId: 'match-a:1', eventType: 'match.finished', handler: 'notify', outcome: succeeded },
  ...{ attempt: 1, at: NOW, occurredAt: '2023-08-11T20:30:44.000Z', durationMs: 10 },
  ...over,
});
const minuteOf = (...records: [AuditRecord, ...AuditRecord[]]) => countHandlings(undefined, records);
const ratesOf = (records: readonly AuditRecord[], minutes = 60) => {
  const facts = { now: NOW, from: ratesFrom(NOW, minutes), handlers: ['notify', 'idle'] };
  return handlingRates({ ...facts, minutes: records.map(one => minuteOf(one)) });
};

describe('rates', () => {
  test('are by handler and minute; who did nothing is named', () => {
    const earlier = '2023-08-11T20:29:00.000Z';
    const { handlers } = ratesOf([
      record({ outcome: failed('x'), durationMs: 30 }),
      record({ outcome: skipped('again') }),
      record({ at: earlier, occurredAt: earlier, attempt: 2, outcome: { status: 'parked', reason: 'newer' } }),
    ]);
    expect(handlers).toEqual([
      {
        handler: 'notify',
        minutes: [
          {
            ...{ minute: '2023-08-11T20:29', arrived: 0, processed: 0, parked: 1, failed: 0, deadLettered: 0 },
            ...{ meanMs: 10, meanDelayMs: 0, maxDelayMs: 0 },
          },
          {
            ...{ minute: '2023-08-11T20:30', arrived: 2, processed: 1, parked: 0, failed: 1, deadLettered: 0 },
            ...{ meanMs: 20, meanDelayMs: 1000, maxDelayMs: 1000 },
          },
        ],
      },
      { handler: 'idle', minutes: [] },
    ]);
  });

  test('begin with the first of the minutes, the current one being the last', () => {
    const at = (minute: string) => record({ at: `2023-08-11T20:${minute}:59.000Z` });
    const { from, handlers } = ratesOf([at('28'), at('29'), at('30'), at('31')], 2);
    expect(from).toBe('2023-08-11T20:29');
    expect(handlers[0]?.minutes.map(({ minute }) => minute)).toEqual(['2023-08-11T20:29', '2023-08-11T20:30']);
  });

  test('lose no delivery, and count none twice, whichever environment counted it', () => {
    const outcomes = fc.constantFrom<Outcome[]>(
      succeeded,
      skipped('x'),
      failed('x'),
      { status: 'parked', reason: 'x' },
      { status: 'dead-lettered', error: new Error('x') },
    );
    const anyRecord = fc
      .record({ outcome: outcomes, minute: fc.integer({ min: 10, max: 30 }) })
      .map(({ outcome, minute }) => record({ outcome, at: `2023-08-11T20:${minute}:00.000Z` }));
    fc.assert(
      fc.property(fc.array(anyRecord), records => {
        const minutes = ratesOf(records).handlers[0]?.minutes ?? [];
        const handled = minutes.map(each => each.processed + each.parked + each.failed + each.deadLettered);
        expect(handled.reduce((sum, count) => sum + count, 0)).toBe(records.length);
        expect(minutes.map(({ minute }) => minute)).toEqual(
          [...new Set(records.map(({ at }) => at.slice(0, 16)))].sort(),
        );
      }),
    );
  });

  test('do not tell of picks that came to a handler because of what was picked', () => {
    const { handlers } = ratesOf([record({ eventType: ROUTED_BY_PICK.notify?.[0] ?? '' })]);
    expect(handlers[0]?.minutes).toEqual([]);
  });
});
