import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFeed, type Feed, hold, isFull, MAX_EVENTS, type Page, received } from '../../web/console/events/feed.ts';

interface Numbered {
  readonly id: string;
}

const log = (length: number): readonly Numbered[] => Array.from({ length }, (_, index) => ({ id: `e${index}` }));

/** What the API answers of a log that has this many events by now: a cursor is a place in it. */
const answer = (length: number, cursor: string | undefined, limit: number): Page<Numbered> => {
  const from = Number(cursor ?? 0);
  const events = log(length).slice(from, from + limit);
  return { events, cursor: String(from + events.length), more: from + events.length < length };
};

type Step =
  | { readonly does: 'ask'; readonly limit: number }
  | { readonly does: 'grow'; readonly by: number }
  | { readonly does: 'arrive'; readonly which: number }
  | { readonly does: 'hold'; readonly held: boolean };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ does: fc.constant('ask' as const), limit: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ does: fc.constant('grow' as const), by: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ does: fc.constant('arrive' as const), which: fc.nat(20) }),
    fc.record({ does: fc.constant('hold' as const), held: fc.boolean() }),
  ),
  { maxLength: 60 },
);

describe('the feed of events', () => {
  test('has no gap and nothing twice, whatever is asked at the same time, and however late answers come', () => {
    fc.assert(
      fc.property(steps, sequence => {
        let feed: Feed<Numbered> = emptyFeed();
        let length = 3;
        const answers: { readonly asked: string | undefined; readonly page: Page<Numbered> }[] = [];
        for (const step of sequence) {
          if (step.does === 'grow') length += step.by;
          if (step.does === 'hold') feed = hold(feed, step.held);
          if (step.does === 'ask') answers.push({ asked: feed.cursor, page: answer(length, feed.cursor, step.limit) });
          const late = step.does === 'arrive' ? answers[step.which % Math.max(1, answers.length)] : undefined;
          if (late) feed = received(feed, late.asked, late.page);
        }
        const all = [...feed.events, ...feed.waiting];
        expect(all).toEqual(log(all.length));
        expect(Number(feed.cursor ?? 0)).toBe(all.length);
      }),
    );
  });

  test('stands still while it is held, counts what waits, and goes on with all of it', () => {
    const held = hold(received(emptyFeed<Numbered>(), undefined, answer(2, undefined, 5)), true);
    const later = received(held, '2', answer(5, '2', 5));
    expect([later.events.length, later.waiting.length]).toEqual([2, 3]);
    expect(hold(later, false)).toMatchObject({ events: log(5), waiting: [], held: false });
  });

  test('keeps the newest, and says how many it does not keep', () => {
    const page = answer(MAX_EVENTS + 7, undefined, MAX_EVENTS + 7);
    const { events, dropped } = received(emptyFeed<Numbered>(), undefined, page);
    expect([events.length, dropped, events[0]]).toEqual([MAX_EVENTS, 7, { id: 'e7' }]);
  });

  test('is full when as many wait as are kept', () => {
    const held = hold(emptyFeed<Numbered>(), true);
    expect(isFull(held)).toBe(false);
    expect(isFull(received(held, undefined, answer(MAX_EVENTS, undefined, MAX_EVENTS)))).toBe(true);
  });
});
