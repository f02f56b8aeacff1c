import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventOutcomes, Rates, ShownEvent } from '../../web/console/api-types.ts';
import { duration } from '../../web/console/duration.ts';
import { type EventFilter, endedSo, matches, NO_FILTER, typesAmong } from '../../web/console/events/filter.ts';
import { minutesOf, seriesOf, totalsOf } from '../../web/console/handlers/series.ts';
import { eventPath, idIn, storyPath } from '../../web/console/links.ts';
import { storyOf } from '../../web/console/story/story-tree.ts';
import { formatOf } from '../../web/i18n/format.ts';

const event = (over: Partial<ShownEvent> = {}): ShownEvent => ({
  ...{ id: 'match-a-b:1', type: 'match.finished', schemaVersion: '1.0', tenantId: 'demo', stream: 'match-a-b' },
  ...{ version: 1, occurredAt: '2023-08-11T20:00:00.000Z', correlationId: 'c', causationId: 'k', actor: 'host' },
  ...{ priority: 'normal', hops: 0, data: { home: 'Burnley FC' } },
  ...over,
});

describe('a filter of events', () => {
  const fits = (filter: Partial<EventFilter>): boolean => matches(event(), { ...NO_FILTER, ...filter });

  test.each<[Partial<EventFilter>, boolean]>([
    [{}, true],
    [{ type: 'match.finished' }, true],
    [{ type: 'match.' }, true],
    [{ type: 'match.finish' }, false],
    [{ text: 'BURNLEY host' }, true],
    [{ text: 'burnley city' }, false],
    [{ text: ' match-a-b ' }, true],
    [{ correlationId: 'c' }, true],
    [{ correlationId: 'C' }, false],
  ])('%j: %s', (filter, expected) => {
    expect(fits(filter)).toBe(expected);
  });

  test('by outcome wants one handler that it ended so at', () => {
    const outcomes = { eventId: 'match-a-b:1', withheld: false, outcomes: [{ status: 'failed' }] } as EventOutcomes;
    expect([endedSo(outcomes, 'failed'), endedSo(outcomes, 'succeeded')]).toEqual([true, false]);
  });

  test('offers types that there are, and families of more than one', () => {
    const types = ['match.started', 'match.finished', 'match.started', 'pool.created'];
    expect(typesAmong(types.map(type => event({ type })))).toEqual([
      'match.',
      'match.finished',
      'match.started',
      'pool.created',
    ]);
  });
});

describe('the story of a command', () => {
  const at = (seconds: number): string => new Date(Date.UTC(2023, 7, 11, 20, 0, seconds)).toISOString();

  test('has each event below its cause, with the time since', () => {
    const { lines, length } = storyOf([
      event({ id: 'b:1', causationId: 'a:1', occurredAt: at(2) }),
      event({ id: 'd:1', causationId: 'a:1', occurredAt: at(5) }),
      event({ id: 'a:1', causationId: 'command', occurredAt: at(0) }),
      event({ id: 'c:1', causationId: 'b:1', occurredAt: at(9) }),
    ]);
    expect(lines.map(({ event: { id }, depth, delay, since, effects }) => [id, depth, delay, since, effects])).toEqual([
      ['a:1', 0, null, 0, 3],
      ['b:1', 1, 2000, 2000, 1],
      ['c:1', 2, 7000, 9000, 0],
      ['d:1', 1, 5000, 5000, 0],
    ]);
    expect(length).toBe(9000);
  });

  test('has every event once, whatever its causes say: circles, missing ones, itself', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'nowhere');
    const anyEvent = fc
      .record({ id: ids, causationId: ids, seconds: fc.nat(5) })
      .map(({ seconds, ...own }) => event({ ...own, stream: own.id, occurredAt: at(seconds) }));
    fc.assert(
      fc.property(fc.array(anyEvent), events => {
        const told = storyOf(events).lines.map(({ event: { id } }) => id);
        expect(told.toSorted()).toEqual([...new Set(events.map(({ id }) => id))].sort());
      }),
    );
  });
});

test('an address keeps its id, and is no file’s', () => {
  expect(eventPath('prediction-a.ada:2')).toBe('/console/event/prediction-a.ada%3A2');
  // The router has decoded what it takes for text; a slash and the like are left to us.
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), id => {
      const part = storyPath(id).slice('/console/story/'.length);
      expect(part).not.toContain('/');
      expect(idIn(part)).toBe(id);
    }),
  );
});

describe('the series of a chart', () => {
  const minute = (name: string, over = {}) => ({
    ...{ minute: name, arrived: 0, processed: 0, parked: 0, failed: 0, deadLettered: 0 },
    ...{ meanMs: null, meanDelayMs: null, maxDelayMs: 0, ...over },
  });
  const rates: Rates = {
    at: '2023-08-11T20:02:10.000Z',
    from: '2023-08-11T20:00',
    handlers: [
      { handler: 'a', minutes: [minute('2023-08-11T20:00', { processed: 3, failed: 1, meanMs: 10 })] },
      {
        handler: 'b',
        minutes: [
          minute('2023-08-11T20:00', { processed: 12, meanMs: 30 }),
          minute('2023-08-11T20:02', { processed: 1, meanMs: 5, maxDelayMs: 7 }),
        ],
      },
    ],
  };

  test('has every minute, also one in which nothing happened', () => {
    expect(minutesOf(rates)).toEqual(['2023-08-11T20:00', '2023-08-11T20:01', '2023-08-11T20:02']);
    expect(seriesOf(rates, 'a').map(({ processed, failed, meanMs }) => [processed, failed, meanMs])).toEqual([
      [3, 1, 10],
      [0, 0, null],
      [0, 0, null],
    ]);
  });

  test('of all handlers weighs their times by what they handled', () => {
    expect(seriesOf(rates, undefined).map(({ processed, meanMs }) => [processed, meanMs])).toEqual([
      [15, (10 * 4 + 30 * 12) / 16],
      [0, null],
      [1, 5],
    ]);
  });

  test('adds up to totals, the busiest handler first', () => {
    const totals = totalsOf(rates).map(({ handler, processed, perMinute, maxDelayMs }) => [
      handler,
      processed,
      perMinute,
      maxDelayMs,
    ]);
    expect(totals).toEqual([
      ['b', 13, 13 / 3, 7],
      ['a', 3, 4 / 3, 0],
    ]);
  });
});

test.each([
  [0, '0 ms'],
  [0.4, '0.4 ms'],
  [999, '999 ms'],
  [1250, '1.3 s'],
  [90_000, '1.5 min'],
  [5_400_000, '1.5 h'],
  [3 * 86_400_000, '3.0 d'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(duration(formatOf('en'), milliseconds)).toBe(text);
});
